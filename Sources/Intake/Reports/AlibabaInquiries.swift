import Foundation
import ServiceDesk

/// Inquiries and chats of Alibaba.com, in columns of our own making since it exports none (MARKETPLACES.md 6.10): a
/// row is what the buyer wrote and, where there is one, the first reply.
package struct AlibabaInquiries: TableFormat {
  package static let name = "alibaba-inquiries"
  package static let title = "a table of Alibaba inquiries"
  package static let kind = ImportKind.messages
  package static let fields = [
    "inquiry_id", "channel", "buyer_id", "buyer_country", "received_at", "first_reply_at", "state",
  ]
  package static let required = ["inquiry_id", "received_at"]

  private enum Channel: String, CaseIterable { case inquiry, chat }
  private enum State: String, CaseIterable { case open, replied, rejected, spam, trash }

  package static func recognises(_ columns: [String]) -> Bool {
    Set(columns).isSuperset(of: ["inquiry_id", "received_at"])
  }

  private let account: Account
  private var dates: DateCells

  package init(_ context: TableContext) {
    account = context.account
    dates = DateCells(zone: context.zone)
  }

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    let id = try row.needed("inquiry_id")
    guard let receivedAt = try dates.instant(try row.needed("received_at"), named: "received_at") else { return [] }
    let repliedAt = try dates.instant(row["first_reply_at"], named: "first_reply_at")
    let channel: Channel? = try Cell.word(row["channel"], named: "channel")
    let state: State? = try Cell.word(row["state"], named: "state")
    let buyer = row["buyer_id"]

    func message(_ id: String, _ direction: Direction, at: Date, from: String) -> IncomingMessage {
      var message = IncomingMessage(
        accountID: account.id, id: id, threads: .init(names: ["inquiry \(row["inquiry_id"] ?? id)"]),
        direction: direction, at: at, from: from, subject: "Inquiry \(row["inquiry_id"] ?? id)", text: "")
      message.channel = channel == .chat ? .chat : .message
      message.buyer = buyer
      message.canChange = true
      if channel == nil { message.leavesOpen.insert(.channel) }
      return message
    }

    var inquiry = message(id, .in, at: receivedAt, from: buyer ?? "")
    // Trashed, rejected and spam inquiries and those from China leave Alibaba's response rate (MARKETPLACES.md 1.3).
    // Marked as automatic they start no timer.
    let isLeftOut = [.trash, .rejected, .spam].contains(state)
    let country = row["buyer_country"]
    inquiry.isAutomatic = isLeftOut || country?.uppercased() == "CN"
    if state == nil, country == nil { inquiry.leavesOpen.insert(.automatic) }
    guard let repliedAt else { return [IncomingRecord(line: row.line, facts: [.message(inquiry)])] }
    if repliedAt < receivedAt { inquiry.flaws.append("answered before it was received") }
    let reply = message("\(id) reply", .out, at: repliedAt, from: account.settings.shop ?? account.name)
    return [IncomingRecord(line: row.line, facts: [.message(inquiry), .message(reply)])]
  }
}
