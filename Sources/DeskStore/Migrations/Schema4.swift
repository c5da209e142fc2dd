/// What audits, plans and causes need: what an order is of and how it was sent; audits and what was said to their
/// findings; recurring tasks; plans with each of their versions.
enum Schema4 {
  static let sql = """
    ALTER TABLE orders ADD COLUMN product TEXT;
    ALTER TABLE orders ADD COLUMN marketplace_label INTEGER;
    CREATE INDEX matters_feedback ON matters(due_at) WHERE kind = 'feedback';
    CREATE INDEX events_resolutions ON events(at) WHERE substr(act, 1, 10) = '{"resolve"';
    CREATE INDEX events_requests ON events(at) WHERE substr(act, 1, 12) = '{"askRemoval';
    CREATE TABLE audits (
      id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, agent TEXT NOT NULL, scope TEXT NOT NULL,
      findings TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audits_latest ON audits(scope, at);
    CREATE TABLE review_marks (
      id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL, verdict TEXT NOT NULL, at INTEGER NOT NULL,
      agent TEXT NOT NULL, note TEXT, command_id INTEGER REFERENCES commands(id), undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX review_marks_key ON review_marks(key, at);
    CREATE INDEX review_marks_command ON review_marks(command_id);
    CREATE TABLE review_tasks (
      name TEXT PRIMARY KEY, title TEXT NOT NULL, days INTEGER NOT NULL, since INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE plans (
      id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL REFERENCES accounts(id), kind TEXT NOT NULL,
      metric TEXT NOT NULL, days INTEGER NOT NULL, made_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE plan_versions (
      plan_id INTEGER NOT NULL REFERENCES plans(id), version INTEGER NOT NULL, at INTEGER NOT NULL, agent TEXT NOT NULL,
      text TEXT NOT NULL, state TEXT NOT NULL, command_id INTEGER REFERENCES commands(id), undone INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (plan_id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX plan_versions_command ON plan_versions(command_id);
    """
}
