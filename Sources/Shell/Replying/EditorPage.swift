import DeskStore
import Foundation
import ServiceDesk

/// A reply as it stands in the agent's editor: the text, and under a line that says so what the agent should see of the
/// case. Nothing from that line on ever leaves.
struct EditorPage {
  static let line = "# ---- nothing from here on is sent ----"

  let subject: Case
  let file: CaseFile?
  /// What is known of the case, a line each.
  let facts: [String]

  func text(of reply: String) -> String {
    var lines = [reply, "", Self.line, "# An empty text above sends nothing."]
    let buyer = subject.buyer.map(TextGate.oneLine) ?? "buyer unknown"
    lines.append("# #\(subject.id)  \(buyer)" + (subject.order.map { "  order \(TextGate.oneLine($0))" } ?? ""))
    if let due = subject.dueAt { lines.append("# due \(due.rfc3339)") }
    if !subject.tags.isEmpty { lines.append("# tags \(subject.tags.map(TextGate.oneLine).joined(separator: ", "))") }
    lines += facts.map { "# \($0)" }
    lines.append("#")
    let said = file?.messages.last { $0.direction == .in }?.text ?? ""
    lines += TextGate.clean(said).split(separator: "\n", omittingEmptySubsequences: false).prefix(200).map {
      "# > \($0)"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is to be sent of an edited page. Where the line was taken out, comments are still left out.
  static func reply(in page: String) -> String {
    let lines = page.replacingOccurrences(of: "\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.prefix { $0 != line }
    let text = kept.count < lines.count ? Array(kept) : lines.filter { !$0.hasPrefix("# ") && $0 != "#" }
    return text.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
