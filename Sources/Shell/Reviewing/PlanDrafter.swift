import DeskStore
import Foundation
import HealthCore
import Reviews
import ServiceDesk

/// Gathers what a plan is drafted from.
struct PlanDrafter {
  let account: Account
  let session: Session
  let health: AccountHealth

  init(_ account: Account, _ session: Session) throws {
    self.account = account
    self.session = session
    health = try AccountHealth(account, session)
  }

  func draft(_ kind: Plan.Kind, _ id: MetricID, days: Int) throws -> PlanDraft {
    var draft = PlanDraft(
      kind: kind, metric: id, account: account.name, today: session.today(at: account), zone: account.timeZone)
    let goal = health.goal(id)
    let window = MetricWindow(days: days, lag: goal.lag, at: session.now)
    // Of a figure that is made of several, each by its name and number, 0 too.
    let parts: [MetricID] =
      id == .orderDefectRate ? [id, .negativeFeedbackRate, .aToZClaimRate, .chargebackRate] : [id]
    for part in parts {
      if let reading = try health.report.estimate(health.goal(part), days: days, health.source) {
        draft.figures.append(Self.words(reading, isEstimated: true))
      }
    }
    for figure in try health.source.reported() where parts.contains(figure.metric) && figure.fulfilment == .seller {
      draft.figures.append(Self.words(health.report.reading(figure, health.goal(figure.metric)), isEstimated: false))
    }
    draft.defects = try MetricCommand.defects(id, goal: goal, days: days, .seller, health, session).map {
      .init(order: $0.order, why: $0.why, cases: $0.cases)
    }
    let until = session.now.addingTimeInterval(1)
    draft.settled = try session.settledCases(
      in: MetricWindow(days: days, from: window.from, to: until), of: account)
    return draft
  }

  private static func words(_ reading: Reading, isEstimated: Bool) -> String {
    let target = reading.target.map { ", target \(Figure.target($0, reading.metric.unit))" } ?? ""
    let from = reading.window.from.map { "\($0.rfc3339.prefix(10)) to " } ?? "up to "
    let days = reading.window.days.map { ", \($0) days" } ?? ""
    let to = reading.window.to.rfc3339.prefix(10)
    return
      "\(reading.metric.title): \(Figure.withCounts(reading))\(target)\(days), \(from)\(to)\(isEstimated ? ", counted from our own records" : ", as reported")"
  }

  // MARK: - The notice

  /// What a notice says, out of its case or a file.
  func notice(_ word: String) throws -> PlanDraft.Notice {
    let text: String
    var day = session.today(at: account).description
    var deadline: String?
    if Int64(word.hasPrefix("#") ? String(word.dropFirst()) : word) != nil || word == "." {
      let subject = try session.findCase(word)
      guard let file = try session.desk.file(subject.id, at: session.now), let first = file.messages.first else {
        throw Complaint("#\(subject.id) has no words to answer", try: "plan new … --notice FILE")
      }
      text = "\(first.subject)\n\(first.text)"
      day = session.today(at: account, first.at).description
      deadline = subject.dueAt.map { session.today(at: account, $0).description }
    } else {
      text = try InputFile.text(of: word, for: "plan new … --notice")
    }
    return PlanDraft.Notice(
      day: day, words: Self.short(text), deadline: deadline, concerns: NoticeReading.concerns(in: text))
  }

  /// The first words, on one line and without what an appeal must not repeat.
  private static func short(_ text: String) -> String {
    let line = TextGate.oneLine(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    return line.count > 240 ? line.prefix(239) + "…" : line
  }
}
