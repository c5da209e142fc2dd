/* Imports an mbox as plainly as it can be done: GMime, SQLite, FTS5, one thread. What `import mail` is held against.
 *
 * Usage: plain-import MBOX DATABASE
 *
 * The transactions, the durability and the index are those of a desk; conversations, cases, timers, languages and
 * quotations are left out. */
#include <gmime/gmime.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAILS_PER_TRANSACTION = 1000 };

static sqlite3 *db;

static void check(int code) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  fprintf(stderr, "%s\n", sqlite3_errmsg(db));
  exit(1);
}

static void run(const char *sql) { check(sqlite3_exec(db, sql, NULL, NULL, NULL)); }

static sqlite3_stmt *prepared(const char *sql) {
  sqlite3_stmt *statement;
  check(sqlite3_prepare_v2(db, sql, -1, &statement, NULL));
  return statement;
}

static void bind(sqlite3_stmt *statement, int place, const char *text) {
  check(sqlite3_bind_text(statement, place, text ? text : "", -1, SQLITE_TRANSIENT));
}

static void step(sqlite3_stmt *statement) {
  check(sqlite3_step(statement));
  check(sqlite3_reset(statement));
}

/* The first text part, decoded; to be freed. */
static char *text_of(GMimeMessage *message) {
  char *text = NULL;
  GMimePartIter *parts = g_mime_part_iter_new(g_mime_message_get_mime_part(message));
  do {
    GMimeObject *part = g_mime_part_iter_get_current(parts);
    if (GMIME_IS_TEXT_PART(part)) text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
  } while (!text && g_mime_part_iter_next(parts));
  g_mime_part_iter_free(parts);
  return text;
}

static char *sender_of(GMimeMessage *message) {
  InternetAddressList *senders = g_mime_message_get_from(message);
  return senders ? internet_address_list_to_string(senders, NULL, FALSE) : NULL;
}

static void file(GMimeMessage *message, sqlite3_stmt *row, sqlite3_stmt *words) {
  const char *subject = g_mime_message_get_subject(message);
  GDateTime *date = g_mime_message_get_date(message);
  char *sender = sender_of(message), *text = text_of(message);
  bind(row, 1, g_mime_message_get_message_id(message));
  bind(row, 2, sender);
  bind(row, 3, subject);
  check(sqlite3_bind_int64(row, 4, date ? g_date_time_to_unix(date) : 0));
  bind(row, 5, text);
  step(row);
  /* A mail that is there already brings no row, and nothing to index. */
  if (sqlite3_changes(db) > 0) {
    char *indexed = g_strjoin("\n", subject ? subject : "", sender ? sender : "", text ? text : "", NULL);
    check(sqlite3_bind_int64(words, 1, sqlite3_last_insert_rowid(db)));
    bind(words, 2, indexed);
    step(words);
    g_free(indexed);
  }
  g_free(sender);
  g_free(text);
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  FILE *mbox = fopen(arguments[1], "r");
  if (!mbox) return perror(arguments[1]), 1;
  check(sqlite3_open(arguments[2], &db));
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000;"
      "CREATE TABLE messages (id INTEGER PRIMARY KEY, message_id TEXT UNIQUE, sender TEXT, subject TEXT, at INTEGER, text TEXT);"
      "CREATE VIRTUAL TABLE search USING fts5(words, content='', detail=none, tokenize='unicode61 remove_diacritics 2');");
  sqlite3_stmt *row = prepared("INSERT OR IGNORE INTO messages (message_id, sender, subject, at, text) VALUES (?, ?, ?, ?, ?)");
  sqlite3_stmt *words = prepared("INSERT INTO search (rowid, words) VALUES (?, ?)");

  g_mime_init();
  GMimeStream *stream = g_mime_stream_file_new(mbox); /* closes the file with itself */
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
  long filed = 0;
  run("BEGIN IMMEDIATE");
  while (!g_mime_parser_eos(parser)) {
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    if (!message) break;
    file(message, row, words);
    g_object_unref(message);
    if (++filed % MAILS_PER_TRANSACTION == 0) run("COMMIT; BEGIN IMMEDIATE");
  }
  run("COMMIT");
  printf("%ld mails\n", filed);

  g_object_unref(parser);
  g_object_unref(stream);
  sqlite3_finalize(row);
  sqlite3_finalize(words);
  return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
