import Testing

@testable import Shell

@Suite("Aliases and lines")
struct AliasesTests {
  private static let aliases = Aliases(all: [
    ("soon", "queue due:<4h"), ("lost", "resolve $1 refunded --cause lost"), ("both", "note $2 $1"),
    ("all", "find $* --limit 3"), ("top", "soon | head -3"), ("round", "about"), ("about", "round"),
    ("quoted", "note . \"$1 called\""),
  ])

  @Test(
    "what an alias stands for",
    arguments: [
      ("soon", ["queue", "due:<4h"]), ("soon kind:claim", ["queue", "due:<4h", "kind:claim"]),
      ("lost 12", ["resolve", "12", "refunded", "--cause", "lost"]), ("both a b", ["note", "b", "a"]),
      ("all red lamp", ["find", "red", "lamp", "--limit", "3"]), ("all", ["find", "--limit", "3"]),
      ("both $2 b", ["note", "b", "$2"]),
      ("quoted Dana", ["note", ".", "Dana called"]), ("top", ["queue", "due:<4h", "|", "head", "-3"]),
      ("queue", ["queue"]),
      // Not where it is quoted, and not in another place.
      ("\"soon\"", ["soon"]), ("find soon", ["find", "soon"]),
    ] as [(String, [String])])
  func expands(_ line: String, _ words: [String]) throws {
    #expect(try Self.aliases.expand(Words.split(line)).map(\.text) == words)
  }

  @Test("a sign that an alias brings is one, a word that was handed over is not")
  func operators() throws {
    let words = try Self.aliases.expand(Words.split("soon \"|\" x"))
    #expect(words.filter { $0.isBare && $0.text == "|" }.isEmpty)
    #expect(try Self.aliases.expand(Words.split("top")).contains { $0.isBare && $0.text == "|" })
  }

  @Test("too few words, and a circle", arguments: ["lost", "both a", "round"])
  func rejects(_ line: String) {
    #expect(throws: Complaint.self) { try Self.aliases.expand(Words.split(line)) }
  }

  @Test(
    "what is pasted is one command a line, but within quotes and after a backslash",
    arguments: [
      ("queue", ["queue"]), ("queue\nnext", ["queue", "next"]), ("note 1 \"a\nb\"", ["note 1 \"a\nb\""]),
      ("note 1 \"a\nb\"\nqueue\n", ["note 1 \"a\nb\"", "queue", ""]), ("find a \\\n  b", ["find a    b"]),
      ("# it's a remark\nqueue", ["# it's a remark", "queue"]), ("note 1 'open\nqueue", ["note 1 'open\nqueue"]),
    ] as [(String, [String])])
  func lines(_ text: String, _ lines: [String]) {
    #expect(Words.lines(text).map { $0.replacing("    ", with: "    ") } == lines)
  }

  @Test("an accent after a quotation mark, as pasted text may begin with one, hides it from nobody")
  func accents() throws {
    #expect(try Words.split("a \"\u{301}b c\" d").map(\.text) == ["a", "\u{301}b c", "d"])
    for word in ["\u{301}x", "\"\u{301}", "\\\u{200D}", "a\"\u{FE0F}b", "\r\n"] {
      #expect(try Words.split(Words.quoted(word)).map(\.text) == [word])
    }
    #expect(Words.lines("\"\u{301}a\nb\"\nc") == ["\"\u{301}a\nb\"", "c"])
  }
}
