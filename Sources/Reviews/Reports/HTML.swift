import ServiceDesk

/// The little HTML that plans and reports are made of. All text passes `text`.
enum HTML {
  static func text(_ text: String) -> String {
    var output = ""
    // Control characters mean nothing in a page, and marks of direction turn its text about.
    for scalar in TextGate.clean(text).unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  static func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "<ul>\n" + items.map { "<li>\(text($0))</li>\n" }.joined() + "</ul>\n"
  }

  /// Nothing where there are no rows.
  ///
  /// - Parameters:
  ///   - label: what the table is, for those who don't see it; a page too narrow for columns shows each row as a list.
  ///   - status: the column whose words are also coloured.
  static func table(
    _ heads: [String], _ rows: [[String]], label: String? = nil, numbers: Set<Int> = [], status: Int? = nil
  ) -> String {
    guard !rows.isEmpty else { return "" }
    func cell(_ content: String, _ column: Int) -> String {
      var style = numbers.contains(column) ? ["number"] : []
      if column == status { style.append("status-\(content.prefix { $0.isLetter })") }
      let name = style.isEmpty ? "" : " class=\"\(text(style.joined(separator: " ")))\""
      return "<td\(name) data-label=\"\(text(heads[column]))\">\(text(content))</td>"
    }
    let head = heads.enumerated().map { index, head in
      "<th scope=\"col\"\(numbers.contains(index) ? " class=\"number\"" : "")>\(text(head))</th>"
    }.joined()
    let body = rows.map { row in "<tr>\(row.enumerated().map { cell($1, $0) }.joined())</tr>\n" }.joined()
    return
      "<div class=\"table\" tabindex=\"0\" role=\"group\"\(label.map { " aria-label=\"\(text($0))\"" } ?? "")><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body)</tbody>\n</table></div>\n"
  }

  static func page(title: String, style: String, body: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <title>\(text(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }
}
