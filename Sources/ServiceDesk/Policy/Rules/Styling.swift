/// MSG-031: own fonts, colours and margins, and gaps in the text.
enum Styling {
  static let rule = PolicyRule(
    "MSG-031", warn: [.amazon], why: "styled text: fonts, colours, centring, wide margins or empty lines",
    source: "A66 [Z]"
  ) { reading in
    let tags = Markup.tags(in: reading.original + (reading.message.html ?? "")).filter { tag in
      let tag = tag.lowercased()
      return tag.hasPrefix("<font") || tag.hasPrefix("<center") || tag.hasPrefix("<big") || tag.hasPrefix("<h1")
        || tag.contains("width=\"100%") || tag.contains("width:100%")
        || [
          "font-family", "font-size", "color:", "text-align:center", "text-align: center", "line-height", "margin-left",
          "margin-right", "margin:", "align=\"center\"",
        ].contains(where: tag.contains)
    }
    if let tag = tags.first { return [.init(tag)] }
    return hasGap(reading.message.text) ? [.init("more than two empty lines")] : []
  }

  private static func hasGap(_ text: String) -> Bool {
    var empty = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      empty = line.allSatisfy(\.isWhitespace) ? empty + 1 : 0
      if empty > 2 { return true }
    }
    return false
  }
}
