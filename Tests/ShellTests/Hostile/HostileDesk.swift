import Foundation
import TestSupport

/// A desk on which every text that comes from outside is poison: mails, tables, names, notes, settings, files.
struct HostileDesk {
  let desk: DeskSession
  /// What the imports and acts have printed on the way.
  private(set) var printed: [(line: String, text: String)] = []

  /// Made once: most tests take a copy.
  private static let original = Result {
    let hostile = try HostileDesk(width: 80)
    hostile.desk.session.desk.foldLog()
    return hostile.desk.folder
  }

  /// A copy of the desk as it was made.
  init() throws {
    desk = try DeskSession(copying: try Self.original.get())
  }

  /// A desk made anew.
  init(width: Int) throws {
    desk = try DeskSession(width: width)
    try writeFiles()
    run("account add shop --profile plain --zone UTC")
    run("account set shop shop \(Poison.quoted())")
    run("account set shop from \(Poison.quoted("seller@lampshop.example"))")
    run("account set shop marketplace-id \(Poison.quoted())")
    try importTables()
    try importMails()
    act()
  }

  @discardableResult
  mutating func run(_ line: String) -> (text: String, code: Int32) {
    let result = desk.run(line)
    printed.append((line, result.text))
    return result
  }

  func path(_ name: String) -> String { desk.folder.path + "/" + name }

  // MARK: - Facts

  private mutating func importTables() throws {
    let poison = Poison.text() + "\0"
    try importRows(
      "orders",
      [
        [
          "order_id": "o1\(poison)", "purchased_at": "2026-02-20T08:00:00Z", "ship_by": "2026-02-21T08:00:00Z",
          "shipped_at": "2026-02-25T08:00:00Z", "deliver_by": "2026-02-26T08:00:00Z", "carrier": poison,
          "tracking": poison, "tracking_valid": "false", "buyer": poison, "total": "12.50", "currency": "EUR",
        ],
        // Contradictory dates, which are told of by the order's number.
        [
          "order_id": "o2\(poison)", "purchased_at": "2026-02-20T08:00:00Z", "shipped_at": "2026-02-19T08:00:00Z",
          "carrier": "=cmd|' /C calc'!A0", "buyer": "=1+cmd",
        ],
        ["order_id": "o3", "purchased_at": poison, "carrier": poison, "cancelled_by": poison],
      ])
    try importRows(
      "feedback",
      [
        [
          "feedback_id": "f1\(poison)", "order_id": "o1\(poison)", "rating": "1", "left_at": "2026-02-27T08:00:00Z",
          "comment": poison,
        ]
      ])
    try importRows(
      "claims",
      [
        [
          "claim_id": "c1\(poison)", "order_id": "o1\(poison)", "kind": "a-to-z", "opened_at": "2026-02-27T08:00:00Z",
          "due_at": "2026-03-05T08:00:00Z", "outcome": "pending", "amount": "12.50", "currency": "EUR", "text": poison,
        ],
        ["claim_id": "c2", "order_id": "o2", "kind": poison, "opened_at": "2026-02-27T08:00:00Z"],
      ])
    try importRows(
      "violations",
      [
        [
          "violation_id": "v1\(poison)", "kind": "listing", "severity": poison, "opened_at": "2026-02-27T08:00:00Z",
          "listing": poison, "text": poison,
        ]
      ])
    try importRows(
      "messages",
      (Poison.formulas + [poison, "{{order}}{{> greeting}}{{=<% %>=}}", "-c:!touch x", "; rm -rf /"]).enumerated().map {
        [
          "message_id": "m\($0)\(poison)", "thread": "t\($0)", "buyer": $1, "direction": "in", "subject": $1,
          "at": "2026-03-02T0\($0 % 8):00:00Z", "text": "lamp \($1)\n\(poison)", "order_id": "n\($0)\(poison)",
        ]
      })
    try importRows("examples", [["text": poison, "response": "thanks"], ["text": poison, "response": poison]])
  }

  private mutating func importRows(_ kind: String, _ rows: [[String: String]]) throws {
    let lines = try rows.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
    let file = try desk.folder.file("\(kind)\u{1B}[31m.jsonl", lines.joined(separator: "\n") + "\n")
    run("import \(kind) \"\(file)\"")
  }

  private mutating func importMails() throws {
    let file = path("mail\u{1B}[31m.eml")
    // Bytes that are no UTF-8, and C1 controls as they stand in no encoding of their own.
    let raw: [UInt8] = [0x9B, 0x32, 0x4A, 0x85, 0xFF, 0xFE, 0x00, 0x1B, 0x5B, 0x48]
    var mail =
      Array("From: \"".utf8) + raw.filter { $0 != 0 } + Array("\(Poison.disguises[0])\" <dana@x.example>\n".utf8)
    mail += Array("Subject: order 501-7700123 \u{1B}]0;owned\u{7}".utf8) + raw.filter { $0 != 0 } + Array("\n".utf8)
    mail += Array("Message-ID: <a\u{1B}[31m@x.example>\nReply-To: <b\u{9B}2J@x.example>\nList-Id: \u{1B}[2J\n".utf8)
    mail += Array("Date: Mon, 2 Mar 2026 08:00:00 +0000\nContent-Type: multipart/mixed; boundary=b\n\n--b\n".utf8)
    mail += Array("Content-Type: text/plain; charset=x-\u{1B}[31m\n\n".utf8) + raw + Array(Poison.text().utf8)
    mail += Array("\n--b\nContent-Type: image/png\nContent-Disposition: attachment; ".utf8)
    mail += Array("filename=\"../../etc/\u{1B}[31m\(Poison.disguises[0]).png\"\n\nx\n--b--\n".utf8)
    try Data(mail).write(to: URL(fileURLWithPath: file))
    run("import mail \"\(file)\"")
  }

  // MARK: - The desk's own words

  private mutating func act() {
    run("tag 1 +\(Poison.quoted()) +=1+cmd +lamp")
    run("note 1 \(Poison.quoted())")
    run("assign 1 \(Poison.quoted())")
    run("reply 1 --text \(Poison.quoted("lamp ")) --agent \(Poison.quoted())")
    run("reply 2 --text \(Poison.quoted("lamp ")) --send --yes --override \(Poison.quoted())")
    run("reply 3 hostile --set gift=\(Poison.quoted()) --send --yes --override x")
    run("resolve 4 refunded --cause \(Poison.quoted()) --note \(Poison.quoted()) --cost 5")
    run("resolve 5 refunded --cause lost --cost 5")
    run("standing set at-risk --note \(Poison.quoted())")
    run("review every lamps 7d --title \(Poison.quoted())")
    run("plan new poa late-shipment-rate --days 60")
    run("alias hostile \(Poison.quoted())")
    run("set filter.hostile \(Poison.quoted("text:"))")
    run("audit")
  }

  // MARK: - Files

  private func writeFiles() throws {
    let title = Poison.text().unicodeScalars.map { scalar in
      (0x20..<0x7F).contains(scalar.value) && scalar != "\"" && scalar != "\\"
        ? String(scalar)
        : "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16)
    }.joined()
    let responses = "config/replywell/responses/en/"
    _ = try desk.folder.file(
      responses + "hostile.mustache",
      "---\ntitle: \"\(title)\"\nuse-when: \"\(title)\"\nfields:\n  - name: gift\n    prompt: \"\(title)\"\n"
        + "after:\n  tags: [\"\(title)\"]\n---\n{{> greeting}}\n\n\(Poison.text().replacing("{{", with: "")) {{gift}}\n"
    )
    _ = try desk.folder.file(responses + "bad.mustache", "---\ntitle: [\u{1B}[31m\n---\nHello {{\u{1B}[31m}}\n")
    _ = try desk.folder.file(responses + "\u{1B}[31mname.mustache", "---\ntitle: x\n---\nHello\n")
    _ = try desk.folder.file("config/replywell/profiles/hostile\u{1B}[31m.yaml", "name: \"\(title)\"\n\(title): 1\n")
  }
}
