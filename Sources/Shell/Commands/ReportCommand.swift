import ArgumentParser
import Foundation
import Reviews
import ServiceDesk

struct ReportCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a report to look at: one HTML page, its tables, or figures for monitoring.",
    discussion: discussion(
      """
      FILE.html: health, trends, response times by hour and weekday, queue, causes, replies, alerts, forecast; one file \
      that needs nothing else. A table's name prints that table alone: \
      \(Report.tableNames.joined(separator: ", ")). metrics prints OpenMetrics text. No buyer is named.
      """))
  static let examples = [
    Example("report health --format csv", "one table for a spreadsheet"),
    Example("report periods", "this week and the one before"),
    Example("report metrics", "for Prometheus"),
  ]

  @Argument(help: "FILE.html, the name of a table, or metrics; nothing: all tables.", completion: .file()) var target:
    String?
  @Option(help: "week or month, compared with the one before.") var period = "week"

  func run(in session: inout Session) throws -> any Answer {
    guard let length = Report.Period.Length(rawValue: period) else {
      throw Complaint.usage("--period \(period) is no period", try: "--period week, or --period month")
    }
    let gatherer = ReportGatherer(session: session, period: Report.Period(length, at: session.now))
    if target == "metrics" {
      let text = try gatherer.metrics()
      return Said(Rich(String(text.dropLast())), document: .object(["metrics": .text(text)]))
    }
    guard let target else { return TablesAnswer(tables: try gatherer.report().tables, now: session.now) }
    if Report.tableNames.contains(target) {
      return TablesAnswer(tables: try gatherer.report().tables.filter { $0.name == target }, now: session.now)
    }
    guard ["html", "htm"].contains(URL(fileURLWithPath: target).pathExtension.lowercased()) else {
      throw Complaint.usage(
        "\(target) is neither an HTML file nor a table",
        try: "report FILE.html, or one of \(Report.tableNames.joined(separator: ", ")), metrics")
    }
    let page = ReportPage.html(try gatherer.report())
    try OutputFile.write(page, to: target)
    return Said(
      "\(target): \(page.utf8.count / 1024 + 1) KiB, open it in a browser",
      document: .object(["file": .text(target), "bytes": .int(page.utf8.count), "notices": .list([])]))
  }
}

private struct TablesAnswer: Answer {
  var tables: [ReportTable]
  var now: Date

  private static func document(_ value: ReportTable.Value) -> Document {
    switch value {
    case .none: .null
    case .int(let int): .int(int)
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .instant(let instant): .instant(instant)
    }
  }

  private static func rows(_ table: ReportTable) -> Document {
    .list(
      table.rows.map { row in
        .object(zip(table.columns, row).map { Document.Member(key: $0.key, value: document($1.value)) })
      })
  }

  var document: Document {
    .object(
      [Document.Member(key: "asOf", value: .instant(now))] + tables.map { .init(key: $0.name, value: Self.rows($0)) })
  }

  /// CSV and Markdown hold one table: the one asked for, else the first.
  var table: Document { tables.first.map { Self.rows($0).asRows } ?? .object([:]) }

  var notices: [String] { [] }

  func text(on page: Page) -> Rich {
    var output = Rich()
    for table in tables where !table.rows.isEmpty {
      if !output.isEmpty { output += "\n\n" }
      let shown = table.columns.indices.filter { table.columns[$0].title != nil }
      var text = TextTable(
        shown.map {
          .init(
            (table.columns[$0].title ?? "").lowercasedFirst, right: table.columns[$0].isNumber,
            flexible: !table.columns[$0].isNumber)
        })
      for row in table.rows.prefix(60) { text.add(shown.map { Rich(row[$0].words) }) }
      output += "\(table.title, .bold)\n" + text.text(width: page.width)
      if table.rows.count > 60 { output += "\n\("… and \(table.rows.count - 60) more: --format csv has all", .faint)" }
    }
    return output.isEmpty ? "there is nothing to report yet" : output
  }
}
