import DeskStore
import Foundation
import ServiceDesk

/// What is said of cases that have come: one by itself, several together.
enum ArrivalWords {
  static func notice(_ cases: [Int64], _ kind: CaseKind, isMore: Bool, _ session: Session) throws -> Notice? {
    let noticeKind: NoticeKind = kind == .message ? .message : .arrival
    guard let last = cases.last else { return nil }
    let key = "arrival \(kind.rawValue) \(last) \(cases.count)"
    func notice(_ words: String) -> Notice {
      Notice(kind: noticeKind, at: session.now, key: key, caseID: cases.count == 1 ? last : nil, words: words)
    }
    if cases.count > 1 || isMore {
      let many = isMore ? "over \(cases.count)" : "\(cases.count)"
      return notice("\(many) new: \(plural(kind)) · queue kind:\(kind.rawValue)")
    }
    guard let subject = try session.desk.standing(last, at: session.now) else { return nil }
    var words = "new \(kind.rawValue) #\(last)"
    if let rating = subject.rating { words += ", \(rating) \(rating == 1 ? "star" : "stars")" }
    words += about(subject)
    if let due = subject.dueAt { words += " · due \(Page(width: 80, now: session.now).relative(due))" }
    return notice(words)
  }

  /// Who and what, as far as that is known.
  static func about(_ subject: Case) -> String {
    let who = subject.buyer.map { " " + DisplayWidth.cut(TextGate.oneLine($0), to: 24) } ?? ""
    let what = subject.subject ?? subject.order
    return who + (what.map { " “\(DisplayWidth.cut(TextGate.oneLine($0), to: 40))”" } ?? "")
  }

  private static func plural(_ kind: CaseKind) -> String {
    switch kind {
    case .feedback: "feedback"
    case .message, .claim, .violation, .shipment, .notification: kind.rawValue + "s"
    }
  }
}

/// What is said of deadlines that come near or pass: up to three by themselves, more of them together.
enum ReminderWords {
  static func notices(_ deadlines: [Deadline], before: Int, _ session: Session) throws -> [Notice] {
    let cases = Dictionary(grouping: deadlines, by: \.caseID).values.compactMap(\.first).sorted {
      $0.caseID < $1.caseID
    }
    let kind: NoticeKind = before == 0 ? .breach : .due
    func key(_ deadline: Deadline) -> String { "due \(before) \(deadline.caseID) \(deadline.dueAt.seconds)" }
    let when = before == 0 ? "overdue" : "due in \(Span(seconds: before))"
    guard cases.count <= 3 else {
      let filter = before == 0 ? "overdue" : "due:<\(compact(before))"
      return [
        Notice(
          kind: kind, at: session.now, key: cases.first.map(key) ?? "",
          words: "\(cases.count) cases \(when) · queue \(filter)",
          isAlarm: before == 0)
      ]
    }
    // The window of feedback ends: nothing is late.
    return try cases.filter { before > 0 || $0.kind != .feedback }.map { deadline in
      let subject = try session.desk.standing(deadline.caseID, at: session.now)
      return Notice(
        kind: kind, at: session.now, key: key(deadline), caseID: deadline.caseID,
        words: "#\(deadline.caseID) \(when)" + (subject.map { ArrivalWords.about($0) } ?? ""), isAlarm: before == 0)
    }
  }

  /// "2h", "30m": as a filter takes it.
  private static func compact(_ seconds: Int) -> String {
    seconds % 3600 == 0 ? "\(seconds / 3600)h" : seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s"
  }
}
