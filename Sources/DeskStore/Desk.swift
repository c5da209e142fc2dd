import Foundation
import GRDB
import HealthCore
import ServiceDesk

/// The desk: everything that is kept, in one SQLite file. The only door to it for the rest of the program.
package final class Desk {
  /// The version that this program writes; a desk of a later one is left alone.
  static let version = 5

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

  /// The file as the system knows it, by whatever name it is called.
  private var identity: FileIdentity?

  /// Opens the desk at `path`, making it when there is none.
  package init(path: String) throws {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(15)
    configuration.prepareDatabase { db in
      // FULL: what is acknowledged is not lost with the power.
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -16000")
    }
    do {
      let hasLog = try Self.prepareFile(path)
      database = try DatabaseQueue(path: path, configuration: configuration)
      identity = OpenDesks.add(path)
      try database.inDatabase { db in
        if !hasLog { try Self.keepLog(db, path: path) }
        try Self.prepareTables(db, path: path)
        db.add(transactionObserver: witness)
      }
    } catch let error as DatabaseError {
      throw Self.fault(error, path: path)
    }
  }

  deinit { close() }

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
  package func close() {
    try? database.close()
    identity.map(OpenDesks.remove)
    identity = nil
  }

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
