import Foundation
import Mail
import ServiceDesk

/// The desk's own columns for messages (INTERFACE.md, Imports).
package struct MessageTable: TableFormat {
  package static let name = "messages"
  package static let title = "a table of messages"
  package static let kind = ImportKind.messages
  package static let fields = [
    "message_id", "thread", "order_id", "buyer", "direction", "at", "subject", "text", "channel", "auto",
  ]
  package static let required = ["at"]

  package static func recognises(_ columns: [String]) -> Bool {
    columns.contains("message_id") || columns.contains("at") && columns.contains("text")
  }

  package var account: Account
  /// How often a row without an id has been seen: its occurrence is part of its digest.
  private var occurrences: [String: Int] = [:]

  package init(_ context: TableContext) { account = context.account }

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    [IncomingRecord(line: row.line, facts: [.message(try message(row))])]
  }

  package mutating func message(_ row: TableRow) throws(IntakeFault) -> IncomingMessage {
    if let fault = row.fault { throw IntakeFault(reason: fault) }
    func cell(_ name: String) -> String? {
      guard let text = row.raw(name), text.contains(where: { !$0.isWhitespace }) else { return nil }
      return name == "text" ? text : text.trimmingCharacters(in: .whitespaces)
    }
    guard let written = cell("at") else { throw IntakeFault(reason: "has no at (when the message was written)") }
    guard let at = InstantParser.parse(written, zone: account.timeZone) else {
      throw IntakeFault(
        reason: "at \"\(Cell.short(written))\" is no date; write it as 2026-11-22T04:00:00Z or 2026-11-22")
    }
    guard let direction = Direction(rawValue: cell("direction")?.lowercased() ?? "in") else {
      throw IntakeFault(reason: "direction \"\(Cell.short(cell("direction") ?? ""))\" is neither in nor out")
    }
    guard let channel = Channel(rawValue: cell("channel")?.lowercased() ?? "message") else {
      throw IntakeFault(reason: "channel \"\(Cell.short(cell("channel") ?? ""))\" is neither message nor chat")
    }
    let isAutomatic = try Cell.boolean(cell("auto"), named: "auto") ?? false
    let buyer = cell("buyer")
    let order = cell("order_id")
    let id = cell("message_id") ?? digest(row)
    var message = IncomingMessage(
      accountID: account.id, id: id,
      threads: .init(names: [Self.thread(cell("thread"), order: order, buyer: buyer, id: id)]), direction: direction,
      at: at, from: direction == .in ? buyer ?? "" : account.settings.shop ?? account.name,
      subject: cell("subject") ?? "", text: cell("text") ?? "")
    message.channel = channel
    message.isAutomatic = isAutomatic
    message.buyer = buyer
    message.order = order
    message.canChange = true
    if cell("direction") == nil { message.leavesOpen.insert(.direction) }
    if cell("channel") == nil { message.leavesOpen.insert(.channel) }
    if cell("auto") == nil { message.leavesOpen.insert(.automatic) }
    if direction == .in, !isAutomatic { message.language = LanguageOfText.code(message.text) }
    return message
  }

  /// A thread's name; without one the order is the thread, else the buyer, else the message itself.
  private static func thread(_ thread: String?, order: String?, buyer: String?, id: String) -> String {
    if let thread { return "thread \(thread)" }
    if let order { return "order \(order)" }
    return buyer.map { "buyer \($0)" } ?? "mail \(id)"
  }

  private mutating func digest(_ row: TableRow) -> String {
    let joined = Self.fields.map { row.raw($0) ?? "" }.joined(separator: "\u{1F}")
    occurrences[joined, default: 0] += 1
    let text = "\(joined)\u{1F}\(occurrences[joined] ?? 1)"
    return Digest.sha256(text).map { "sha256:\($0)" } ?? text
  }
}
