import ServiceDesk

/// A reply that has not been sent.
struct ReplyPreview: Answer {
  var subject: Case
  var draft: Draft
  var mailSubject: String
  var language: String?
  var missing: [String]
  var findings: [Finding]
  var rules: MessageRules
  var isKept: Bool
  var notices: [String]

  var document: Document {
    .object([
      "case": .int(Int(subject.id)), "response": .optional(draft.response), "subject": .text(mailSubject),
      "text": .text(draft.text), "language": .optional(language), "missing": .texts(missing),
      "findings": .list(findings.map(\.document)), "after": .texts(draft.afterwards?.words ?? []),
    ])
  }

  func text(on page: Page) -> Rich {
    var output: Rich =
      "\("to #\(subject.id) \(TextGate.oneLine(subject.buyer ?? ""))", .bold)  \(TextGate.oneLine(mailSubject), .faint)"
    output += "\n\(page.wrapped(draft.text).joined(separator: "\n"))\n"
    if let after = draft.afterwards { output += "\n\("then", .faint)    \(after.words.joined(separator: " · "))" }
    output += "\n\("policy", .faint)  \(rules.title): \(PolicyCheck.count(for: rules)) rules, \(verdict)"
    for finding in findings { output += "\n\(finding.lines(on: page))" }
    if isKept { output += "\n\("kept as a draft; send \(subject.id) sends it", .faint)" }
    return output
  }

  private var verdict: Rich {
    switch findings.count {
    case 0: "no finding"
    case 1: "\("1 finding", .caution)"
    default: "\("\(findings.count) findings", .caution)"
    }
  }
}

extension CannedReply.Afterwards {
  /// "tag late", "snooze 2 d", "resolve refunded, cause carrier-delay".
  var words: [String] {
    var words = tags.isEmpty ? [] : ["tag \(tags.joined(separator: ", "))"]
    if let resolution { words.append("resolve \(resolution.outcome), cause \(resolution.cause)") }
    if let snooze, resolution == nil { words.append("snooze \(Span(seconds: snooze))") }
    return words
  }
}
