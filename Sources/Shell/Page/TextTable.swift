import ServiceDesk

/// Rows in columns, as wide as the page allows.
package struct TextTable {
  package struct Column {
    var title: String
    var isRight = false
    /// May be cut to make room; the others are shown whole.
    var isFlexible = false
    /// Left out where the page is too narrow for all columns.
    var isOptional = false

    package init(_ title: String, right: Bool = false, flexible: Bool = false, optional: Bool = false) {
      isOptional = optional
      self.title = title
      isRight = right
      isFlexible = flexible
    }
  }

  package var columns: [Column]
  package var rows: [[Rich]] = []
  private static let gap = 2
  /// A flexible column is never cut below this.
  private static let least = 8

  package init(_ columns: [Column]) { self.columns = columns }

  package mutating func add(_ cells: [Rich]) { rows.append(cells) }

  /// The table with its head; columns that are empty throughout are left out.
  package func text(width: Int) -> Rich {
    var shown = columns.indices.filter { index in rows.contains { !$0[index].isEmpty } }
    while least(shown) > width, let last = shown.lastIndex(where: { columns[$0].isOptional }) { shown.remove(at: last) }
    let widths = fit(shown, to: width)
    var output = Rich()
    let heads = shown.map { Rich(columns[$0].title, .faint) }
    for (number, cells) in ([heads] + rows.map { row in shown.map { row[$0] } }).enumerated() {
      if number > 0 { output += "\n" }
      output += line(cells, shown, widths)
    }
    return output
  }

  /// What the columns need, with the flexible ones cut as far as they can be.
  private func least(_ shown: [Int]) -> Int {
    shown.reduce(Self.gap * (shown.count - 1)) {
      $0 + (columns[$1].isFlexible ? min(Self.least, natural($1)) : natural($1))
    }
  }

  private func natural(_ column: Int) -> Int {
    rows.reduce(DisplayWidth.of(columns[column].title)) {
      max($0, DisplayWidth.of(TextGate.oneLine($1[column].plainText)))
    }
  }

  private func fit(_ shown: [Int], to width: Int) -> [Int] {
    var widths = shown.map(natural)
    var excess = widths.reduce(0, +) + Self.gap * (shown.count - 1) - width
    while excess > 0 {
      // The widest flexible column gives way first; when none can, whichever is widest.
      let flexible = widths.indices.filter { columns[shown[$0]].isFlexible && widths[$0] > Self.least }
      let pool = flexible.isEmpty ? widths.indices.filter { widths[$0] > 4 } : flexible
      guard let widest = pool.max(by: { widths[$0] < widths[$1] }) else { break }
      let others = pool.filter { $0 != widest }.map { widths[$0] }.max() ?? (flexible.isEmpty ? 4 : Self.least)
      let step = min(excess, max(1, widths[widest] - max(others, flexible.isEmpty ? 4 : Self.least)))
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  private func line(_ cells: [Rich], _ shown: [Int], _ widths: [Int]) -> Rich {
    var output = Rich()
    for (place, cell) in cells.enumerated() {
      let isLast = place == cells.count - 1
      let isRight = columns[shown[place]].isRight
      let text = DisplayWidth.cut(TextGate.oneLine(cell.plainText), to: widths[place])
      let style = cell.spans.first?.style ?? .plain
      let padding = String(repeating: " ", count: max(0, widths[place] - DisplayWidth.of(text)))
      if isRight { output += Rich(padding) }
      output += Rich(text, style)
      if !isRight, !isLast { output += Rich(padding) }
      if !isLast { output += Rich(String(repeating: " ", count: Self.gap)) }
    }
    return output
  }
}
