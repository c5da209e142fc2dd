import DeskStore
import Foundation
import Reviews
import ServiceDesk

/// An audit as it was just made: what was found, what somebody has said to it, and what has changed since the last.
struct AuditRun {
  var findings: [AuditFinding]
  var marks: [String: ReviewMark]
  var comparison: AuditComparison?
  var tasks: [RecurringTask]

  /// Those that nobody has accepted or put off.
  func open(at now: Date) -> [AuditFinding] { findings.filter { !(marks[$0.key]?.rests(at: now) ?? false) } }
}

extension Session {
  /// Checks the accounts asked about, keeps the result, and holds it against the last.
  func audit() throws -> AuditRun {
    let tasks = try recurringTasks()
    var findings = try askedAccounts().flatMap { account in
      Audit.findings(in: try AuditGatherer(account, self).facts())
    }
    findings += tasks.compactMap { $0.finding(at: now, zone: environment.zone()) }
    findings = Audit.sorted(findings)
    let scope = try chosenAccount()?.name ?? ""
    let last = try desk.audits(scope: scope, before: now, limit: 1).first
    let comparison = last.flatMap { kept in
      (try? JSONDecoder().decode([AuditFinding].self, from: Data(kept.findings.utf8))).map {
        AuditComparison(findings, last: $0, at: kept.at)
      }
    }
    // What says the same as an hour ago need not be kept twice.
    let isRepeated = comparison.map { $0.new.isEmpty && $0.gone.isEmpty && now.timeIntervalSince($0.lastAt) < 3600 }
    if isRepeated != true {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      try desk.keepAudit(String(decoding: try encoder.encode(findings), as: UTF8.self), scope: scope, as: command)
    }
    return AuditRun(
      findings: findings, marks: try reviewMarks(findings.map(\.key)), comparison: comparison, tasks: tasks)
  }

  func reviewMarks(_ keys: [String]) throws -> [String: ReviewMark] {
    try desk.marks(keys, at: now).compactMapValues { kept in
      ReviewMark.Verdict(rawValue: kept.verdict).map {
        ReviewMark(key: kept.key, verdict: $0, at: kept.at, agent: kept.agent, note: kept.note)
      }
    }
  }

  static func taskKey(_ name: String) -> String { "task \(name)" }

  /// The recurring tasks with when each was last done; those that were switched off are left out.
  func recurringTasks() throws -> [RecurringTask] {
    var tasks = RecurringTask.standard
    for (name, title, days) in try desk.reviewTasks() {
      tasks.removeAll { $0.name == name }
      if days > 0 { tasks.append(RecurringTask(name: name, title: title, days: days)) }
    }
    let marks = try desk.marks(tasks.map { Self.taskKey($0.name) }, at: now)
    return tasks.map { task in
      var task = task
      task.lastDone = marks[Self.taskKey(task.name)]?.at
      return task
    }.sorted { ($0.days, $0.name) < ($1.days, $1.name) }
  }
}
