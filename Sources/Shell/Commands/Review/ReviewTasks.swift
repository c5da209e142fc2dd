import ArgumentParser
import DeskStore
import Foundation
import Reviews
import ServiceDesk

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
