import GRDB

/// The tables of the first release.
///
/// Facts: accounts, messages, commands, events, outbox. Everything in `cases` but its first columns, `timers`,
/// `timer_totals` and `timer_speeds` is derived from them and can be made anew. Instants are seconds since 1970 in UTC.
enum Schema1 {
  static let sql = """
    CREATE TABLE accounts (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, profile TEXT NOT NULL, zone TEXT NOT NULL,
      is_business INTEGER NOT NULL, addresses TEXT NOT NULL, settings TEXT NOT NULL,
      compiled TEXT, compiled_digest TEXT
    ) STRICT;
    CREATE TABLE cases (
      id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL REFERENCES accounts(id), kind TEXT NOT NULL,
      buyer_key TEXT,
      state TEXT NOT NULL, buyer TEXT, order_number TEXT, subject TEXT, language TEXT, received_at INTEGER,
      due_at INTEGER, wakes_at INTEGER, rating INTEGER, priority INTEGER NOT NULL, unanswered INTEGER NOT NULL,
      tags TEXT NOT NULL, assignee TEXT, merged_into INTEGER, newest_inbound INTEGER, settled_at INTEGER NOT NULL,
      lasting INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX cases_open ON cases(account_id, lasting, ifnull(due_at, 9223372036854775807), id)
      WHERE state = 'open' AND merged_into IS NULL;
    CREATE INDEX cases_snoozed ON cases(wakes_at) WHERE state = 'snoozed';
    CREATE INDEX cases_settled ON cases(settled_at);
    CREATE INDEX cases_order ON cases(order_number) WHERE order_number IS NOT NULL;
    CREATE INDEX cases_merged ON cases(merged_into) WHERE merged_into IS NOT NULL;
    CREATE INDEX cases_buyer ON cases(account_id, buyer_key) WHERE buyer_key IS NOT NULL;
    CREATE TABLE threads (
      account_id INTEGER NOT NULL, key TEXT NOT NULL, case_id INTEGER NOT NULL, PRIMARY KEY (account_id, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE messages (
      id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, case_id INTEGER NOT NULL REFERENCES cases(id),
      external_id TEXT NOT NULL, direction INTEGER NOT NULL, at INTEGER NOT NULL, sender TEXT NOT NULL,
      subject TEXT NOT NULL, text TEXT NOT NULL, quoted TEXT NOT NULL, is_automatic INTEGER NOT NULL,
      channel TEXT NOT NULL, buyer TEXT, order_number TEXT, language TEXT, reply_to TEXT, no_reply_link TEXT,
      attachments TEXT, flaws TEXT, sent_here INTEGER NOT NULL DEFAULT 0, is_void INTEGER NOT NULL DEFAULT 0,
      response TEXT, agent TEXT
    ) STRICT;
    CREATE UNIQUE INDEX messages_external ON messages(account_id, external_id);
    CREATE INDEX messages_case ON messages(case_id);
    CREATE VIRTUAL TABLE search USING fts5(words, content='', detail=none, tokenize='unicode61 remove_diacritics 2');
    CREATE TABLE commands (
      id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, agent TEXT NOT NULL, words TEXT NOT NULL,
      undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX commands_agent ON commands(agent, id) WHERE undone = 0;
    CREATE TABLE events (
      id INTEGER PRIMARY KEY AUTOINCREMENT, command_id INTEGER NOT NULL REFERENCES commands(id),
      case_id INTEGER NOT NULL REFERENCES cases(id), at INTEGER NOT NULL, agent TEXT NOT NULL, act TEXT NOT NULL,
      undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX events_case ON events(case_id);
    CREATE INDEX events_command ON events(command_id);
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL, case_id INTEGER NOT NULL REFERENCES cases(id),
      command_id INTEGER NOT NULL REFERENCES commands(id), message_id INTEGER NOT NULL REFERENCES messages(id),
      created_at INTEGER NOT NULL, release_at INTEGER NOT NULL, state TEXT NOT NULL, carrier TEXT NOT NULL,
      mail TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, claimed_by TEXT, claimed_at INTEGER, error TEXT
    ) STRICT;
    CREATE INDEX outbox_pending ON outbox(state, id) WHERE state <> 'sent' AND state <> 'cancelled';
    CREATE INDEX outbox_case ON outbox(case_id);
    CREATE TABLE timers (
      message_id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, account_id INTEGER NOT NULL, started_at INTEGER NOT NULL,
      due_at INTEGER NOT NULL, shop_due_at INTEGER, stopped_at INTEGER, stop_known INTEGER, stopper INTEGER,
      exempt_from INTEGER, exempt_until INTEGER, channel TEXT NOT NULL
    ) STRICT;
    CREATE INDEX timers_case ON timers(case_id);
    CREATE INDEX timers_started ON timers(account_id, started_at);
    CREATE INDEX timers_stopped ON timers(account_id, stop_known) WHERE stop_known IS NOT NULL;
    CREATE INDEX timers_due ON timers(account_id, due_at);
    CREATE INDEX timers_exempt ON timers(account_id, exempt_from) WHERE exempt_from IS NOT NULL;
    CREATE INDEX timers_open ON timers(due_at) WHERE stopped_at IS NULL;
    CREATE TABLE timer_totals (
      account_id INTEGER NOT NULL, start_day INTEGER NOT NULL, effect_day INTEGER NOT NULL, status TEXT NOT NULL,
      bucket INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (account_id, start_day, effect_day, status, bucket)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE timer_speeds (
      account_id INTEGER NOT NULL, bucket INTEGER NOT NULL, start_day INTEGER NOT NULL, effect_day INTEGER NOT NULL,
      seconds INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (account_id, bucket, start_day, effect_day, seconds)
    ) STRICT, WITHOUT ROWID;
    """
}
