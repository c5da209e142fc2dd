import Foundation
import ServiceDesk
import Testing

@testable import Intake

@Suite("Rows of the desk's own columns become messages")
struct MessageTableTests {
  private func table(zone: String = "Europe/Berlin") -> MessageTable {
    var account = Account(id: 4, name: "amazon-de", profile: "amazon", zone: zone)
    account.settings.shop = "Lamp Shop"
    return MessageTable(TableContext(account: account, now: .distantPast))
  }

  private func message(_ cells: [String: String]) throws -> IncomingMessage {
    var table = table()
    return try table.message(TableRow(line: 2, cells: cells, fault: nil))
  }

  @Test("A full row")
  func full() throws {
    let message = try message([
      "message_id": "m1", "thread": "t1", "order_id": "114-5550101-2220202", "buyer": "Dana Poe", "direction": "IN",
      "at": "2026-09-12T21:14:03Z", "subject": "Lamp", "text": "Where is my lamp? It should be here.\n",
      "channel": "chat", "auto": "0",
    ])
    #expect(message.accountID == 4 && message.id == "m1" && message.canChange)
    #expect(message.threads == .init(names: ["thread t1"]))
    #expect(message.order == "114-5550101-2220202" && message.buyer == "Dana Poe" && message.from == "Dana Poe")
    #expect(message.direction == .in && message.channel == .chat && !message.isAutomatic)
    #expect(message.at == Date(timeIntervalSince1970: 1_789_247_643))
    #expect(message.text == "Where is my lamp? It should be here.\n")
    #expect(message.language == "en")
  }

  @Test("Empty cells mean nothing said, and a bare date is the first second of the account's day")
  func bare() throws {
    let message = try message(["at": "2026-09-12", "direction": " ", "channel": "", "auto": ""])
    #expect(message.direction == .in && message.channel == .message && !message.isAutomatic)
    #expect(message.at.rfc3339 == "2026-09-11T22:00:00Z")
    #expect(message.id.hasPrefix("sha256:"))
  }

  @Test(
    "Without a thread the order is one, else the buyer, else the message",
    arguments: [
      (["order_id": "77-1", "buyer": "Dana"], "order 77-1"), (["buyer": "Dana"], "buyer Dana"),
      (["message_id": "m1"], "mail m1"),
      (["thread": "t", "order_id": "77-1"], "thread t"),
    ])
  func threads(cells: [String: String], name: String) throws {
    #expect(try message(cells.merging(["at": "2026-09-12"]) { first, _ in first }).threads.names == [name])
  }

  @Test("What the seller wrote is from the shop")
  func outgoing() throws {
    let message = try message(["at": "2026-09-12", "direction": "out", "buyer": "Dana", "text": "It left today."])
    #expect(message.direction == .out && message.from == "Lamp Shop" && message.buyer == "Dana")
    #expect(message.language == nil)
  }

  @Test(
    "A bad row is rejected with its reason",
    arguments: [
      (["text": "x"], "has no at"), (["at": " "], "has no at"), (["at": "yesterday"], "\"yesterday\" is no date"),
      (["at": "2026-02-30"], "is no date"),
      (["at": "2026-09-12", "direction": "up"], "neither in nor out"),
      (["at": "2026-09-12", "channel": "fax"], "neither message nor chat"),
      (["at": "2026-09-12", "auto": "yes"], "neither true nor false"),
      (["at": String(repeating: "9", count: 500)], "…"),
    ] as [([String: String], String)])
  func rejected(cells: [String: String], reason: String) {
    let fault = #expect(throws: IntakeFault.self) { try message(cells) }
    #expect(fault?.reason.contains(reason) == true)
    #expect((fault?.reason.count ?? 0) < 200)
  }

  @Test("A row that could not be read keeps the reader's reason")
  func unreadable() throws {
    var table = table()
    #expect(throws: IntakeFault(reason: "has 1 cells, the header 2")) {
      try table.message(TableRow(line: 3, cells: [:], fault: "has 1 cells, the header 2"))
    }
  }

  @Test("Equal rows without an id are told apart by their number, the same at each import")
  func digests() throws {
    let row = TableRow(line: 2, cells: ["at": "2026-09-12", "text": "Hello"], fault: nil)
    var first = table()
    var second = table()
    let ids = [try first.message(row).id, try first.message(row).id]
    #expect(ids[0] != ids[1])
    #expect(ids == [try second.message(row).id, try second.message(row).id])
  }

  @Test("Truth is true or 1, its opposite false or 0")
  func booleans() throws {
    for word in ["true", "1", "TRUE"] { #expect(try message(["at": "2026-09-12", "auto": word]).isAutomatic) }
    for word in ["false", "0"] { #expect(!(try message(["at": "2026-09-12", "auto": word]).isAutomatic)) }
  }

  @Test("Columns that can't work are named before any row is read")
  func missing() {
    #expect(MessageTable.missing(["At", "Text"], mapping: [:]) == nil)
    #expect(MessageTable.missing(["When"], mapping: ["at": "when"]) == nil)
    #expect(MessageTable.missing(["When"], mapping: [:])?.contains("--map at=COLUMN") == true)
    #expect(MessageTable.missing(["at"], mapping: ["colour": "at"])?.contains("unknown field colour") == true)
    #expect(MessageTable.missing(["at"], mapping: ["text": "body"])?.contains("column body") == true)
  }
}
