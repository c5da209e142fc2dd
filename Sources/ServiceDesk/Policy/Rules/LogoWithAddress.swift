import Foundation

/// MSG-024: a logo is allowed as long as it doesn't lead to one's own site.
enum LogoWithAddress {
  static let rule = PolicyRule(
    "MSG-024", block: [.amazon], why: "a logo that holds or links to your own web address", source: "A66 [Z], A70"
  ) { reading in
    guard let html = reading.message.html?.lowercased() else { return [] }
    return html.components(separatedBy: "<a ").dropFirst().compactMap { piece in
      let link = piece.prefix { $0 != ">" }
      let inside = piece.dropFirst(link.count).components(separatedBy: "</a").first ?? ""
      guard link.contains("href=\"http"), inside.contains("<img"), !link.contains("amazon.") else { return nil }
      return .init("<a \(link)>")
    }
  }
}
