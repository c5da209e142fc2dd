/// A plan in the forms in which it leaves the desk.
package enum PlanExport {
  package enum Form: String, Sendable, CaseIterable { case markdown, html, print, text }

  package static func written(_ text: String, as form: Form) throws(PlanFault) -> String {
    let plan = try PlanText.read(text).plan
    switch form {
    case .markdown: return text
    case .text: return plain(plan)
    case .html: return page(plan, isPrint: false)
    case .print: return page(plan, isPrint: true)
    }
  }

  // MARK: - For a web form

  /// Without marks: what is pasted into the marketplace's form.
  private static func plain(_ plan: Plan) -> String {
    var lines = [plan.title]
    func section(_ title: String, _ body: [String]) {
      guard !body.isEmpty else { return }
      lines += ["", title.uppercased()] + body
    }
    section("What happened", plan.facts)
    section(
      "Root causes",
      plan.causes.enumerated().flatMap { index, cause in
        ["\(index + 1). \(cause.name): \(cause.words)"]
          + (cause.evidence.isEmpty ? [] : ["   Evidence: \(cause.evidence.joined(separator: ", "))"])
      })
    section("Actions taken", plan.actions.map { "\($0.day?.description ?? "?"): \($0.words) (\($0.cause))" })
    section(
      "Preventive measures",
      plan.measures.enumerated().map { index, measure in
        "\(index + 1). \(measure.control). Owner: \(measure.owner). Record: \(measure.record). Since: \(measure.start?.description ?? "?") (\(measure.cause))"
      })
    section("Timeline", plan.timeline.map { "\($0.day?.description ?? "?"): \($0.words)" })
    section("Review dates", plan.reviews.isEmpty ? [] : [plan.reviews.map(\.description).joined(separator: ", ")])
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - HTML

  private static func page(_ plan: Plan, isPrint: Bool) -> String {
    var body = "<h1>\(HTML.text(plan.title))</h1>\n"
    func section(_ title: String, _ content: String) {
      guard !content.isEmpty else { return }
      body += "<section><h2>\(title)</h2>\n\(content)</section>\n"
    }
    section("What happened", HTML.list(plan.facts))
    section(
      "Root causes",
      plan.causes.map { cause in
        "<h3>\(HTML.text(cause.name))</h3>\n<p>\(HTML.text(cause.words))</p>\n"
          + (cause.evidence.isEmpty
            ? "" : "<p class=\"evidence\">Evidence: \(HTML.text(cause.evidence.joined(separator: ", ")))</p>\n")
      }.joined())
    section(
      "Actions taken",
      HTML.table(["Date", "Cause", "Action"], plan.actions.map { [$0.day?.description ?? "?", $0.cause, $0.words] }))
    section(
      "Preventive measures",
      HTML.table(
        ["Cause", "Control", "Owner", "Record", "Start"],
        plan.measures.map { [$0.cause, $0.control, $0.owner, $0.record, $0.start?.description ?? "?"] }))
    section("Timeline", HTML.table(["Date", "Step"], plan.timeline.map { [$0.day?.description ?? "?", $0.words] }))
    section("Review dates", HTML.list(plan.reviews.map(\.description)))
    return HTML.page(title: plan.title, style: isPrint ? printStyle : screenStyle, body: "<main>\n\(body)</main>")
  }

  private static let screenStyle = """
    :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #c9ced4; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --paper: #15181c; --line: #454c54; } }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
    main { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem; overflow-wrap: anywhere; }
    \(tableStyle)
    """
  /// A4 with margins, black on white; rows and headings are not torn apart.
  private static let printStyle = """
    @page { size: A4; margin: 20mm; }
    :root { --line: #888; }
    body { margin: 0; color: #000; background: #fff; font: 10.5pt/1.4 Georgia, serif; overflow-wrap: anywhere; }
    h2, h3 { break-after: avoid; } tr, li { break-inside: avoid; }
    \(tableStyle)
    """
  private static let tableStyle = """
    h1 { font-size: 1.5em; } h2 { font-size: 1.2em; border-bottom: 1px solid var(--line); } h3 { font-size: 1em; }
    table { border-collapse: collapse; width: 100%; font-size: .92em; }
    th, td { text-align: left; vertical-align: top; padding: .3em .5em; border-bottom: 1px solid var(--line); }
    .evidence { font-size: .92em; }
    """
}

extension Plan {
  package var title: String { "\(kind.title): \(metric), \(account)" }
}
