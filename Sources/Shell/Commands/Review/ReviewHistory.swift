import ArgumentParser
import DeskStore
import Foundation
import Reviews
import ServiceDesk

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
