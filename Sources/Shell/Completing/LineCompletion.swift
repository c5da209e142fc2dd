import Foundation
import LineEditor

/// Completion at the prompt: the command tree, described once in the background, and what the person types often.
final class LineCompletion {
  private let session: () -> Session
  /// So many of the newest lines, the last one first.
  private let earlierLines: (Int) -> [String]
  private let described = Described()
  private var isPrepared = false
  private var use = WordUse()
  /// The last line that was counted.
  private var counted: String?

  init(session: @escaping () -> Session, earlierLines: @escaping (Int) -> [String]) {
    self.session = session
    self.earlierLines = earlierLines
  }

  /// Begins to describe the command tree, and to read the canned replies.
  func prepare() {
    guard !isPrepared else { return }
    isPrepared = true
    let described = described
    let replies = session().replies
    Thread {
      described.describe()
      _ = try? replies.all(languages: ["en"])
    }.start()
  }

  func complete(_ line: String, cursor: Int) -> Completion {
    prepare()
    guard let catalogue = described.catalogue else { return Completion(replaced: 0, candidates: []) }
    if let newest = earlierLines(1).first, newest != counted {
      use = WordUse(earlierLines(1000))
      counted = newest
    }
    let session = session()
    let completer = Completer(
      catalogue: catalogue, aliases: (try? session.configuration.aliases()) ?? [], use: use
    ) { ValueSource(session: session).values($0, $1) }
    return completer.complete(line, cursor: cursor)
  }
}

/// The command tree's description, once another thread has it.
private final class Described: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var result: Catalogue?

  func describe() {
    // The main thread's wait for a key must be broken off by signals, so none may come here.
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    result = try? Catalogue()
    done.signal()
  }

  var catalogue: Catalogue? {
    // Whoever waits leaves the signal for the next.
    done.wait()
    done.signal()
    return result
  }
}
