/// One column of a row.
enum TerminalCell: Equatable, Sendable {
  /// Nothing was written here, or it was erased. It looks like a space, but isn't part of a line's text.
  case blank
  /// A character and what combines with it.
  case character(String)
  /// The second column of a wide character.
  case tail

  var text: String {
    switch self {
    case .blank: " "
    case .character(let text): text
    case .tail: ""
    }
  }
}

/// One row of the screen. A wide character is never left with one of its halves.
struct TerminalRow: Equatable, Sendable {
  private(set) var cells: [TerminalCell]
  /// The line goes on in the next row, for it did not fit into this one.
  var isWrapped = false

  init(columns: Int, cells: some Sequence<TerminalCell> = []) {
    self.cells = Array(cells)
    resize(columns: columns)
  }

  /// The columns up to the last that has been written.
  var used: ArraySlice<TerminalCell> { cells[..<((cells.lastIndex { $0 != .blank } ?? -1) + 1)] }

  /// What stands there, without the spaces at the end.
  var text: String {
    let end = (cells.lastIndex { $0 != .blank && $0 != .character(" ") } ?? -1) + 1
    return cells[..<end].map(\.text).joined()
  }

  mutating func put(_ scalar: Unicode.Scalar, width: Int, at column: Int) {
    erase(column..<(column + width))
    cells[column] = .character(String(scalar))
    if width == 2 { cells[column + 1] = .tail }
  }

  /// Joins `scalar`, which has no width, to the character that stands at `column`.
  mutating func combine(_ scalar: Unicode.Scalar, at column: Int) {
    let lead = cells[column] == .tail ? column - 1 : column
    var text = cells[lead].text
    text.unicodeScalars.append(scalar)
    cells[lead] = .character(text)
  }

  mutating func erase(_ range: Range<Int>) {
    let range = range.clamped(to: cells.indices)
    cut(at: range.lowerBound)
    cut(at: range.upperBound)
    for column in range { cells[column] = .blank }
  }

  /// Moves what stands from `column` on to the right, and off the screen at its edge.
  mutating func insert(_ count: Int, at column: Int) {
    let count = min(count, cells.count - column)
    cut(at: column)
    cut(at: cells.count - count)
    cells.removeLast(count)
    cells.insert(contentsOf: Self.blanks(count), at: column)
  }

  /// Moves what stands after the `count` columns from `column` on to the left, in their place.
  mutating func delete(_ count: Int, at column: Int) {
    let count = min(count, cells.count - column)
    cut(at: column)
    cut(at: column + count)
    cells.removeSubrange(column..<(column + count))
    cells += Self.blanks(count)
  }

  mutating func resize(columns: Int) {
    cut(at: columns)
    cells = cells.prefix(columns) + Self.blanks(columns - cells.count)
  }

  /// Blanks both halves of a wide character that stands on both sides of the left edge of `column`.
  private mutating func cut(at column: Int) {
    guard column > 0, column < cells.count, cells[column] == .tail else { return }
    cells[column - 1] = .blank
    cells[column] = .blank
  }

  private static func blanks(_ count: Int) -> [TerminalCell] { Array(repeating: .blank, count: max(0, count)) }
}
