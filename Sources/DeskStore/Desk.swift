import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// The desk: everything that is kept, in one SQLite file. The only door to it for the rest of the program.
package final class Desk {
  /// The version that this program writes; a desk of a later one is left alone.
  static let version = 5
  /// "RPLW": tells a desk's file from any other SQLite database.
  static let applicationID = 0x5250_4C57

  package let path: String
  let database: DatabaseQueue
  /// How an account's timers run; the rules are the marketplace's and live outside the store.
  package var timerEngine: (Account) throws -> TimerEngine = { _ in TimerEngine(policy: ResponsePolicy()) }
  /// By when what is no message must be dealt with on an account; the rules are the marketplace's too.
  package var deadlines: (Account) throws -> CaseDeadlines = { _ in CaseDeadlines() }
  /// The accounts, read once and again after each change made here.
  var accountCache: [Account]? { didSet { if accountCache == nil { deadlineCache = [:] } } }
  /// By account, as long as the accounts are kept: finding them out means reading a whole profile.
  private var deadlineCache: [Int64: CaseDeadlines] = [:]
  private var seenVersion: Int?
  /// Who is at work here, and by which command, of which only the name is given: the log says so of all that is written.
  package var author = Command(at: Date(seconds: 0), agent: "", words: "upkeep")
  private let witness = FactWitness()
  /// The connection while it is at work: it can't be opened a second time.
  private var active: Database?

  /// Opens the desk at `path`, making it when there is none.
  package init(path: String) throws {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(15)
    // A desk in memory, as for completion where there is none yet, has no log to keep.
    if path != ":memory:" { configuration.journalMode = .wal }
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000")
    }
    do {
      try Self.prepareFolder(of: path)
      try Self.refuseLater(path)
      Self.makePrivateFile(path)
      database = try DatabaseQueue(path: path, configuration: configuration)
      try database.inDatabase { db in
        // GRDB sets it to NORMAL for a write-ahead log, which may lose the last commits with the power.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try Self.prepare(db, path: path)
        db.add(transactionObserver: witness)
      }
    } catch let error as DatabaseError {
      throw Self.fault(error, path: path)
    }
  }

  /// Opening a file already writes to it; so the version of a desk is looked up in its header first (SQLite's file
  /// format: user version at 60, application id at 68).
  private static func refuseLater(_ path: String) throws {
    guard let version = try? header(of: path), version > Self.version else { return }
    throw DeskFault.newer(path: path, version: version)
  }

  /// Whether a file is a desk, or a backup of one: nothing but a backup may be written over it.
  /// Of a new desk everything may still be in the write-ahead log beside it.
  package static func isDesk(_ path: String) -> Bool {
    (try? header(of: path)) != nil || FileManager.default.fileExists(atPath: path + "-wal")
  }

  /// The version of the desk in a file, by the file's first bytes alone.
  static func header(of path: String) throws -> Int {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw DeskFault.cannotOpen(path: path, reason: "it is not there, or can't be read")
    }
    defer { try? file.close() }
    guard let header = try? file.read(upToCount: 72), header.count == 72 else { throw DeskFault.notADesk(path: path) }
    func number(at place: Int) -> Int { header[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
    guard number(at: 68) == applicationID else { throw DeskFault.notADesk(path: path) }
    return number(at: 60)
  }

  static func prepareFolder(of path: String) throws {
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
    guard path != ":memory:" else { return }
    let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if file >= 0 { Foundation.close(file) }
  }

  static func prepare(_ db: Database, path: String) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if version == Self.version, application == applicationID { return }
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if tables > 0 || application != 0 {
      guard application == applicationID else { throw DeskFault.notADesk(path: path) }
      guard version <= Self.version else { throw DeskFault.newer(path: path, version: version) }
    }
    try db.inTransaction(.immediate) {
      // Another process may have made the desk while this one waited for the lock.
      let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      if found < 1 { try db.execute(sql: Schema1.sql) }
      if found < 2 { try Schema2.migrate(db) }
      if found < 3 { try db.execute(sql: Schema3.sql) }
      if found < 4 { try db.execute(sql: Schema4.sql) }
      if found < 5 { try Schema5.migrate(db) }
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(Self.version)")
      return .commit
    }
  }

  static func fault(_ error: DatabaseError, path: String) -> any Error {
    // A full disk has no room for the index of the log either, which SQLite reports in its own way.
    if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE { return DeskFault.full(path: path) }
    return switch error.resultCode.primaryResultCode {
    case .SQLITE_NOTADB: DeskFault.notADesk(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: DeskFault.readOnly(path: path)
    case .SQLITE_CANTOPEN: DeskFault.cannotOpen(path: path, reason: "it can't be opened")
    case .SQLITE_BUSY, .SQLITE_LOCKED: DeskFault.busy(path: path)
    case .SQLITE_FULL: DeskFault.full(path: path)
    case .SQLITE_IOERR: DeskFault.broken(path: path, reason: "the disk reports an error")
    case .SQLITE_CORRUPT: DeskFault.broken(path: path, reason: "the file is damaged")
    default: DeskFault.broken(path: path, reason: error.message ?? "unknown error")
    }
  }

  /// By when what is no message must be dealt with on an account, found out once.
  func knownDeadlines(of account: Account) throws -> CaseDeadlines {
    if let known = deadlineCache[account.id] { return known }
    let found = try deadlines(account)
    deadlineCache[account.id] = found
    return found
  }

  /// How long before its ship-by instant an order that is not shipped becomes a case, in seconds.
  func shipmentLead(of account: Account) throws -> TimeInterval {
    Double(try knownDeadlines(of: account).limits["shipment"]?.seconds ?? 86_400)
  }

  /// Reads; what SQLite complains of becomes a `DeskFault`. Within other work it takes part in that.
  func read<T>(_ work: (Database) throws -> T) throws -> T {
    if let active { return try work(active) }
    do { return try database.inDatabase { try perform(work, on: $0) } } catch let error as DatabaseError {
      throw Self.fault(error, path: path)
    }
  }

  /// Writes all or nothing, and into the log which facts it was. Within other work it takes part in that.
  func write<T>(_ work: (Database) throws -> T) throws -> T {
    if let active { return try work(active) }
    do {
      return try database.inDatabase { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try perform(work, on: db)
          let touched = witness.take()
          if !touched.isEmpty {
            var log = try Log(db, as: author)
            try log.append(touched)
          }
          return .commit
        }
        guard let result else { throw DeskFault.broken(path: path, reason: "a transaction gave no result") }
        return result
      }
    } catch let error as DatabaseError {
      throw Self.fault(error, path: path)
    }
  }

  /// Does all of what `work` does, or nothing where it throws.
  package func atOnce<T>(_ work: () throws -> T) throws -> T { try write { _ in try work() } }

  /// Does what `work` does, and then takes all of it back: what would be, without its being so.
  package func rehearse<T>(_ work: () throws -> T) throws -> T {
    defer { accountCache = nil }
    do {
      return try database.inDatabase { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try perform({ _ in try work() }, on: db)
          return .rollback
        }
        guard let result else { throw DeskFault.broken(path: path, reason: "a transaction gave no result") }
        return result
      }
    } catch let error as DatabaseError {
      throw Self.fault(error, path: path)
    }
  }

  /// What this transaction has written brings its own log with it.
  func forgetTouched() { _ = witness.take() }

  private func perform<T>(_ work: (Database) throws -> T, on db: Database) rethrows -> T {
    active = db
    defer { active = nil }
    return try work(db)
  }
}

extension Desk {
  /// Ends the connection.
  package func close() { try? database.close() }

  /// Folds the write-ahead log into the one file, if anything was written here. The connection stays open: closing
  /// the last one takes the log away, and the next start would pay for making it again.
  package func foldLog() {
    try? database.inDatabase { db in
      guard db.totalChangesCount > 0 else { return }
      // Nobody is waited for: whoever reads or writes just now will fold it. A log that is left long is read as a whole
      // by the next start.
      try db.execute(sql: "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 15000")
    }
  }

  /// Forgets what is kept in memory if another process has written since; to be called before each command.
  package func notice() throws {
    let version = try database.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") }
    if version != seenVersion { accountCache = nil }
    seenVersion = version
  }
}

extension Row {
  /// An instant from its column of seconds.
  func instant(_ column: String) -> Date? { (self[column] as Int?).map { Date(seconds: $0) } }
}
