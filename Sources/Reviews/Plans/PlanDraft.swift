import Foundation
import HealthCore
import ServiceDesk

/// A first plan out of what the desk knows. What only a person can say is left open, and the check finds it.
package struct PlanDraft: Sendable {
  /// What a marketplace wrote, as far as it bears on the plan.
  package struct Notice: Sendable {
    package var day: String
    package var words: String
    package var deadline: String?
    package var concerns: [String]

    package init(day: String, words: String, deadline: String?, concerns: [String]) {
      (self.day, self.words, self.deadline, self.concerns) = (day, words, deadline, concerns)
    }
  }
  /// What counts against the seller: an order, a listing, a message answered late.
  package struct Defect: Sendable {
    /// The order's number or the listing's; empty where it is neither.
    package var order: String
    package var why: String
    package var cases: [Int64]

    package init(order: String, why: String, cases: [Int64]) {
      (self.order, self.why, self.cases) = (order, why, cases)
    }

    /// "114-… #12 (feedback of 1 star)".
    var words: String {
      ([order] + cases.prefix(1).map { "#\($0)" }).filter { !$0.isEmpty }.joined(separator: " ") + " (\(why))"
    }
  }

  package var kind: Plan.Kind
  package var metric: MetricID
  package var account: String
  package var today: CivilDay
  package var zone: TimeZone
  /// Each in words: "Order defect rate: 1.20 % (12 of 1000), target < 1 %".
  package var figures: [String] = []
  package var defects: [Defect] = []
  package var notice: Notice?
  /// The cases settled in the window, whatever they were about.
  package var settled: [SettledCase] = []

  package init(kind: Plan.Kind, metric: MetricID, account: String, today: CivilDay, zone: TimeZone) {
    (self.kind, self.metric, self.account, self.today, self.zone) = (kind, metric, account, today, zone)
  }

  /// How the line begins that repeats the notice.
  static let noticeMark = "Notice of"
  /// So many causes are told; the rest is named together.
  private static let mostCauses = 5
  private static let mostEvidence = 8

  package func plan() -> Plan {
    var plan = Plan(kind: kind, metric: metric.rawValue, account: account)
    plan.facts = figures + defectLine + noticeLines
    plan.concerns = notice?.concerns ?? []
    let relevant = relevantCases
    let causes = Pareto(relevant, by: .cause).rows.map(\.name).filter { $0 != Resolution.unknownCause }
      .prefix(Self.mostCauses)
    for name in causes {
      let own = relevant.filter { $0.resolution.cause == name }
      plan.causes.append(
        .init(
          name: name, words: "\(own.count) of \(relevant.count) settled cases: \(CauseWords.why(name))",
          evidence: own.prefix(Self.mostEvidence).map(Self.evidence) + Self.rest(own.count)))
      plan.actions += own.prefix(Self.mostEvidence).map {
        .init(day: day(Self.done($0)), cause: name, words: Self.deed($0))
      }
      plan.measures.append(
        .init(
          cause: name, control: CauseWords.control(name), owner: "‹who?›", record: CauseWords.record(name), start: today
        ))
    }
    let told = relevant.filter { causes.contains($0.resolution.cause) }
    let orders = Set(told.compactMap(\.order))
    let cases = Set(told.map(\.id))
    let untold = defects.filter { !orders.contains($0.order) && cases.isDisjoint(with: $0.cases) }
    if plan.causes.isEmpty || !untold.isEmpty {
      plan.causes.append(Self.unknownCause(of: untold))
      plan.actions.append(.init(day: nil, cause: "‹cause?›", words: "‹what was done, in the past tense›"))
      plan.measures.append(
        .init(
          cause: "‹cause?›", control: "‹what is done, how often›", owner: "‹who?›", record: "‹what is written down›",
          start: nil))
    }
    plan.actions.sort { ($0.day?.number ?? .max) < ($1.day?.number ?? .max) }
    let reviews = [7, 14, 30].map(after)
    plan.timeline =
      plan.actions.first.flatMap { action in
        action.day.map { [Plan.Step(day: $0, words: "first correction made")] }
      } ?? []
    plan.timeline += [Plan.Step(day: today, words: "this plan written; preventive measures begin")]
    plan.timeline += reviews.prefix(1).map { Plan.Step(day: $0, words: "measures reviewed against \(metric.rawValue)") }
    plan.reviews = reviews
    return plan
  }

  private var defectLine: [String] {
    guard !defects.isEmpty else { return [] }
    let named = defects.prefix(20).map(\.words).joined(separator: "; ")
    return ["What counts: \(named)\(defects.count > 20 ? "; and \(defects.count - 20) more" : "")"]
  }

  private var noticeLines: [String] {
    guard let notice else { return [] }
    return ["\(Self.noticeMark) \(notice.day): \(notice.words)"] + (notice.deadline.map { ["Answer due: \($0)"] } ?? [])
  }

  /// The settled cases about what counts.
  private var relevantCases: [SettledCase] {
    let orders = Set(defects.map(\.order))
    let cases = Set(defects.flatMap(\.cases))
    return settled.filter { cases.contains($0.id) || $0.order.map(orders.contains) ?? false }
  }

  /// An answer was given when it was sent, not when its case was closed.
  private static func done(_ settled: SettledCase) -> Date {
    ["answered", "tracking-provided"].contains(settled.resolution.outcome)
      ? settled.answeredAt ?? settled.at : settled.at
  }

  private static func rest(_ count: Int) -> [String] {
    count > mostEvidence ? ["and \(count - mostEvidence) more"] : []
  }

  /// Of orders about which nothing was logged: they are the evidence, and the cause is a person's to name.
  private static func unknownCause(of defects: [Defect]) -> Plan.Cause {
    Plan.Cause(
      name: "‹cause?›", words: "‹why it happened, as a failure of a process›",
      evidence: defects.prefix(mostEvidence).map { $0.words.replacing(",", with: ";") } + rest(defects.count))
  }

  private static func evidence(_ settled: SettledCase) -> String {
    settled.order.map { "#\(settled.id) (order \($0))" } ?? "#\(settled.id)"
  }

  /// What was done, in the past tense.
  private static func deed(_ settled: SettledCase) -> String {
    let about = settled.order.map { "order \($0)" } ?? "case #\(settled.id)"
    let cost = settled.resolution.cost.map { " (\($0))" } ?? ""
    let deed =
      switch settled.resolution.outcome {
      case "refunded": "refunded \(about)\(cost)"
      case "replaced": "sent a replacement for \(about)\(cost)"
      case "returned": "took back \(about)\(cost)"
      case "cancelled": "cancelled \(about) as the buyer asked"
      case "tracking-provided": "gave the buyer the tracking of \(about)"
      case "claim-won", "claim-lost": "answered the claim about \(about) with evidence\(cost)"
      case "removed": "had the feedback on \(about) corrected"
      case "answered": "answered the buyer of \(about)"
      default: "settled \(about)\(cost)"
      }
    return settled.order == nil ? deed : "\(deed), case #\(settled.id)"
  }

  private func day(_ instant: Date) -> CivilDay { LocalTime.wall(at: instant, in: zone).day }

  private func after(_ days: Int) -> CivilDay { CivilDay(number: today.number + days) }
}

/// What the logged causes say about a process, and what usually prevents them: a beginning to be edited.
enum CauseWords {
  static func why(_ cause: String) -> String {
    switch cause {
    case "carrier-delay": "parcels were handed over in time, and delivery was not followed until buyers asked"
    case "late-handling": "orders were not packed and handed over on the day planned"
    case "wrong-item": "picked items were not compared with the order before packing"
    case "damaged": "packaging was not chosen by how fragile the item is"
    case "defective": "items were not tested before dispatch"
    case "not-as-described": "listings were not compared with the goods after changes"
    case "lost": "parcels without a scan were not followed up"
    case "stock": "stock shown was higher than stock held"
    case "price-error": "prices were published without a second look"
    case "listing-error": "listings were published without a second look"
    case "buyer-remorse": "buyers were not asked before dispatch where an order looked doubtful"
    case "fraud": "orders with signs of fraud were not held for a check"
    case "policy": "a rule of the marketplace was not part of the working steps"
    default: "‹why, as a failure of a process›"
    }
  }

  static func control(_ cause: String) -> String {
    switch cause {
    case "carrier-delay": "each morning list parcels past their promised day and write to their buyers first"
    case "late-handling": "cut-off at noon for same-day packing, checked against open orders at 16:00"
    case "wrong-item": "scan each item against the order at the packing table"
    case "damaged": "packing class for each product, with a drop test for the fragile ones"
    case "defective": "test each item of the affected products before packing, lots by sample"
    case "not-as-described": "weekly comparison of the affected listings with goods in hand"
    case "lost": "each morning list parcels without a scan for 48 hours and open a search with the carrier"
    case "stock": "stock counted weekly, shown stock reduced by a safety margin"
    case "price-error", "listing-error": "second person approves each change before it is published"
    case "fraud": "orders that show signs of fraud are held until checked"
    case "policy": "rule added to the working steps and trained"
    default: "‹control?›"
    }
  }

  static func record(_ cause: String) -> String {
    switch cause {
    case "carrier-delay", "lost": "daily list with what was done for each parcel"
    case "late-handling": "daily count of open orders at 16:00"
    case "wrong-item": "scan log by order"
    case "damaged", "defective": "test sheet by product"
    case "not-as-described", "price-error", "listing-error": "dated list of checked listings"
    case "stock": "count sheet with differences"
    case "fraud": "list of held orders with the outcome"
    case "policy": "training record by person"
    default: "‹record?›"
    }
  }
}
