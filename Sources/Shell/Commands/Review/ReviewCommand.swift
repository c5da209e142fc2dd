import ArgumentParser
import DeskStore
import Foundation
import Reviews
import ServiceDesk

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Walk through the audit one by one, and keep up recurring tasks.",
    subcommands: [ReviewWalk.self, ReviewDone.self, ReviewTasks.self, ReviewEvery.self, ReviewHistory.self],
    defaultSubcommand: ReviewWalk.self)
}

struct ReviewWalk: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "walk", abstract: "Go through what the audit found, the weightiest first.",
    discussion: discussion(
      "At a terminal each finding is shown with its command, which one key runs. What you say is kept: done, later (a day), accepted (thirty days). Elsewhere it lists what is left."
    ))
  static let examples = [
    Example("review", "what the audit found, one by one"), Example("review --json", "what is left, for a script"),
  ]

  func run(in session: inout Session) throws -> any Answer {
    let run = try session.audit()
    guard let person = session.person, session.options.format == .text else {
      return AuditAnswer(run: run, now: session.now, limit: .max, isAll: false)
    }
    let findings = run.open(at: session.now)
    var counts: [ReviewMark.Verdict: Int] = [:]
    for (index, finding) in findings.enumerated() {
      let page = Page(width: session.environment.width(), now: session.now)
      person.show(Self.shown(finding, index + 1, findings.count, run, page))
      guard let verdict = try Self.ask(finding, person, &session) else { break }
      if let verdict { counts[verdict, default: 0] += 1 }
    }
    let said = ReviewMark.Verdict.allCases.compactMap { verdict in counts[verdict].map { "\($0) \(verdict.rawValue)" } }
    let left = findings.count - counts.values.reduce(0, +)
    return Said(
      Rich(
        "\(findings.isEmpty ? "nothing to review" : said.isEmpty ? "nothing was noted" : said.joined(separator: ", "))\(left > 0 ? " · \(left) left: review" : "")"
      ))
  }

  private static func shown(_ finding: AuditFinding, _ number: Int, _ count: Int, _ run: AuditRun, _ page: Page) -> Rich
  {
    var output: Rich =
      "\n\("\(number) of \(count)", .faint)  \(finding.kind.title, finding.style)\(finding.account.map { "  \($0)" } ?? "")"
    for line in page.wrapped(finding.words) { output += "\n\(line)" }
    if let mark = run.marks[finding.key] {
      output +=
        "\n  \("\(mark.verdict.rawValue) by \(mark.agent) \(page.relative(mark.at))\(mark.note.map { ": \($0)" } ?? "")", .faint)"
    }
    return output + "\n  \(finding.command, .accent)\n"
  }

  /// The verdict; an inner nil passes the finding over, an outer one ends the review.
  private static func ask(_ finding: AuditFinding, _ person: any Person, _ session: inout Session) throws -> ReviewMark
    .Verdict??
  {
    let canRun = !finding.command.contains("FILE")
    while true {
      let question: Rich = "\(canRun ? "[r]un it  " : "")[d]one  [l]ater  [a]ccept  [s]kip  [q]uit "
      switch person.choose(question, keys: Array(canRun ? "rdlasq" : "dlasq")) {
      case "r": run(finding.command, person, &session)
      case "d":
        try note(finding, .done, nil, session)
        return .some(.done)
      case "l":
        try note(finding, .later, nil, session)
        return .some(.later)
      case "a":
        guard let reason = person.line("why may it stay? "), reason.contains(where: { !$0.isWhitespace }) else {
          continue
        }
        try note(finding, .accepted, reason, session)
        return .some(.accepted)
      case "s": return .some(nil)
      default: return nil
      }
    }
  }

  private static func note(
    _ finding: AuditFinding, _ verdict: ReviewMark.Verdict, _ reason: String?, _ session: Session
  ) throws {
    let key =
      finding.kind == .task ? Session.taskKey(String(finding.command.split(separator: " ").last ?? "")) : finding.key
    try session.desk.mark(key, as: verdict.rawValue, note: reason, command: session.command)
  }

  private static func run(_ command: String, _ person: any Person, _ session: inout Session) {
    let typed = session.typed
    defer { session.typed = typed }
    do {
      let words = try Words.split(command).map(\.text)
      session.typed = command
      let answer = try Dispatcher.run(words, in: &session)
      let text = answer.text(on: Page(width: session.environment.width(), now: session.now))
      if !text.isEmpty { person.show(text + "\n") }
      for notice in answer.notices { person.show("\(notice, .caution)\n") }
    } catch { person.show(Complaint.of(error).text + "\n") }
  }
}

struct ReviewDone: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Say that a recurring task was done.", discussion: discussion())
  static let examples = [
    Example("review done health", "the daily look at health"),
    Example("review done policies --note \"nothing new\"", "with a note"),
  ]

  @Argument(help: "The task.") var name: String
  @Option(help: "What was found.") var note: Word?

  func run(in session: inout Session) throws -> any Answer {
    let tasks = try session.recurringTasks()
    guard let task = tasks.first(where: { $0.name == name.lowercased() }) else {
      throw Complaint.usage(
        "there is no task \(name)", try: "review done, one of \(tasks.map(\.name).joined(separator: ", "))")
    }
    try session.desk.mark(
      Session.taskKey(task.name), as: ReviewMark.Verdict.done.rawValue, note: note?.text, command: session.command)
    var done = task
    done.lastDone = session.now
    let next = done.dueAt(zone: session.environment.zone())
    return Said(
      "\(task.name) done · next on \(next.map { String($0.rfc3339.prefix(10)) } ?? "?")",
      document: .object([
        "task": .text(task.name), "doneAt": .instant(session.now), "dueAt": .instant(next), "notices": .list([]),
      ]))
  }
}

struct ReviewTasks: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks", abstract: "List the recurring tasks with when each is due.", discussion: discussion())
  static let examples = [Example("review tasks", "what must be looked at again and again")]

  func run(in session: inout Session) throws -> any Answer {
    TasksAnswer(tasks: try session.recurringTasks(), now: session.now, zone: session.environment.zone())
  }
}

private struct TasksAnswer: Answer {
  var tasks: [RecurringTask]
  var now: Date
  var zone: TimeZone

  var document: Document {
    .object([
      "asOf": .instant(now),
      "tasks": .list(
        tasks.map { task in
          .object([
            "name": .text(task.name), "title": .text(task.title), "days": .int(task.days),
            "lastDoneAt": .instant(task.lastDone), "dueAt": .instant(task.dueAt(zone: zone)),
            "due": .bool(task.isDue(at: now, zone: zone)),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !tasks.isEmpty else { return "no recurring tasks; type: review every health 1d" }
    var table = TextTable([
      .init("task"), .init("every", right: true), .init("last done"), .init("due"), .init("what", flexible: true),
    ])
    for task in tasks {
      table.add([
        Rich(task.name, .bold), Rich("\(task.days) d"), Rich(task.lastDone.map(page.moment) ?? "never"),
        task.isDue(at: now, zone: zone)
          ? Rich("now", .caution) : Rich(task.dueAt(zone: zone).map { page.relative($0) } ?? ""),
        Rich(task.title),
      ])
    }
    return table.text(width: page.width)
      + "\n\("review done TASK · review every TASK 7d", .faint)"
  }
}

struct ReviewEvery: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "every", abstract: "Set how often a recurring task is due, or make a new one.",
    discussion: discussion())
  static let examples = [
    Example("review every catalogue 14d", "every two weeks"),
    Example("review every invoices 7d --title \"check the invoices\"", "a task of your own"),
  ]

  @Argument(help: "The task: a word.") var name: String
  @Argument(help: "How often, in days: 7d; 0d switches it off.") var rhythm: String
  @Option(help: "What is to be done.") var title: Word?

  func run(in session: inout Session) throws -> any Answer {
    let name = name.lowercased()
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
      throw Complaint.usage(
        "\(self.name) is no name for a task: letters, digits and hyphens", try: "review every invoices 7d")
    }
    guard let span = Span(rhythm), span.seconds % 86_400 == 0, (0...3650).contains(span.seconds / 86_400) else {
      throw Complaint.usage("\(rhythm) is no number of days", try: "review every \(name) 7d")
    }
    let days = span.seconds / 86_400
    let own = try session.desk.reviewTasks().first { $0.name == name }?.title
    let known = own ?? RecurringTask.standard.first { $0.name == name }?.title
    guard let title = title?.text ?? known else {
      throw Complaint.usage(
        "\(name) is a new task: say what is to be done", try: "review every \(name) \(rhythm) --title \"…\"")
    }
    try session.desk.setReviewTask(name, title: title, days: days, at: session.now)
    return Said(
      days == 0 ? "\(name) is switched off" : "\(name): every \(days == 1 ? "day" : "\(days) days")",
      document: .object(["task": .text(name), "title": .text(title), "days": .int(days), "notices": .list([])]))
  }
}

struct ReviewHistory: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List the audits that were kept, with how much each found.",
    discussion: discussion())
  static let examples = [Example("review history", "is it getting better?")]

  @Option(help: "At most so many.") var limit = 20

  func run(in session: inout Session) throws -> any Answer {
    let kept = try session.desk.audits(
      scope: try session.chosenAccount()?.name ?? "", before: session.now.addingTimeInterval(1), limit: max(1, limit))
    return HistoryOfAudits(
      audits: kept.map { audit in
        let findings = (try? JSONDecoder().decode([AuditFinding].self, from: Data(audit.findings.utf8))) ?? []
        return (audit.at, audit.agent, findings.count, findings.count { $0.weight >= 75 })
      })
  }
}

private struct HistoryOfAudits: Answer {
  var audits: [(at: Date, agent: String, findings: Int, grave: Int)]

  var document: Document {
    .object([
      "audits": .list(
        audits.map {
          .object([
            "at": .instant($0.at), "agent": .text($0.agent), "findings": .int($0.findings), "grave": .int($0.grave),
          ])
        })
    ])
  }

  func text(on page: Page) -> Rich {
    guard !audits.isEmpty else { return "no audit was kept yet; type: audit" }
    var table = TextTable([.init("audit"), .init("by"), .init("findings", right: true), .init("grave", right: true)])
    for audit in audits {
      table.add([
        Rich(page.moment(audit.at)), Rich(audit.agent), Rich("\(audit.findings)"),
        Rich("\(audit.grave)", audit.grave > 0 ? .alarm : .plain),
      ])
    }
    return table.text(width: page.width)
  }
}
