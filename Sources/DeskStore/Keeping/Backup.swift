import Foundation
import GRDB

/// What a backup holds.
package struct BackupReceipt: Sendable, Equatable {
  /// Entries of its log.
  package var events: Int
  /// The digest of the last of them, in hexadecimal.
  package var head: String
  /// In bytes.
  package var size: Int
}

/// What a desk has that the backup which is to replace it has not.
package struct Loss: Sendable, Equatable {
  /// Entries of the log.
  package var entries: Int
  /// When the first of them was written.
  package var since: Date?
  /// The desk's own log is broken: nobody can say what would be lost.
  package var isUnknown = false
}

extension Desk {
  /// Copies the desk into one file while others go on working, as it stood when this began. The copy is opened and
  /// checked before it gets its name, so that a file of that name is whole; an older backup of that name goes then.
  ///
  /// - Throws: `DeskFault.isItself`, `.inTheWay` where something else than a backup has that name, `.cannotWrite`, or
  ///   `.broken` when the copy does not agree with its log.
  package func backup(to target: String) throws -> BackupReceipt {
    let kept = Self.realPath(target)
    guard kept != Self.realPath(path) else { throw DeskFault.isItself(path: target) }
    guard !FileManager.default.fileExists(atPath: target) || Self.isBackup(target) else {
      throw DeskFault.inTheWay(path: target)
    }
    let draft = target + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    Self.makePrivateFile(draft)
    do {
      // A folder that can't be written to shows here already, with a better word than SQLite's.
      guard FileManager.default.fileExists(atPath: draft) else { throw DeskFault.cannotWrite(path: target) }
      let copy = try DatabaseQueue(path: draft)
      try database.backup(to: copy)
      // One file, with no log beside it.
      try copy.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      let receipt = try copy.inDatabase { db in
        let check = try Self.soundness(of: draft, db)
        return BackupReceipt(events: check.entries, head: check.headText, size: 0)
      }
      try copy.close()
      return try Self.publish(draft, as: target, receipt)
    } catch let error as DatabaseError {
      throw Self.fault(error, path: target)
    }
  }

  private static func isBackup(_ path: String) -> Bool { (try? DeskHeader(of: path))?.hasLog == false }

  /// The file is on the disk before its name is, and the name before anybody is told.
  private static func publish(_ draft: String, as target: String, _ receipt: BackupReceipt) throws -> BackupReceipt {
    var receipt = receipt
    let size = try? FileManager.default.attributesOfItem(atPath: draft)[.size] as? Int
    receipt.size = size ?? 0
    let folder = URL(fileURLWithPath: target).deletingLastPathComponent().relativePath
    guard sync(draft), rename(draft, target) == 0, sync(folder) else {
      throw DeskFault.cannotWrite(path: target)
    }
    return receipt
  }

  private static func sync(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { Foundation.close(file) }
    return fsync(file) == 0
  }

  /// The log of a desk's file, if the file is sound as far as that can be told without an account's rules.
  private static func soundness(of path: String, _ db: Database) throws -> LogCheck {
    let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check(5)")
    if damage != ["ok"] { throw DeskFault.broken(path: path, reason: damage.first ?? "the file is damaged") }
    let check = try LogCheck(db)
    if let first = check.problems.first { throw DeskFault.broken(path: path, reason: first) }
    return check
  }

  private static func realPath(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  // MARK: - Restoring

  /// What this desk would lose if the backup took its place: nothing where the backup has all of this desk's log.
  package func loss(ifReplacedBy backup: String) throws -> Loss? {
    guard try accounts().isEmpty == false else { return nil }
    return try read { db in
      let check = try LogCheck(db)
      if !check.problems.isEmpty { return Loss(entries: check.entries, since: nil, isUnknown: true) }
      let row = try Row.fetchOne(
        db, sql: "SELECT count(*) AS entries, min(at) AS since FROM log WHERE id > ?",
        arguments: [try Self.lastCommonEntry(with: backup, db)])
      guard let row, (row["entries"] as Int) > 0 else { return nil }
      return Loss(entries: row["entries"], since: row.instant("since"))
    }
  }

  /// Chains that are equal at an entry are equal before it, so the last equal one can be found by halving; 0 where the
  /// backup is of a release that had no log.
  private static func lastCommonEntry(with backup: String, _ db: Database) throws -> Int64 {
    try reading(backup) { other in
      guard try other.tableExists("log") else { return 0 }
      let digest = "SELECT digest FROM log WHERE id = ?"
      var low: Int64 = 0
      var high = try Int64.fetchOne(other, sql: "SELECT max(id) FROM log") ?? 0
      while low < high {
        let middle = (low + high + 1) / 2
        let ours = try Data.fetchOne(db, sql: digest, arguments: [middle])
        let theirs = try Data.fetchOne(other, sql: digest, arguments: [middle])
        if ours != nil, ours == theirs { low = middle } else { high = middle - 1 }
      }
      return low
    }
  }

  /// Puts what is in a backup in the place of what is on this desk: all of it, or nothing is changed. Other shells on
  /// the desk go on with it. A backup of an earlier release is brought up to date.
  ///
  /// - Throws: `DeskFault.notADesk`, `.newer`, `.broken` for a file that is no sound backup.
  package func restore(from backup: String) throws {
    guard Self.realPath(backup) != Self.realPath(path) else { throw DeskFault.isItself(path: backup) }
    accountCache = nil
    do {
      try Self.reading(backup) { db in
        if try db.tableExists("log") { _ = try Self.soundness(of: backup, db) }
      }
      let source = try Self.reader(of: backup)
      try source.backup(to: database)
      try source.close()
      try database.inDatabase { db in try Self.prepareTables(db, path: path) }
    } catch let error as DatabaseError {
      // What is wrong with the backup has been told before.
      throw Self.fault(error, path: path)
    }
    try notice()
    try doubtWaitingReplies()
  }

  /// What was waiting when the backup was made may have gone out since: that is for a person to say.
  package func doubtWaitingReplies() throws {
    try write { db in
      try db.execute(
        sql: """
          UPDATE outbox SET state = 'uncertain', error = 'restored from a backup: it may have gone out before'
          WHERE state IN ('queued', 'sending')
          """)
    }
  }

  private static func reader(of backup: String) throws -> DatabaseQueue {
    try DeskHeader(of: backup).refuseLater(backup)
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: backup, configuration: configuration)
  }

  private static func reading<T>(_ backup: String, _ work: (Database) throws -> T) throws -> T {
    do {
      let source = try reader(of: backup)
      defer { try? source.close() }
      return try source.inDatabase(work)
    } catch let error as DatabaseError {
      throw fault(error, path: backup)
    }
  }
}
