/// Names that somebody may have meant.
enum Nearest {
  /// The names that begin with the word, else those that differ from it by a slip or two; nearest first.
  static func names(to word: String, among names: [String]) -> [String] {
    let word = word.lowercased()
    let beginning = names.filter { $0.hasPrefix(word) }
    if !beginning.isEmpty { return Array(beginning.prefix(5)) }
    let allowed = max(1, word.count / 3)
    let near = names.map { (distance(word, $0), $0) }.filter { $0.0 <= allowed }.sorted { $0 < $1 }
    let containing = word.count > 2 ? names.filter { $0.contains(word) } : []
    return Array(
      (near.map(\.1) + containing).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.prefix(5))
  }

  /// Insertions, deletions, changes, and swaps of neighbours between the two.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var rows = [Array(0...right.count)]
    for (i, character) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var best = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (character == other ? 0 : 1))
        if i > 0, j > 0, character == right[j - 1], left[i - 1] == other { best = min(best, rows[i - 1][j - 1] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
