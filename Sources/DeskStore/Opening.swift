import Foundation
import GRDB

extension Desk {
  /// Whether a file is a desk, or a backup of one: nothing but a backup may be written over it.
  /// Of a new desk everything may still be in the write-ahead log beside it.
  package static func isDesk(_ path: String) -> Bool {
    OpenDesks.hold(path) || (try? DeskHeader(of: path)) != nil || FileManager.default.fileExists(atPath: path + "-wal")
  }

  /// Whether a file is a desk that this process has open: only SQLite may look into it then.
  package static func isOpen(_ path: String) -> Bool { OpenDesks.hold(path) }

  /// What is to be done before SQLite gets to see the file, as opening it may already write to it.
  ///
  /// - Returns: whether the desk keeps a write-ahead log already.
  static func prepareFile(_ path: String) throws -> Bool {
    // A desk in memory, as for completion where there is none yet, has no file, nor a log to keep.
    if path == ":memory:" || OpenDesks.hold(path) { return true }
    try prepareFolder(of: path)
    let header = try? DeskHeader(of: path)
    if let header { try header.refuseLater(path) }
    makePrivateFile(path)
    return header?.hasLog == true
  }

  static func prepareFolder(of path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().relativePath
    guard !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw DeskFault.cannotOpen(path: path, reason: "its folder can't be made")
    }
  }

  /// Buyers' words are nobody else's business: the file is its owner's alone from the first instant, and SQLite makes
  /// those beside it as it finds this one.
  static func makePrivateFile(_ path: String) {
    let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if file >= 0 { Foundation.close(file) }
  }

  /// Puts the desk into the mode of the write-ahead log, where it then stays: readers and the writer don't wait for each
  /// other.
  ///
  /// GRDB's own setting of it writes to the desk at each opening, and every command would wait for the disk.
  static func keepLog(_ db: Database, path: String) throws {
    try refuseOthers(db, path: path)
    guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
      throw DeskFault.cannotOpen(path: path, reason: "its file system keeps no write-ahead log")
    }
  }

  /// Makes the tables of a new desk, and brings those of an earlier release up to date.
  static func prepareTables(_ db: Database, path: String) throws {
    guard try refuseOthers(db, path: path) != version else { return }
    try db.inTransaction(.immediate) {
      // Another process may have made the desk while this one waited for the lock.
      let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      if found < 1 { try db.execute(sql: Schema1.sql) }
      if found < 2 { try Schema2.migrate(db) }
      if found < 3 { try db.execute(sql: Schema3.sql) }
      if found < 4 { try db.execute(sql: Schema4.sql) }
      if found < 5 { try Schema5.migrate(db) }
      try db.execute(sql: "PRAGMA application_id = \(DeskHeader.applicationID); PRAGMA user_version = \(version)")
      return .commit
    }
  }

  /// The version of the desk; 0 where there is nothing yet. Anything that is no desk of this or an earlier release is
  /// refused, and stays as it is.
  @discardableResult
  private static func refuseOthers(_ db: Database, path: String) throws -> Int {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if application == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 { return 0 }
    guard application == DeskHeader.applicationID else { throw DeskFault.notADesk(path: path) }
    guard version <= Self.version else { throw DeskFault.newer(path: path, version: version) }
    return version
  }
}
