import Crypto
import Foundation
import GRDB

/// The log that covers every fact, who is at work on which case, and conversations found by a digest of their name.
///
/// `events.newest_message` is the last message that the desk had when something was done: a later one may bear an earlier
/// date, and nobody had read it. The log's entries are never changed; triggers see to that. `salts` holds one for each fact with personal data:
/// once it is gone, nobody can try out which name the digest in the log was made of.
enum Schema5 {
  private static let sql = """
    CREATE TABLE log (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, agent TEXT NOT NULL, what TEXT NOT NULL, facts BLOB NOT NULL,
      digest BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TABLE salts (
      fact_table INTEGER NOT NULL, fact INTEGER NOT NULL, salt BLOB NOT NULL, PRIMARY KEY (fact_table, fact)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE purged (
      fact_table INTEGER NOT NULL, fact INTEGER NOT NULL, PRIMARY KEY (fact_table, fact)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE desk_key (id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL) STRICT;
    CREATE TABLE presence (
      shell TEXT PRIMARY KEY, agent TEXT NOT NULL, case_id INTEGER NOT NULL, since INTEGER NOT NULL
    ) STRICT;
    ALTER TABLE events ADD COLUMN newest_message INTEGER;
    """

  /// Tables without a rowid of their own can't be watched for changes, so those that hold facts are made anew with one.
  private static let rewritten = [
    "review_tasks": "name TEXT PRIMARY KEY, title TEXT NOT NULL, days INTEGER NOT NULL, since INTEGER NOT NULL",
    "plan_versions": """
    plan_id INTEGER NOT NULL REFERENCES plans(id), version INTEGER NOT NULL, at INTEGER NOT NULL, agent TEXT NOT NULL,
    text TEXT NOT NULL, state TEXT NOT NULL, command_id INTEGER REFERENCES commands(id),
    undone INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (plan_id, version)
    """,
  ]

  static func migrate(_ db: Database) throws {
    try db.execute(sql: sql)
    let key = SymmetricKey(size: .bits256)
    try db.execute(
      sql: "INSERT INTO desk_key (id, key) VALUES (1, ?)", arguments: [key.withUnsafeBytes { Data($0) }])
    try nameThreadsByDigest(db)
    for (table, columns) in rewritten.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        sql: """
          CREATE TABLE \(table)_kept (\(columns)) STRICT;
          INSERT INTO \(table)_kept SELECT * FROM \(table);
          DROP TABLE \(table);
          ALTER TABLE \(table)_kept RENAME TO \(table);
          """)
    }
    try db.execute(sql: "CREATE INDEX plan_versions_command ON plan_versions(command_id)")
    let now = try Int.fetchOne(db, sql: "SELECT unixepoch()") ?? 0
    var log = try Log(db, as: Command(at: Date(seconds: now), agent: "", words: "schema 5"))
    for table in FactTable.all {
      let ids = try Int64.fetchAll(db, sql: "SELECT rowid FROM \(table.name) ORDER BY rowid")
      try log.append([table: ids])
    }
  }

  /// The name of a conversation may be a buyer's address. A digest of it finds it as well and is smaller.
  private static func nameThreadsByDigest(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE threads RENAME TO threads_named;
        CREATE TABLE threads (name INTEGER PRIMARY KEY, case_id INTEGER NOT NULL) STRICT;
        """)
    let names = try ThreadNames(db)
    let insert = try db.makeStatement(sql: "INSERT OR IGNORE INTO threads (name, case_id) VALUES (?, ?)")
    let rows = try Row.fetchCursor(db, sql: "SELECT account_id, key, case_id FROM threads_named")
    while let row = try rows.next() {
      try insert.execute(arguments: [names.number(of: row[1], account: row[0]), row[2] as Int64])
    }
    try db.execute(sql: "DROP TABLE threads_named")
  }
}
