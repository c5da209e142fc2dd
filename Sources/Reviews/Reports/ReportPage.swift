import Foundation
import ServiceDesk

/// A report as one page that needs nothing else: no script, no font, no picture from outside; light and dark, on screen
/// and on paper.
package enum ReportPage {
  package static func html(_ report: Report) -> String {
    var sections: [(id: String, title: String, content: String)] = []
    func section(_ id: String, _ title: String, _ content: String, empty: String) {
      sections.append((id, title, content.isEmpty ? "<p class=\"quiet\">\(HTML.text(empty))</p>\n" : content))
    }
    section("health", "Health of the accounts", health(report.health), empty: "There is no account yet.")
    section(
      "periods", "This \(report.period.length.rawValue) and the one before", report.periods.html,
      empty: "Nothing to compare.")
    section("alerts", "Alerts", report.alerts.html, empty: "Nothing is wrong.")
    let trends = report.trends.enumerated().map { TrendChart.svg($0.element, id: "trend-\($0.offset)") }.joined()
    section(
      "trends", "Trends",
      trends.isEmpty ? "" : "<div class=\"charts\">\n\(trends)</div>\n" + details("All points", report.trendTable.html),
      empty: "No figure has a history yet.")
    section(
      "hours", "Response times by hour and weekday", report.heatMap.map(HeatMapTable.html) ?? "",
      empty: "No message asked for an answer.")
    section("queue", "Age of the queue", report.queue.html, empty: "The queue is empty.")
    section("causes", "Root causes", report.causes.html, empty: "No case was resolved.")
    section("replies", "Outcomes of the replies", report.replies.html, empty: "No canned reply was sent.")
    section("forecast", "What happens if nobody acts", report.forecast.html, empty: "Nothing that can be foreseen.")
    let links = sections.map { "<li><a href=\"#\($0.id)\">\(HTML.text($0.title))</a></li>" }.joined()
    let body = sections.map { section in
      "<section id=\"\(section.id)\" aria-labelledby=\"\(section.id)-head\">\n<h2 id=\"\(section.id)-head\">\(HTML.text(section.title))</h2>\n\(section.content)</section>\n"
    }.joined()
    return HTML.page(
      title: report.title, style: ReportStyle.css,
      body: """
        <a class="skip" href="#health">Skip to the figures</a>
        <header>
        <h1>\(HTML.text(report.title))</h1>
        <p>\(ReportTable.moment(report.period.from)) to \(ReportTable.moment(report.period.to)) UTC. Figures counted from the desk are estimated; those of the marketplace are reported.</p>
        <nav aria-label="Contents"><ul>\(links)</ul></nav>
        </header>
        <main>
        \(body)</main>
        <footer><p>Made by Replywell from the desk as of \(HTML.text(report.asOf.rfc3339)). It names no buyer.</p></footer>
        """)
  }

  /// What has a target and a value stands first; the rest can be opened.
  private static func health(_ table: ReportTable) -> String {
    guard let target = table.columns.firstIndex(where: { $0.key == "target" }),
      let value = table.columns.firstIndex(where: { $0.key == "value" })
    else { return table.html }
    let isJudged = { (row: [ReportTable.Cell]) in row[target].value != .none && row[value].value != .none }
    let others = table.rows.filter { !isJudged($0) }
    return table.html(of: table.rows.filter(isJudged))
      + details("\(others.count) figures without a target or without data", table.html(of: others))
  }

  private static func details(_ title: String, _ content: String) -> String {
    content.isEmpty ? "" : "<details><summary>\(title)</summary>\n\(content)</details>\n"
  }
}

/// Colours with a contrast of at least 4.5 to 1 in both schemes; nothing is said by colour alone.
enum ReportStyle {
  static let css = """
    :root { color-scheme: light dark; --ink: #1b1f24; --quiet: #4b5560; --paper: #ffffff; --card: #f4f6f8; --line: #c9ced4;
      --accent: #0b5cad; --target: #a33a00; --good: #14672d; --bad: #b3141f; --heat: 11, 92, 173; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --quiet: #b3bbc4; --paper: #14171a; --card: #1e2226;
      --line: #454c54; --accent: #7db8f2; --target: #f0a36b; --good: #7ed492; --bad: #ff9a9a; --heat: 125, 184, 242; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    header, main, footer { max-width: 76rem; margin: 0 auto; padding: 1rem; }
    h1 { font-size: 1.7rem; margin: 0 0 .3em; } h2 { font-size: 1.25rem; margin: 0 0 .6em; }
    nav ul { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .3em 1em; }
    a { color: var(--accent); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: -999px; } .skip:focus { position: static; }
    section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem; margin: 0 0 1rem; }
    .table { overflow-x: auto; max-width: 100%; } table { border-collapse: collapse; width: 100%; font-size: .92rem; overflow-wrap: normal; }
    th, td { text-align: left; vertical-align: top; padding: .35em .6em; border-bottom: 1px solid var(--line); }
    thead th { border-bottom: 2px solid var(--line); white-space: nowrap; } .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    caption { text-align: left; color: var(--quiet); padding-bottom: .5em; }
    .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1rem; }
    figure { margin: 0; } figcaption { font-weight: 600; } svg { width: 100%; height: auto; display: block; }
    svg text { fill: var(--quiet); font-size: 12px; } .grid { stroke: var(--line); stroke-width: 1; }
    .target { stroke: var(--target); stroke-width: 2; stroke-dasharray: 6 4; } .line { fill: none; stroke: var(--accent); stroke-width: 2.5; }
    .end { fill: var(--accent); } .quiet { color: var(--quiet); font-size: .9rem; margin: .3em 0; }
    .status-good { color: var(--good); font-weight: 600; } .status-watch { color: var(--target); font-weight: 600; } .status-bad { color: var(--bad); font-weight: 700; }
    @media (max-width: 52rem) { table:not(.heat) thead { position: absolute; left: -999px; } table:not(.heat) tr { display: block; border-bottom: 2px solid var(--line); padding: .3em 0; }
      table:not(.heat) td { display: flex; justify-content: space-between; gap: 1em; border: 0; padding: .1em 0; text-align: right; white-space: normal; }
      table:not(.heat) td::before { content: attr(data-label); color: var(--quiet); text-align: left; } table:not(.heat) td:empty { display: none; } .heat th, .heat td { padding: .2em; min-width: 0; font-size: .8rem; } }
    .heat td { text-align: center; min-width: 3.2em; } .heat-1 { background: rgba(var(--heat), .08); } .heat-2 { background: rgba(var(--heat), .16); }
    .heat-3 { background: rgba(var(--heat), .24); } .heat-4 { background: rgba(var(--heat), .34); } .heat th { width: 3em; }
    details summary { cursor: pointer; padding: .4em 0; }
    @media print { :root { --ink: #000; --quiet: #333; --paper: #fff; --card: #fff; --line: #999; --accent: #0b5cad; --target: #a33a00; --good: #14672d; --bad: #b3141f; }
      nav, .skip, details { display: none; } section { break-inside: avoid-page; border: 0; padding: 0; } body { font-size: 10pt; } .table { overflow: visible; }
      thead { display: table-header-group; } tr { break-inside: avoid; } @page { margin: 15mm; } }
    """
}
