import HealthCore

/// A record that several lines of a file make up.
protocol GatheredRecord: Sendable {
  var facts: [IncomingFact] { get }
  /// Takes in what a further line says.
  mutating func join(_ line: Self) throws(IntakeFault)
}

/// Gathers the lines that make one record, where other records' lines stand between them.
///
/// Only the records begun last are held, so that a large file needs little memory; of each other one number is kept, to
/// know a line that comes too late.
struct LineGatherer<Record: GatheredRecord>: Sendable {
  /// How many records are held. Amazon writes an order's lines next to each other, or nearly so.
  static var width: Int { 1000 }

  private struct Open {
    /// Where it begins, or where its fault stands.
    var line: Int
    /// A record with one bad line is rejected as a whole: its sums would be wrong without that line.
    var content: Result<Record, IntakeFault>

    mutating func join(_ line: Int, _ other: Result<Record, IntakeFault>) {
      guard case .success(var record) = content else { return }
      do throws(IntakeFault) {
        try record.join(try other.get())
        content = .success(record)
      } catch {
        self.line = line
        content = .failure(error)
      }
    }

    var record: IncomingRecord {
      switch content {
      case .success(let record): IncomingRecord(line: line, facts: record.facts)
      case .failure(let fault): IncomingRecord(line: line, fault: fault.reason)
      }
    }
  }

  private var open: [String: Open] = [:]
  /// The keys of the open records: a ring, once it is full.
  private var keys: [String] = []
  private var oldest = 0
  private var closed: Set<Int> = []

  /// Takes what a line says, or what is wrong with it. Gives the record that has been open longest, where there are
  /// too many of them.
  mutating func add(
    _ key: String, line: Int, _ content: Result<Record, IntakeFault>
  ) throws(IntakeFault) -> [IncomingRecord] {
    if open[key] != nil {
      open[key]?.join(line, content)
      return []
    }
    guard !closed.contains(key.hashValue) else {
      throw IntakeFault(
        reason: "\"\(Cell.short(key))\" began over \(Self.width) records further up; sort the file by it")
    }
    open[key] = Open(line: line, content: content)
    guard keys.count == Self.width else {
      keys.append(key)
      return []
    }
    let done = close(keys[oldest])
    keys[oldest] = key
    oldest = (oldest + 1) % Self.width
    return done
  }

  /// The records still open, in the order in which they began.
  mutating func finish() -> [IncomingRecord] {
    let left = keys[oldest...] + keys[..<oldest]
    keys = []
    oldest = 0
    return left.flatMap { close($0) }
  }

  private mutating func close(_ key: String) -> [IncomingRecord] {
    guard let entry = open.removeValue(forKey: key) else { return [] }
    closed.insert(key.hashValue)
    return [entry.record]
  }
}
