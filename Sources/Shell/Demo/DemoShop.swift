import DeskStore
import Foundation
import Intake
import ServiceDesk

/// Fills a desk with a sample shop, its times relative to now.
enum DemoShop {
  private struct Written: Decodable {
    var account: String
    var thread: String
    var order: String?
    var buyer: String
    var direction: Direction
    var minutesAgo: Int
    var subject: String
    var text: String
    var channel: Channel
    var auto: Bool
  }

  private static let accounts = [
    Account(
      name: "amazon-us", profile: "amazon", zone: "America/Los_Angeles", addresses: ["service@northwind.example"]),
    Account(name: "alibaba", profile: "alibaba", zone: "Asia/Shanghai"),
    Account(name: "shop-de", profile: "plain", zone: "Europe/Berlin", addresses: ["hilfe@northwind.example"]),
  ]

  static func fill(_ desk: Desk, options: GlobalOptions, environment: Environment, now: Date) throws {
    var options = options
    options.now = now
    // Not by whoever looks at the demo: their first undo must not take the shop apart.
    options.agent = "demo"
    var session = Session(desk: desk, options: options, environment: environment)
    desk.author = Command(at: now, agent: "demo", words: "demo")
    var ids: [String: Int64] = [:]
    for var account in accounts {
      account.settings.shop = "Northwind Lamps & Home"
      ids[account.name] = try desk.add(account).id
    }
    try session.profiles.refresh()
    let decoder = JSONDecoder()
    let lines = PackageResources.messages_jsonl.split(separator: UInt8(ascii: "\n")).filter { !$0.isEmpty }
    var messages: [IncomingMessage] = []
    for (number, line) in lines.enumerated() {
      let written = try decoder.decode(Written.self, from: Data(line))
      guard let account = ids[written.account] else { continue }
      messages.append(message(written, account: account, number: number, now: now))
    }
    // As an import of all these would have come in: in the order of time.
    messages.sort { ($0.at, $0.id) < ($1.at, $1.id) }
    _ = try Ingestor(desk).ingest(messages)
    let demo = DemoOrders(now: now)
    for account in try desk.accounts() {
      let facts = demo.facts(of: account, written: messages.filter { $0.accountID == account.id })
      _ = try Ingestor(desk).ingest(facts, into: account, at: now)
    }
    try desk.catchUp(to: now)
    try act(&session)
  }

  private static func message(_ written: Written, account: Int64, number: Int, now: Date) -> IncomingMessage {
    var message = IncomingMessage(
      accountID: account, id: "demo-\(number)", threads: .init(names: ["thread \(written.thread)"]),
      direction: written.direction, at: now.addingTimeInterval(Double(-60 * written.minutesAgo)),
      from: written.direction == .in ? written.buyer : "Northwind Lamps & Home", subject: written.subject,
      text: written.text)
    message.buyer = written.buyer
    message.order = written.order
    message.channel = written.channel
    message.isAutomatic = written.auto
    if written.direction == .in { message.language = LanguageOfText.code(written.text) }
    return message
  }

  /// What agents have done before the visitor came.
  private static func act(_ session: inout Session) throws {
    for line in ["tag text:damaged +damaged --yes", "tag text:refund +refund --yes", "tag text:invoice +invoice --yes"]
    {
      session.typed = line
      // A shop without such messages goes without the tag.
      _ = try? Dispatcher.run(line.split(separator: " ").map(String.init), in: &session)
    }
    session.typed = "resolve state:waiting answered --cause other --yes"
    let waiting = try session.desk.queue(CaseFilter(words: ["state:waiting"]), at: session.now).cases
    let resolution = Resolution(outcome: "answered", cause: "other")
    try session.desk.apply(.resolving(waiting, with: resolution, at: session.now), as: session.command)
    // What was let go weeks ago is no work for today.
    session.typed = "resolve due:<-3d no-action --cause other --yes"
    let old = try session.desk.queue(CaseFilter(words: ["due:<-3d"]), at: session.now).cases
    let dropped = Resolution(outcome: "no-action", cause: "other")
    try session.desk.apply(.resolving(old, with: dropped, at: session.now), as: session.command)
  }
}
