import Foundation
import HealthCore
import ServiceDesk
import Testing

@testable import Reviews

@Suite("An audit")
struct AuditTests {
  private static let now = Date(timeIntervalSince1970: 1_772_442_000)

  private static func after(_ hours: Double) -> Date { now.addingTimeInterval(hours * 3600) }

  private static func findings(_ change: (inout AuditFacts) -> Void) -> [AuditFinding] {
    var facts = AuditFacts(account: "shop", profile: "amazon", now: now)
    change(&facts)
    return Audit.findings(in: facts)
  }

  @Test("A shop with nothing wrong gives no finding")
  func nothing() { #expect(Self.findings { _ in } == []) }

  @Test("Each thing is one finding of its kind, with what to type")
  func kinds() {
    func one(_ change: (inout AuditFacts) -> Void) -> String {
      let found = Self.findings(change)
      return found.count == 1 ? "\(found[0].kind.rawValue): \(found[0].command)" : "\(found)"
    }
    #expect(one { $0.due = [.init(id: 1, kind: .message, dueAt: Self.after(-1), order: nil)] } == "overdue: reply 1")
    #expect(one { $0.due = [.init(id: 1, kind: .message, dueAt: Self.after(5), order: nil)] } == "due-soon: reply 1")
    #expect(one { $0.due = [.init(id: 2, kind: .claim, dueAt: Self.after(70), order: nil)] } == "claim: show 2")
    #expect(one { $0.orders = [.init(number: "A", trouble: .unshipped(since: Self.after(-9)))] } == "order: find A")
    #expect(
      one { $0.orders = [.init(number: "A", trouble: .buyersWish(caseID: 3))] }
        == "cancellation: reply 3 cancel-official")
    #expect(
      one { $0.feedback = [.init(caseID: 4, rating: 1, ground: .obscene, status: .new, until: nil)] }
        == "feedback: feedback ask 4")
    #expect(
      one { $0.feedback = [.init(caseID: 4, rating: 1, ground: nil, status: .new, until: nil)] }
        == "feedback: feedback show 4")
    #expect(
      one { $0.replies = [.init(caseID: 5, trouble: .draft(rule: "MSG-001", why: "a link"))] }
        == "policy: reply 5 --edit")
    #expect(one { $0.hasReports = true } == "report: import performance FILE --account shop")
    #expect(one { $0.keptTooLong = 3 } == "personal-data: purge --dry-run --account shop")
    #expect(
      one { $0.differences = [.init(metric: .orderDefectRate, reported: Ratio(1, of: 2), own: Ratio(2, of: 2))] }
        == "reconcile: reconcile --account shop")
    #expect(
      one { $0.unread = [.init(caseID: 6, id: "#6", title: "notice", openedAt: Self.now)] } == "notification: show 6")
  }

  @Test("What has time or was dealt with is no finding")
  func quiet() {
    #expect(
      Self.findings {
        $0.due = [
          .init(id: 1, kind: .message, dueAt: Self.after(25), order: nil),
          .init(id: 2, kind: .claim, dueAt: Self.after(73), order: nil),
          .init(id: 3, kind: .feedback, dueAt: Self.after(1), order: nil),
        ]
        $0.feedback = [.init(caseID: 4, rating: 1, ground: nil, status: .contacted, until: nil)]
        $0.hasReports = true
        $0.newestReport = Self.after(-24 * 6)
      } == [])
  }

  @Test("An order in trouble is told of once, by its number")
  func once() {
    let found = Self.findings {
      $0.orders = [.init(number: "A", trouble: .unshipped(since: Self.after(-9)))]
      $0.due = [.init(id: 1, kind: .shipment, dueAt: Self.after(-9), order: "A")]
    }
    #expect(found.map(\.kind) == [.order])
  }

  @Test("The weightiest stands first, and a missed target before all")
  func order() {
    let found = Self.findings {
      $0.hasReports = true
      $0.due = [.init(id: 1, kind: .message, dueAt: Self.after(-1), order: nil)]
      $0.figures = [.init(metric: .orderDefectRate, days: 60, words: "2 %", isMissed: true)]
    }
    #expect(found.map(\.kind) == [.targetMissed, .overdue, .report])
  }

  @Test("Held against the last, an audit tells what is new and what is gone")
  func comparison() {
    let last = Self.findings { $0.keptTooLong = 3 }
    let findings = Self.findings { $0.hasReports = true }
    let comparison = AuditComparison(findings, last: last, at: Self.now)
    #expect(comparison.new == Set(findings.map(\.key)))
    #expect(comparison.gone == last)
  }

  @Test("A daily task is due on the next day at midnight, however late it was done")
  func rhythm() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    var task = RecurringTask(name: "health", title: "look", days: 1)
    #expect(task.isDue(at: Self.now, zone: zone))
    task.lastDone = Self.now  // 2026-03-02 10:00 in Berlin
    #expect(task.dueAt(zone: zone) == Date(timeIntervalSince1970: 1_772_492_400))
    #expect(!task.isDue(at: Self.now, zone: zone))
    #expect(task.finding(at: Self.now, zone: zone) == nil)
  }

  @Test("What was put off rests a day, what was accepted thirty, what was done not at all")
  func rest() {
    func rests(_ verdict: ReviewMark.Verdict, _ hours: Double) -> Bool {
      ReviewMark(key: "k", verdict: verdict, at: Self.now, agent: "sam", note: nil).rests(at: Self.after(hours))
    }
    #expect(!rests(.done, 1))
    #expect(rests(.later, 23) && !rests(.later, 25))
    #expect(rests(.accepted, 24 * 29) && !rests(.accepted, 24 * 31))
  }
}
