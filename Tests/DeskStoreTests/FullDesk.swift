import Foundation
import HealthCore
import ServiceDesk
import TestSupport

@testable import DeskStore

/// A desk that has a row in every table of facts, one of them not the last of its kind.
enum FullDesk {
  static let now = Date(seconds: 1_772_442_000)
  /// Words of a buyer's, of an agent's and of the log's that stand in the file as they are here.
  static let words = ["The glass of my lamp", "Marketplace Buyer Dana", "spoke to the carrier", "kim-the-agent"]

  /// Makes it, as one file with nothing beside it.
  static func make(at path: String) throws {
    let desk = try Desk(path: path)
    desk.author = Command(at: now, agent: "kim-the-agent", words: "test")
    let account = try desk.add(Account(name: "shop", profile: "plain"))
    try ingest(into: desk, account)
    func command(_ words: String) -> Command { Command(at: now, agent: "kim-the-agent", words: words) }
    var decision = Decision()
    if let subject = try desk.standing(1, at: now) { decision.record(.note(text: "spoke to the carrier"), on: subject) }
    try desk.apply(decision, as: command("note 1 spoke"))
    try desk.set(.atRisk, of: account.id, note: "a letter came", as: command("standing set at-risk"))
    _ = try desk.newPlan(
      "# Plan", of: account.id, kind: "pip", metric: "response-rate", days: 30, as: command("plan new"))
    try desk.setReviewTask("prices", title: "look at prices", days: 7, at: now)
    let mail = OutgoingMail(
      messageID: "<r1@desk.invalid>", fromName: "Shop", from: "shop@lampshop.example", to: "dana@buyers.example",
      subject: "Re: lamp", inReplyTo: nil, references: [], text: "A new glass is on its way.", date: now)
    _ = try desk.post(
      NewReply(
        caseID: 1, accountID: account.id, mail: mail, carrier: "folder", response: nil, releaseAt: now,
        seen: try desk.standing(1, at: now)?.newestInbound), then: [], as: command("reply 1"))
    try desk.write { db in
      try db.execute(
        sql: """
          INSERT INTO audits (at, agent, scope, findings) VALUES (1, 'kim', '', '[]');
          INSERT INTO review_marks (key, verdict, at, agent) VALUES ('k', 'done', 1, 'kim');
          """)
    }
    desk.foldLog()
    desk.close()
  }

  private static func ingest(into desk: Desk, _ account: Account) throws {
    let at = now.addingTimeInterval(-86_400)
    var message = IncomingMessage(
      accountID: account.id, id: "<m1@buyers.example>", threads: .init(names: ["order 114-1"]), direction: .in, at: at,
      from: "Marketplace Buyer Dana", subject: "lamp", text: "The glass of my lamp is broken.")
    message.buyer = "Dana"
    message.order = "114-1"
    var order = OrderFact(number: "114-1")
    order.purchasedAt = at.addingTimeInterval(-86_400)
    order.buyer = "Dana"
    var feedback = FeedbackFact(id: "f1")
    feedback.order = "114-1"
    feedback.rating = 1
    feedback.comment = "broken"
    feedback.leftAt = at
    var claim = ClaimFact(id: "c1")
    claim.order = "114-1"
    claim.openedAt = at
    claim.kind = .aToZ
    var violation = ViolationFact(id: "v1")
    violation.openedAt = at
    var snapshot = PerformanceSnapshot(format: "figures")
    snapshot.reportedAt = at
    snapshot.figures = [ReportedFigure(metric: .orderDefectRate)]
    _ = try Ingestor(desk).ingest(
      [
        .message(message), .order(order), .feedback(feedback), .claim(claim), .violation(violation),
        .snapshot(snapshot), .example(Lesson(text: "where is it", response: "where-is-my-order")),
      ], into: account, at: now)
  }
}
