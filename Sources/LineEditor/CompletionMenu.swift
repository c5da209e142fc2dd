/// The candidates below the line: shown once they are ambiguous, gone through by Tab and Shift-Tab.
struct CompletionMenu: Equatable {
  var candidates: [Completion.Candidate]
  /// What was typed in the place of a candidate.
  let typed: String
  /// What stands there now.
  private(set) var inserted: String
  private(set) var selected: Int?

  init(_ completion: Completion, typed: String) {
    candidates = completion.candidates
    self.typed = typed
    inserted = typed
  }

  /// Goes on to the next candidate, or back; after the last one what was typed stands there again.
  mutating func advance(by step: Int) {
    let count = candidates.count + 1
    let place = ((selected.map { $0 + 1 } ?? 0) + step + count) % count
    selected = place == 0 ? nil : place - 1
    inserted = selected.map { candidates[$0].text } ?? typed
  }

  /// The rows of the menu, each shorter than the window is wide; `rows` is how many there is room for.
  func lines(columns: Int, rows: Int) -> [String] {
    let room = max(1, min(rows, candidates.count))
    // The chosen one stays in sight.
    let first = max(0, min((selected ?? 0) - room / 2, candidates.count - room))
    let shown = candidates[first..<(first + room)]
    let widest = min(40, shown.map { LineGeometry.width(of: $0.shown) }.max() ?? 0)
    var lines = shown.indices.map { index in
      let candidate = candidates[index]
      let name = Self.cut(candidate.shown, to: min(widest, columns - 2))
      let padding = String(repeating: " ", count: max(0, widest - LineGeometry.width(of: name)))
      let text = candidate.meaning.isEmpty ? name : name + padding + "  " + candidate.meaning
      let line = " " + Self.cut(text, to: columns - 3)
      return index == selected ? "\u{1B}[7m\(line) \u{1B}[0m" : line
    }
    if candidates.count > room, let last = lines.indices.last, room > 1 {
      lines[last] = Self.cut(" … \(candidates.count) in all; Tab goes on, more letters narrow it", to: columns - 2)
    }
    return lines
  }

  private static func cut(_ text: String, to columns: Int) -> String {
    guard LineGeometry.width(of: text) > columns else { return text }
    var used = 1
    let kept = text.prefix { character in
      used += LineGeometry.width(of: String(character))
      return used <= columns
    }
    return kept + "…"
  }
}
