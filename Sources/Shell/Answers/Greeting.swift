import DeskStore
import Foundation
import HealthCore
import ServiceDesk

/// What the shell says first: how things stand, or on an empty desk what to do.
struct Greeting: Answer {
  private struct Line {
    var account: Account
    var rate: ResponseRate
    var target: HealthCore.Target?
    var defects: Reading?
    var standing: AccountStanding
  }
  private var lines: [Line] = []
  private var isEmpty: Bool
  private var total = 0
  private var near = 0
  private var overdue = 0

  init(_ session: Session) throws {
    let now = session.now
    let accounts = try session.desk.accounts()
    total = try session.desk.queue(CaseFilter(), at: now, limit: 1).total
    isEmpty =
      try accounts.isEmpty || (total == 0 && session.desk.queue(CaseFilter(), all: true, at: now, limit: 1).total == 0)
    guard !isEmpty else { return }
    near = try session.desk.openTimers(from: now, until: now.addingTimeInterval(4 * 3600), at: now, limit: 100).count
    overdue = try session.desk.overdueCount(at: now)
    for account in accounts {
      let health = try AccountHealth(account, session)
      lines.append(
        Line(
          account: account, rate: try health.source.response(days: 30).rate,
          target: health.goal(.responseRate).target, defects: try health.reading(.orderDefectRate),
          standing: try session.desk.standing(ofAccount: account.id, at: now)))
    }
  }

  var document: Document { .object(["open": .int(total), "overdue": .int(overdue), "dueSoon": .int(near)]) }

  func text(on page: Page) -> Rich {
    if isEmpty {
      return """
        This desk is empty. To begin:
          account add NAME --profile amazon    (or alibaba, ebay, walmart, etsy, plain)
          import mail FILE                     an mbox file, a Maildir folder or an .eml file
          next                                 the most urgent case; help lists all commands, demo shows a sample shop
        """
    }
    var output: Rich = "\("\(total) open", .bold), \(near) due within 4 h, "
    let more = overdue >= Desk.mostOverdue ? "over " : ""
    output += overdue > 0 ? "\("\(more)\(overdue) overdue", .alarm)" : "none overdue"
    for line in lines {
      let target = line.target.map { ", target \(Figure.amount($0.value, .share))" } ?? ""
      output +=
        "\n  \(line.account.name): response \(Percent.text(line.rate.onTime, of: line.rate.required)) (30 d\(target))"
      if let defects = line.defects, defects.value != nil {
        let words = "ODR \(Figure.value(defects))"
        output += " · "
        output += Rich(words, defects.status == .bad ? .alarm : defects.status == .watch ? .caution : .plain)
        if let target = defects.target { output += " of \(Figure.amount(target.value, .share))" }
        if let room = defects.headroom { output += ", room for \(room)" }
      }
      if line.standing.state != .healthy { output += " · \(line.standing.title, .alarm)" }
    }
    return output
  }
}
