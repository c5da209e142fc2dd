import Foundation
import Testing

@testable import ServiceDesk

@Suite("Urgency is a sum that can be explained")
struct UrgencyTests {
  @Test("The terms add up, and those that last are kept apart from the deadline's")
  func sum() {
    var subject = Case(id: 1, accountID: 1, kind: .feedback, settledAt: start)
    subject.rating = 1
    subject.priority = .urgent
    subject.unanswered = 3
    subject.dueAt = hour(2)
    let urgency = Urgency(of: subject, at: start)
    #expect(urgency.terms.map(\.tenths) == [50, 60, 10, 20])
    #expect(urgency.tenths == 140)
    #expect(Urgency.lastingTenths(of: subject) == 90)
    #expect(urgency.terms.first?.name == "due in 2 h")
  }

  @Test(
    "The points of the deadline",
    arguments: [(-1, 100), (-86_400, 100), (0, 100), (7200, 50), (21_600, 25), (86_400, 7), (3_000_000, 0)])
  func dueTenths(secondsLeft: Int, tenths: Int) {
    #expect(Urgency.dueTenths(secondsLeft: secondsLeft) == tenths)
  }

  @Test("Less time left never makes a case less urgent")
  func monotone() {
    let points = stride(from: -1000, through: 200_000, by: 7).map { Urgency.dueTenths(secondsLeft: $0) }
    #expect(zip(points, points.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(points.first == 100)
  }

  @Test(
    "What came to the desk weighs by what it may cost",
    arguments: [
      (CaseKind.claim, nil, 30), (.violation, nil, 25), (.feedback, 2, 20), (.feedback, 3, 0), (.feedback, nil, 0),
      (.shipment, nil, 15), (.message, nil, 0), (.notification, nil, 0),
    ] as [(CaseKind, Int?, Int)])
  func kinds(kind: CaseKind, rating: Int?, tenths: Int) {
    var subject = Case(id: 1, accountID: 1, kind: kind, settledAt: start)
    subject.rating = rating
    #expect(Urgency(of: subject, at: start).tenths == tenths)
  }

  @Test("Low priority takes points away, and many messages don't add without end")
  func bounds() {
    var subject = Case(id: 1, accountID: 1, kind: .message, settledAt: start)
    subject.priority = .low
    #expect(Urgency(of: subject, at: start).tenths == -30)
    subject.priority = .normal
    subject.unanswered = 400
    #expect(Urgency(of: subject, at: start).tenths == 20)
  }
}
