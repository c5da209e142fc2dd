import Foundation
import Yams

extension CannedReply {
  private static let knownKeys: Set<String> = [
    "title", "use-when", "kinds", "marketplaces", "orders", "buyers-say", "proactive", "fields", "after",
  ]

  /// Reads a canned reply's file: `---`, front matter in YAML, `---`, the template.
  package init(name: String, language: String, file: String) throws(ReplyFault) {
    self.name = name
    self.language = language
    let parts = try ReplyFile(file)
    template = parts.template
    templateLine = parts.templateLine
    guard let matter = parts.matter else {
      throw ReplyFault(
        line: 1, reason: "has no front matter", remedy: "begin the file with a line of three hyphens, ---")
    }
    try matter.allowOnly(Self.knownKeys)
    title = try matter.text("title") ?? name
    useWhen = try matter.text("use-when") ?? ""
    marketplaces = try matter.list("marketplaces")
    kinds = []
    for word in try matter.list("kinds") {
      guard let kind = CaseKind(rawValue: word) else {
        throw ReplyFault(
          line: matter.line("kinds"), reason: "unknown kind \(word)",
          remedy: "use " + CaseKind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      kinds.append(kind)
    }
    orders = []
    for word in try matter.list("orders") {
      guard let order = OrderSituation(rawValue: word) else {
        throw ReplyFault(
          line: matter.line("orders"), reason: "unknown state \(word) of an order",
          remedy: "use " + OrderSituation.allCases.map(\.rawValue).joined(separator: ", "))
      }
      orders.append(order)
    }
    buyersSay = try matter.list("buyers-say")
    isProactive = try matter.flag("proactive")
    fields = try Field.list(in: matter)
    afterwards = try Self.afterwards(matter)
  }

  private static func afterwards(_ matter: FrontMatter) throws(ReplyFault) -> Afterwards {
    guard let node = matter.mapping["after"], node.null == nil else { return Afterwards() }
    let line = matter.line("after")
    guard let mapping = node.mapping else {
      throw ReplyFault(
        line: line, reason: "after is no list of KEY: VALUE lines", remedy: "use tags, snooze or resolve")
    }
    let after = FrontMatter(mapping)
    try after.allowOnly(["tags", "snooze", "resolve"])
    var result = Afterwards(tags: try after.list("tags"))
    if let text = try after.text("snooze") {
      guard let span = Span(text) else {
        throw ReplyFault(
          line: after.line("snooze"), reason: "snooze \(text) is no time", remedy: "write it as 2d or 12h")
      }
      result.snooze = span.seconds
    }
    if let resolve = mapping["resolve"] {
      guard let outcome = resolve.string ?? resolve.mapping?["outcome"]?.string else {
        throw ReplyFault(
          line: after.line("resolve"), reason: "resolve has no outcome", remedy: "write outcome and cause")
      }
      let cause = resolve.mapping?["cause"]?.string ?? Resolution.unknownCause
      result.resolution = Resolution(outcome: outcome, cause: cause)
    }
    return result
  }
}
