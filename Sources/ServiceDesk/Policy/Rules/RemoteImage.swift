/// MSG-023: an image that is fetched from elsewhere, and so tells that the mail was opened.
enum RemoteImage {
  static let rule = PolicyRule(
    "MSG-023", block: [.amazon], why: "an image fetched from elsewhere, as tracking pixels are", source: "A66 [Z]"
  ) { reading in
    Markup.tags(in: reading.original + (reading.message.html ?? "")).filter { tag in
      let tag = tag.lowercased()
      return tag.hasPrefix("<img") && (tag.contains("http:") || tag.contains("https:") || tag.contains("src=\"//"))
        || tag.contains("background=\"http") || tag.contains("url(http")
    }.map { .init($0) }
  }
}
