import Testing

/// Files that are small to make and would be dear to read: each grows with a number.
enum Bombs {
  struct Bomb: Sendable, CustomTestStringConvertible {
    var name: String
    /// As it is imported.
    var kind: String
    /// At which it is measured first.
    var size: Int
    var make: @Sendable (Int) -> String

    var testDescription: String { name }
  }

  private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static func numbered(_ count: Int, _ text: (Int) -> String) -> String { (0..<count).map(text).joined() }

  private static func mail(_ header: String, _ body: String = "lamp") -> String {
    "From: a@x.example\nDate: Mon, 2 Mar 2026 08:00:00 +0000\n\(header)\n\n\(body)\n"
  }

  static let mails: [Bomb] = [
    Bomb(name: "nested parts", kind: "mail", size: 333) { count in
      let parts = (0..<count).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
      return mail("Subject: x\n" + parts, "Content-Type: text/plain\n\nlamp")
    },
    Bomb(name: "nested parts of one boundary", kind: "mail", size: 333) { count in
      mail("Subject: x\n" + many("Content-Type: multipart/mixed; boundary=b\n\n--b\n", count))
    },
    Bomb(name: "nested messages", kind: "mail", size: 333) { mail(many("Content-Type: message/rfc822\n\n", $0)) },
    Bomb(name: "parts", kind: "mail", size: 1000) { count in
      mail("Content-Type: multipart/mixed; boundary=b", many("--b\nContent-Type: text/plain\n\nx\n", count) + "--b--")
    },
    Bomb(name: "a long subject", kind: "mail", size: 13_333) { mail("Subject: " + many("lamp ", $0)) },
    Bomb(name: "long references", kind: "mail", size: 6666) { mail("References: " + many("<a@b> ", $0)) },
    Bomb(name: "open brackets", kind: "mail", size: 13_333) { mail("References: " + many("<", $0)) },
    Bomb(name: "fields", kind: "mail", size: 3333) { mail(many("X-Lamp: x\n", $0) + "Subject: x") },
    Bomb(name: "recipients", kind: "mail", size: 1666) { mail("To: " + many("a@b.example, ", $0) + "c@d.example") },
    Bomb(name: "comments in an address", kind: "mail", size: 1666) { mail("To: " + many("(", $0) + "a@b.example") },
    Bomb(name: "encoded words", kind: "mail", size: 1000) { mail("Subject: " + many("=?utf-8?B?w6Q=?= ", $0)) },
    Bomb(name: "encoded words left open", kind: "mail", size: 6666) { mail("Subject: " + many("=?utf-8?B?", $0)) },
    Bomb(name: "one long line", kind: "mail", size: 100_000) { mail("Subject: x", many("x", $0)) },
    Bomb(name: "base64", kind: "mail", size: 2000) {
      mail("Content-Transfer-Encoding: base64", many(many("bGFt", 18) + "\n", $0))
    },
    Bomb(name: "quoted lines", kind: "mail", size: 6666) { mail("Subject: x", many("> x\n", $0) + "y") },
    Bomb(name: "lines that may introduce a quotation", kind: "mail", size: 1666) {
      mail("Subject: x", many("On x\n", $0))
    },
    Bomb(name: "nested HTML", kind: "mail", size: 1666) { mail("Content-Type: text/html", many("<div>", $0) + "lamp") },
    Bomb(name: "HTML left open", kind: "mail", size: 1666) { mail("Content-Type: text/html", many("<b><i>x", $0)) },
    Bomb(name: "HTML lists", kind: "mail", size: 1666) { mail("Content-Type: text/html", many("<li>lamp<br>", $0)) },
    Bomb(name: "HTML attributes", kind: "mail", size: 1666) {
      mail("Content-Type: text/html", "<p " + numbered($0) { "a\($0)=x " } + ">lamp</p>")
    },
    Bomb(name: "entities", kind: "mail", size: 3333) { mail("Content-Type: text/html", many("&amp;&#x202e;", $0)) },
    Bomb(name: "order numbers", kind: "mail", size: 1666) { mail("Subject: x", many("114-5550101-222020 ", $0)) },
  ]

  static let tables: [Bomb] = [
    Bomb(name: "columns", kind: "orders", size: 1000) { count in
      let names = (0..<count).map { "c\($0)" }.joined(separator: ",")
      return "order_id,\(names)\n" + many("o1" + many(",x", count) + "\n", 3)
    },
    Bomb(name: "a long cell", kind: "orders", size: 100_000) { "order_id,buyer\no1," + many("x", $0) + "\n" },
    Bomb(name: "quotation marks", kind: "orders", size: 6666) { "order_id,buyer\no1,\"" + many("\"\"", $0) + "\"\n" },
    Bomb(name: "spaces, then quotation marks", kind: "orders", size: 6666) { many(" ", $0) + many("\"", $0) },
    Bomb(name: "a quotation that is never closed", kind: "orders", size: 10_000) {
      "order_id,buyer\no1,\"" + many("x\no2,y\n", $0)
    },
    Bomb(name: "an order of many lines", kind: "orders", size: 666) {
      "order_id,units\n" + many("o1,1\n", $0)
    },
    Bomb(name: "nested JSON", kind: "messages", size: 6666) { "{\"a\":" + many("[", $0) + many("]", $0) + "}\n" },
    Bomb(name: "keys of JSON", kind: "messages", size: 1000) { count in
      "{" + (0..<count).map { "\"k\($0)\":1" }.joined(separator: ",") + "}\n"
    },
    Bomb(name: "a nested report", kind: "performance", size: 6666) { many("{\"a\":", $0) + "1" + many("}", $0) },
    Bomb(name: "nested XML", kind: "performance", size: 6666) { many("<a>", $0) },
    Bomb(name: "elements of XML", kind: "performance", size: 3333) { "<a>" + many("<b>x</b>", $0) + "</a>" },
    Bomb(name: "text of XML in pieces", kind: "performance", size: 3333) { "<a>" + many("x<!-- -->", $0) + "</a>" },
    Bomb(name: "references of XML", kind: "performance", size: 6666) { "<a>" + many("&amp;", $0) + "</a>" },
    Bomb(name: "entities of XML", kind: "performance", size: 333) { count in
      "<!DOCTYPE a [" + (1..<count).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);\">" }.joined() + "]><a>&e9;</a>"
    },
  ]
}
