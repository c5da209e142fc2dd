/// What suggestions are learned from, and what was learned.
///
/// Examples are facts; picks are facts already, as replies that were sent. The model is made of both and can be made
/// anew at any time.
enum Schema3 {
  static let sql = """
    CREATE TABLE examples (
      id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL, response TEXT NOT NULL, imported_at INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX examples_content ON examples(response, text);
    CREATE TABLE suggestion_model (
      id INTEGER PRIMARY KEY CHECK (id = 1), content BLOB NOT NULL, last_example INTEGER NOT NULL,
      last_message INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX messages_replied ON messages(at) WHERE response IS NOT NULL;
    """
}
