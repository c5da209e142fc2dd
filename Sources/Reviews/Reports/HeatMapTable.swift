import ServiceDesk

/// Hours down, weekdays across: how many messages came, and how fast they were answered. The shade only repeats what the
/// cell says.
enum HeatMapTable {
  static func html(_ map: Report.HeatMap) -> String {
    let most = map.cells.joined().map(\.messages).max() ?? 0
    guard most > 0 else { return "<p class=\"quiet\">No message asked for an answer in \(map.days) days.</p>\n" }
    let head = Report.weekdays.map { "<th scope=\"col\">\($0)</th>" }.joined()
    let rows = (0..<24).filter { hour in map.cells.contains { $0[hour].messages > 0 } }.map { hour in
      let cells = map.cells.map { cell($0[hour], most) }.joined()
      return "<tr><th scope=\"row\">\(twoDigits(hour))</th>\(cells)</tr>\n"
    }.joined()
    return """
      <div class="table" tabindex="0" role="group" aria-label="Messages and answer times by hour and weekday"><table class="heat">
      <caption>Messages that asked for an answer in the last \(map.days) days, by the hour they came (UTC); under each number the median time to the answer. Hours without any are left out.</caption>
      <thead><tr><th scope="col">Hour</th>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table></div>

      """
  }

  private static func cell(_ cell: Report.HeatMap.Cell, _ most: Int) -> String {
    guard cell.messages > 0 else { return "<td></td>" }
    let shade = 1 + min(3, cell.messages * 4 / (most + 1))
    let median = cell.medianSeconds.map { "\(Span(seconds: $0))" } ?? "no answer"
    return "<td class=\"heat-\(shade)\">\(cell.messages)<br><small>\(HTML.text(median))</small></td>"
  }
}
