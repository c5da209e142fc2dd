import Foundation

/// How far a walk has come: one for each desk, in the state folder.
struct WalkFile {
  private struct Written: Codable {
    var desk: String
    var filter: [String]
    var passed: [Int64]
  }

  let filter: [String]
  var passed: Set<Int64>
  let isResumed: Bool
  private let environment: Environment
  private let path: String
  private let desk: String

  /// - Parameter isNew: begins anew even where a walk was broken off.
  init(_ session: Session, filter words: [String], isNew: Bool) {
    environment = session.environment
    path = environment.stateFolder + "/walk.json"
    desk = URL(fileURLWithPath: session.desk.path).standardizedFileURL.path
    let written = FileManager.default.contents(atPath: path).flatMap {
      try? JSONDecoder().decode(Written.self, from: $0)
    }
    // Another filter is another walk.
    if !isNew, let written, written.desk == desk, words.isEmpty || words == written.filter, !written.passed.isEmpty {
      (filter, passed, isResumed) = (written.filter, Set(written.passed), true)
    } else {
      (filter, passed, isResumed) = (words, [], false)
    }
  }

  /// A place that can't be kept is no reason to stop walking.
  func save() {
    let written = Written(desk: desk, filter: filter, passed: passed.sorted())
    guard let data = try? JSONEncoder().encode(written) else { return }
    environment.makeStateFolder()
    try? data.write(to: URL(fileURLWithPath: path), options: .atomic)
    chmod(path, 0o600)
  }

  func remove() { unlink(path) }
}
