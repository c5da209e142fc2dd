import Testing

@testable import ServiceDesk

@Suite("Outgoing texts are held against the rules")
struct PolicyTests {
  static let order = "114-5550101-2220202"

  static func message(_ text: String, order: String? = order, rules: MessageRules = .own) -> OutgoingText {
    var message = OutgoingText(text: text, rules: rules)
    message.occasion.order = order
    return message
  }

  @Test(
    "MSG-044: a placeholder that was left unfilled",
    arguments: [
      ("Hello {{buyer}}!", ["{{buyer}}"]), ("Hello ‹buyer?›, about ‹order?›", ["‹buyer?›", "‹order?›"]),
      ("Hello [[name]]", ["[[name]]"]), ("Hello <<name>>", ["<<name>>"]), ("Hello {{buyer", ["{{"]),
    ])
  func placeholders(text: String, words: [String]) {
    let findings = PolicyCheck.findings(in: Self.message(text))
    #expect(findings.map(\.words) == words)
    #expect(findings.allSatisfy { $0.rule == "MSG-044" && $0.severity == .block })
  }

  @Test(
    "MSG-045: an order of another conversation",
    arguments: [
      ("Your order 114-5550101-9990909 left.", ["114-5550101-9990909"]),
      ("Not \(order) but 206-0000001-0000002 or 206-0000001-0000003", ["206-0000001-0000002", "206-0000001-0000003"]),
    ])
  func foreignOrders(text: String, words: [String]) {
    let findings = PolicyCheck.findings(in: Self.message(text))
    #expect(findings.map(\.words) == words)
    #expect(findings.allSatisfy { $0.rule == "MSG-045" && $0.severity == .block })
  }

  @Test(
    "An ordinary text passes",
    arguments: [
      "", "Your order \(order) left yesterday.", "A {2 x 3} and [square] and <angled> word, {a: {b}}",
      "5 << 6, and [[ on its own", "Call 1114-5550101-99909091 in vain", "‹quoted› words",
    ])
  func clean(text: String) {
    #expect(PolicyCheck.findings(in: Self.message(text)).isEmpty)
  }

  @Test("Where the conversation has no order, any may be named", arguments: [nil, "77-1"])
  func withoutOrder(own: String?) {
    #expect(PolicyCheck.findings(in: Self.message("Order 114-5550101-9990909", order: own)).isEmpty)
  }

  @Test(
    "Order numbers are found in running text",
    arguments: [
      ("(Order: 114-5550101-2220202)", ["114-5550101-2220202"]), ("114-5550101-222020", []),
      ("114-5550101-22202022", []),
      ("1114-5550101-2220202", []), ("114-5550101-2220202 114-5550101-2220202", ["114-5550101-2220202"]),
      ("№114-5550101-2220202é", ["114-5550101-2220202"]), ("114 5550101 2220202", []),
    ] as [(String, [String])])
  func orderNumbers(text: String, numbers: [String]) {
    #expect(OrderNumber.amazon(in: text) == numbers)
  }
}
