import ArgumentParser
import ServiceDesk

struct ResponsesCheck: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check every canned reply for faults, and against the rules of its marketplaces.",
    discussion: discussion())
  static let examples = [
    Example("responses check", "all languages"), Example("responses check --json", "the same, for a script"),
  ]

  func run(in session: inout Session) throws -> any Answer {
    var faults: [ReplyLibrary.BadFile] = []
    var count = 0
    let check = try CannedReplyCheck(session: session)
    for language in try session.replies.languages() {
      let all = try session.replies.all(languages: [language])
      faults += all.bad
      count += all.replies.count + all.bad.count
      for reply in all.replies {
        let path = try session.replies.path(of: reply.name, language: language) ?? reply.name
        faults += try check.faults(of: reply).map { .init(path: path, fault: $0) }
      }
    }
    return CheckedAnswer(count: count, faults: faults)
  }
}

/// Everything wrong with a canned reply that can be told without a case.
struct CannedReplyCheck {
  private let session: Session
  /// By profile.
  private let rules: [String: MessageRules]

  init(session: Session) throws {
    self.session = session
    rules = try Dictionary(
      session.profiles.names.map { ($0, try session.profiles.profile(named: $0).messages) },
      uniquingKeysWith: { first, _ in first })
  }

  func faults(of reply: CannedReply) throws -> [ReplyFault] {
    do { try reply.check(session.replies.snippets(language: reply.language)) } catch let fault as ReplyFault {
      return [fault]
    }
    return try unknownWords(of: reply) + policyFaults(of: reply)
  }

  private func unknownWords(of reply: CannedReply) throws -> [ReplyFault] {
    var words: [String] = []
    if let resolution = reply.afterwards.resolution {
      if !(try session.configuration.outcomes().contains(resolution.outcome)) {
        words.append("outcome \(resolution.outcome)")
      }
      let isKnown = try session.configuration.causes().contains(resolution.cause)
      if resolution.cause != Resolution.unknownCause, !isKnown { words.append("cause \(resolution.cause)") }
    }
    return words.map { ReplyFault(line: 0, reason: "unknown \($0)", remedy: "see help resolve") }
      + reply.marketplaces.filter { rules[$0] == nil }.map {
        ReplyFault(line: 0, reason: "unknown marketplace \($0)", remedy: rules.keys.sorted().joined(separator: ", "))
      }
  }

  /// The text with everything known and with nothing known, under the rules of each marketplace that it is for.
  private func policyFaults(of reply: CannedReply) throws -> [ReplyFault] {
    let marketplaces = Set(
      reply.marketplaces.isEmpty ? Array(rules.values) : reply.marketplaces.compactMap { rules[$0] })
    let snippets = try session.replies.snippets(language: reply.language)
    let form = BuyersForm(language: reply.language, monthFirst: true, today: CivilDay(number: 20_000))
    var faults: [ReplyFault] = []
    for values in [try sample(for: reply, snippets), [:]] {
      let text = try reply.render(with: values, form: form, snippets: snippets).text.replacing(unfilled, with: "…")
      for (finding, objecting) in PolicyCheck.findings(in: text, on: marketplaces, isProactive: reply.isProactive) {
        let names = objecting.map(\.rawValue).joined(separator: ", ")
        let reason = "\(finding.rule) on \(names): \(finding.why): “\(finding.words)”"
        guard !faults.contains(where: { $0.reason == reason }) else { continue }
        faults.append(
          ReplyFault(line: line(of: finding.words, in: reply), reason: reason, remedy: "change these words"))
      }
    }
    return faults
  }

  /// What a field that is not filled looks like.
  private var unfilled: some RegexComponent { /‹[^›]*\?›/ }

  private func sample(for reply: CannedReply, _ snippets: Snippets) throws -> [String: ReplyValue] {
    var values: [String: ReplyValue] = [
      "buyer": .text("Dana Poe"), "buyer.first": .text("Dana"), "order": .text("114-5550101-2220202"),
      "carrier": .text("UPS"), "tracking": .text("1Z999AA10123456784"), "agent": .text("Ana"),
      "shop": .text("Northwind"), "marketplace": .text("Amazon"), "feedback.rating": .text("2"),
    ]
    for name in CannedReply.variables.map(\.name) where values[name] == nil {
      values[name] =
        name.hasSuffix("total") || name.hasSuffix("amount")
        ? Money("12.50 USD").map(ReplyValue.money) : .day(CivilDay(number: 19_990))
    }
    for field in try reply.check(snippets) where values[field.name] == nil {
      values[field.name] =
        switch field.kind {
        case .date: .day(CivilDay(number: 20_005))
        case .money: Money("12.50 USD").map(ReplyValue.money)
        case .number: .text("2")
        case .text: .text("it")
        }
    }
    return values
  }

  /// The line of the template in which words stand; 0 where they came out of a snippet or a value.
  private func line(of words: String, in reply: CannedReply) -> Int {
    guard let place = reply.template.range(of: words) else { return 0 }
    return reply.templateLine + reply.template[..<place.lowerBound].count(where: \.isNewline)
  }
}

private struct CheckedAnswer: Answer {
  var count: Int
  var faults: [ReplyLibrary.BadFile]

  var exitCode: Int32 { faults.isEmpty ? ExitStatus.done : ExitStatus.failed }

  var document: Document {
    .object([
      "checked": .int(count),
      "faults": .list(
        faults.map {
          .object([
            "file": .text($0.path), "line": .int($0.fault.line), "reason": .text($0.fault.reason),
            "remedy": .text($0.fault.remedy),
          ])
        }),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !faults.isEmpty else { return "\(count) canned replies, no fault" }
    var output: Rich = "\(count) canned replies, \("\(faults.count) \(faults.count == 1 ? "fault" : "faults")", .alarm)"
    for fault in faults {
      let line = fault.fault.line > 0 ? ", line \(fault.fault.line)" : ""
      output += "\n\(fault.path)\(line): \(fault.fault.reason)\n  try: \(fault.fault.remedy)"
    }
    return output
  }
}
