import ArgumentParser
import ServiceDesk

struct Queue: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "List open cases, the most urgent first.",
    discussion: discussion("Filter terms are and-ed; - before a term negates it."),
    aliases: ["q"])
  static let examples = [
    Example("queue due:<4h", "what is due within four hours"),
    Example("queue kind:message -tag:late --limit 5", "the five most urgent messages not tagged late"),
    Example("queue --columns case,due,order,subject", "other columns; set columns keeps them"),
  ]

  @Argument(
    parsing: .allUnrecognized, help: "Filter terms, such as kind:message due:<4h tag:refund overdue.",
    completion: .values(.filters))
  var filter: [Word] = []
  @Option(help: "Show at most so many.") var limit: Int?
  @Flag(help: "Show waiting, snoozed and resolved cases too.") var all = false
  @Option(help: "The columns, with commas between them.", completion: .values(.columns)) var columns: String?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit can't be negative") }
  }

  func run(in session: inout Session) throws -> any Answer {
    let words = try filter.texts()
    let filter = try session.filter(words)
    // A mistyped account must not look like an empty queue.
    for case .account(let name) in filter.terms.map(\.condition) { _ = try session.desk.account(named: name) }
    // A person is shown a screenful; what machines read is whole unless they say otherwise.
    let most =
      limit
      ?? (session.options.format == .text && session.person != nil && !session.isRedirected ? session.rowsToList : nil)
    let now = session.now
    let found = try session.desk.queue(filter, all: all, at: now, limit: most)
    let names = try Dictionary(uniqueKeysWithValues: session.desk.accounts().map { ($0.id, $0.name) })
    var shown = try columns.map { try [QueueColumn](named: $0) } ?? session.settings.columns
    if columns == nil, all || filter.namesState, !shown.contains(.state) {
      shown.insert(.state, at: shown.firstIndex(of: .kind).map { $0 + 1 } ?? shown.endIndex)
    }
    session.listedCases = found.cases.map(\.id)
    return QueueAnswer(
      cases: found.cases, total: found.total, names: names, now: now, isFiltered: !words.isEmpty, columns: shown,
      isNumbered: session.isShell && !session.isRedirected)
  }
}
