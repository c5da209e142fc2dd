import Foundation

/// Work on pieces by several threads, its results in the order of the pieces, with only a few pieces under way.
///
/// One thread calls `submit` and at last `finish`; another calls `next` until it gives nil.
final class OrderedWork<Piece: Sendable, Result: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private var pieces: [(number: Int, piece: Piece)] = []
  private var results: [Int: Result] = [:]
  private var submitted = 0
  private var delivered = 0
  private var isFinished = false
  private var isStopped = false
  private let mostUnderWay: Int

  init(threads: Int, mostUnderWay: Int, work: @escaping @Sendable (Piece) -> Result) {
    self.mostUnderWay = mostUnderWay
    for _ in 0..<threads {
      let thread = Thread { [self] in
        while let (number, piece) = take() { give(number, work(piece)) }
      }
      // Walking hostile mail must not meet the end of the stack.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// Waits until there is room; false once nobody wants results any more.
  func submit(_ piece: Piece) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while submitted - delivered >= mostUnderWay, !isStopped { condition.wait() }
    guard !isStopped else { return false }
    pieces.append((submitted, piece))
    submitted += 1
    condition.broadcast()
    return true
  }

  func finish() {
    condition.lock()
    isFinished = true
    condition.broadcast()
    condition.unlock()
  }

  /// Lets all threads end, whatever is under way.
  func stop() {
    condition.lock()
    isStopped = true
    pieces = []
    condition.broadcast()
    condition.unlock()
  }

  /// The next result in order; nil at the end.
  func next() -> Result? {
    condition.lock()
    defer { condition.unlock() }
    while results[delivered] == nil {
      if isFinished, delivered == submitted { return nil }
      condition.wait()
    }
    defer {
      delivered += 1
      condition.broadcast()
    }
    return results.removeValue(forKey: delivered)
  }

  private func take() -> (Int, Piece)? {
    condition.lock()
    defer { condition.unlock() }
    while pieces.isEmpty {
      if isStopped || isFinished { return nil }
      condition.wait()
    }
    return pieces.removeFirst()
  }

  private func give(_ number: Int, _ result: Result) {
    condition.lock()
    results[number] = result
    condition.broadcast()
    condition.unlock()
  }
}
