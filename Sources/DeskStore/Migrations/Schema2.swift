import GRDB
import HealthCore

/// What account health needs: orders, feedback, claims, violations, reports and standing as facts; totals by day.
///
/// Orders are counted at their final state by the day and the hour they were bought (`order_days`, `order_hours`), and
/// each change of a count once more by the day it takes effect (`order_effects`): what a question of an earlier instant
/// does not know yet is taken off again.
enum Schema2 {
  /// The columns of counts, in the order of `OrderCount`: spelled out, as a start has no time to make them up.
  static let counts = [
    "orders", "fulfilled", "defects", "defects_or_pending", "negative_feedback", "claims", "claims_or_pending",
    "chargebacks", "chargebacks_or_pending", "shipments", "late_shipments", "deliveries", "on_time_deliveries", "units",
    "on_time_units", "cancellations", "trackings", "valid_trackings",
  ]

  static let sql = """
    CREATE TABLE orders (
      id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts(id), number TEXT NOT NULL,
      purchased_at INTEGER, ship_by INTEGER, shipped_at INTEGER, deliver_by INTEGER, delivered_at INTEGER,
      cancelled_at INTEGER, cancelled_by TEXT, carrier TEXT, tracking TEXT, tracking_valid INTEGER, fulfilled_by TEXT,
      business INTEGER, units INTEGER, total TEXT, currency TEXT, buyer TEXT,
      is_linked INTEGER NOT NULL, settled_at INTEGER NOT NULL, risk_at INTEGER, risk_cases INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX orders_number ON orders(account_id, number);
    CREATE INDEX orders_purchased ON orders(account_id, purchased_at, settled_at);
    CREATE INDEX orders_linked ON orders(account_id, purchased_at) WHERE is_linked = 1;
    CREATE INDEX orders_shipped ON orders(account_id, shipped_at) WHERE shipped_at IS NOT NULL;
    CREATE INDEX orders_delivered ON orders(account_id, delivered_at) WHERE delivered_at IS NOT NULL;
    CREATE INDEX orders_cancelled ON orders(account_id, cancelled_at) WHERE cancelled_at IS NOT NULL;
    CREATE INDEX orders_deliver_by ON orders(account_id, deliver_by)
      WHERE deliver_by IS NOT NULL AND (delivered_at IS NULL OR delivered_at > deliver_by);
    CREATE INDEX orders_risk ON orders(risk_at) WHERE risk_at IS NOT NULL;
    CREATE TABLE order_days (
      account_id INTEGER NOT NULL, scope INTEGER NOT NULL, day INTEGER NOT NULL, \(columns),
      PRIMARY KEY (account_id, day, scope)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE order_hours (
      account_id INTEGER NOT NULL, scope INTEGER NOT NULL, hour INTEGER NOT NULL, \(columns),
      PRIMARY KEY (account_id, hour, scope)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE order_effects (
      account_id INTEGER NOT NULL, scope INTEGER NOT NULL, effect_day INTEGER NOT NULL, day INTEGER NOT NULL,
      \(columns), PRIMARY KEY (account_id, effect_day, day, scope)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE feedback (
      id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts(id), external_id TEXT NOT NULL,
      order_number TEXT, rating INTEGER, comment TEXT, left_at INTEGER, answered_at INTEGER, removed_at INTEGER,
      desk_removed_at INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX feedback_external ON feedback(account_id, external_id);
    CREATE INDEX feedback_order ON feedback(account_id, order_number) WHERE order_number IS NOT NULL;
    CREATE INDEX feedback_left ON feedback(account_id, left_at, rating, removed_at, desk_removed_at);
    CREATE INDEX feedback_removed ON feedback(account_id, ifnull(removed_at, desk_removed_at))
      WHERE removed_at IS NOT NULL OR desk_removed_at IS NOT NULL;
    CREATE TABLE feedback_days (
      account_id INTEGER NOT NULL, day INTEGER NOT NULL, stars INTEGER NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (account_id, day, stars)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE claims (
      id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts(id), external_id TEXT NOT NULL,
      order_number TEXT, kind TEXT, opened_at INTEGER, due_at INTEGER, closed_at INTEGER, outcome TEXT, reason TEXT,
      amount TEXT, currency TEXT, text TEXT, desk_closed_at INTEGER, desk_outcome TEXT
    ) STRICT;
    CREATE UNIQUE INDEX claims_external ON claims(account_id, external_id);
    CREATE INDEX claims_order ON claims(account_id, order_number) WHERE order_number IS NOT NULL;
    CREATE INDEX claims_opened ON claims(account_id, opened_at);
    CREATE INDEX claims_closed ON claims(account_id, ifnull(closed_at, desk_closed_at))
      WHERE closed_at IS NOT NULL OR desk_closed_at IS NOT NULL;
    CREATE TABLE violations (
      id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts(id), external_id TEXT NOT NULL, kind TEXT,
      severity TEXT, opened_at INTEGER, due_at INTEGER, resolved_at INTEGER, listing TEXT, text TEXT
    ) STRICT;
    CREATE UNIQUE INDEX violations_external ON violations(account_id, external_id);
    CREATE INDEX violations_opened ON violations(account_id, opened_at);
    CREATE TABLE matters (
      case_id INTEGER PRIMARY KEY REFERENCES cases(id), account_id INTEGER NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL,
      opened_at INTEGER NOT NULL, due_at INTEGER, ended_at INTEGER, lapses INTEGER NOT NULL, has_lapsed INTEGER NOT NULL,
      rating INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX matters_key ON matters(account_id, key);
    CREATE INDEX matters_due ON matters(due_at) WHERE ended_at IS NULL AND has_lapsed = 0;
    CREATE TABLE snapshots (
      id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL REFERENCES accounts(id), format TEXT NOT NULL,
      reported_at INTEGER NOT NULL, imported_at INTEGER NOT NULL, content TEXT NOT NULL
    ) STRICT;
    CREATE INDEX snapshots_latest ON snapshots(account_id, reported_at);
    CREATE TABLE reported_figures (
      snapshot_id INTEGER NOT NULL REFERENCES snapshots(id), place INTEGER NOT NULL, metric TEXT NOT NULL,
      fulfilment TEXT NOT NULL, from_at INTEGER, to_at INTEGER, numerator INTEGER, denominator INTEGER, value REAL,
      target_numerator INTEGER, target_denominator INTEGER, condition TEXT, verdict TEXT,
      PRIMARY KEY (snapshot_id, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE standings (
      id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL REFERENCES accounts(id), at INTEGER NOT NULL,
      state TEXT NOT NULL, source TEXT NOT NULL, agent TEXT, note TEXT, command_id INTEGER REFERENCES commands(id),
      undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX standings_account ON standings(account_id, at);
    CREATE INDEX standings_command ON standings(command_id) WHERE command_id IS NOT NULL;
    CREATE TABLE alerts_seen (
      account_id INTEGER NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (account_id, key)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE timer_totals ADD COLUMN seconds INTEGER NOT NULL DEFAULT 0;
    """

  private static var columns: String { counts.map { "\($0) INTEGER NOT NULL" }.joined(separator: ", ") }

  /// The answer times that timers now carry in their totals are summed up from the timers themselves.
  static func migrate(_ db: Database) throws {
    try db.execute(sql: sql)
    try db.execute(sql: "DELETE FROM timer_totals; DELETE FROM timer_speeds")
    var totals = TimerTotals()
    let rows = try Row.fetchCursor(db, sql: "SELECT \(FactRows.timerColumns), account_id FROM timers")
    while let row = try rows.next() { totals.count(FactRows.timer(row), account: row["account_id"], sign: 1) }
    try totals.flush(db)
  }
}
