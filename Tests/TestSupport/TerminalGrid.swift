/// Where the next character goes.
struct TerminalCursor: Equatable, Sendable {
  var row = 0
  var column = 0
  /// The last column has just been written: the cursor stays on it, and only the next character wraps (xenl).
  var isPastEnd = false
}

/// The rows of one of the two screens, what has scrolled off above them, and the cursor. It knows no sequences.
///
/// What ends the state before a wrap, and what ends a wrapped line, is as in xterm.
struct TerminalGrid: Equatable, Sendable {
  var columns: Int
  var rows: [TerminalRow]
  var history: [TerminalRow] = []
  let keepsHistory: Bool
  var cursor = TerminalCursor()
  var saved = TerminalCursor()
  /// The rows that scroll.
  var region: Range<Int>

  init(columns: Int, rows: Int, keepsHistory: Bool) {
    self.columns = max(1, columns)
    self.rows = Array(repeating: TerminalRow(columns: self.columns), count: max(1, rows))
    self.keepsHistory = keepsHistory
    region = self.rows.indices
  }

  private var blankRow: TerminalRow { TerminalRow(columns: columns) }

  // MARK: Writing

  mutating func put(_ scalar: Unicode.Scalar, width: Int, wraps: Bool, inserts: Bool) {
    guard width > 0 else { return combine(scalar) }
    guard width <= columns else { return }
    if wraps, cursor.isPastEnd || cursor.column + width > columns {
      // A wide character leaves the last column empty, so that lines wrapped anew know nothing was there.
      if !cursor.isPastEnd { rows[cursor.row].erase(cursor.column..<columns) }
      rows[cursor.row].isWrapped = true
      lineFeed()
      cursor.column = 0
    }
    guard cursor.column + width <= columns else { return }
    if inserts { rows[cursor.row].insert(width, at: cursor.column) }
    rows[cursor.row].put(scalar, width: width, at: cursor.column)
    cursor.isPastEnd = cursor.column + width == columns
    cursor.column = min(cursor.column + width, columns - 1)
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    let column = cursor.isPastEnd ? cursor.column : cursor.column - 1
    if column >= 0 { rows[cursor.row].combine(scalar, at: column) }
  }

  // MARK: Moving

  mutating func move(row: Int, column: Int) {
    cursor = TerminalCursor(row: min(max(0, row), rows.count - 1), column: min(max(0, column), columns - 1))
  }

  /// Moves up or down, and no further than the edge of the scrolling region if the cursor is inside of it.
  mutating func moveVertically(by count: Int, column: Int? = nil) {
    let above = cursor.row < region.lowerBound ? 0 : region.lowerBound
    let below = cursor.row >= region.upperBound ? rows.count : region.upperBound
    move(row: min(max(above, cursor.row + count), below - 1), column: column ?? cursor.column)
  }

  /// To a stop of every eighth column. It does not end the state before a wrap.
  mutating func tab(by count: Int = 1) {
    cursor.column = min((cursor.column / 8 + count) * 8, columns - 1)
  }

  mutating func tabBack(by count: Int) {
    move(row: cursor.row, column: ((cursor.column + 7) / 8 - count) * 8)
  }

  mutating func lineFeed() {
    if cursor.row == region.upperBound - 1 { scrollUp(1) } else { move(row: cursor.row + 1, column: cursor.column) }
    cursor.isPastEnd = false
  }

  mutating func reverseLineFeed() {
    if cursor.row == region.lowerBound { scrollDown(1) } else { move(row: cursor.row - 1, column: cursor.column) }
    cursor.isPastEnd = false
  }

  // MARK: Scrolling

  /// Lets only some rows scroll, counted from 1 and the last one with them; 0 is the screen's last.
  mutating func scroll(from first: Int, to last: Int) {
    let last = last == 0 ? rows.count : min(last, rows.count)
    // A region has two rows or more.
    guard first < last else { return }
    region = (first - 1)..<last
    move(row: 0, column: 0)
  }

  mutating func scrollUp(_ count: Int) {
    if keepsHistory, region.lowerBound == 0 { history += rows[..<min(count, region.count)] }
    removeRows(count, at: region.lowerBound)
  }

  mutating func scrollDown(_ count: Int) { insertRows(count, at: region.lowerBound) }

  /// Inserts rows at the cursor, which goes to the left; outside of the scrolling region there is nothing to move.
  mutating func insertRows(_ count: Int) {
    guard region.contains(cursor.row) else { return }
    insertRows(count, at: cursor.row)
    move(row: cursor.row, column: 0)
  }

  /// As `insertRows`, the other way.
  mutating func deleteRows(_ count: Int) {
    guard region.contains(cursor.row) else { return }
    removeRows(count, at: cursor.row)
    move(row: cursor.row, column: 0)
  }

  private mutating func insertRows(_ count: Int, at row: Int) {
    let count = min(count, region.upperBound - row)
    rows.removeSubrange((region.upperBound - count)..<region.upperBound)
    rows.insert(contentsOf: Array(repeating: blankRow, count: count), at: row)
  }

  private mutating func removeRows(_ count: Int, at row: Int) {
    let count = min(count, region.upperBound - row)
    rows.insert(contentsOf: Array(repeating: blankRow, count: count), at: region.upperBound)
    rows.removeSubrange(row..<(row + count))
  }

  // MARK: Erasing

  /// Changes the cursor's row; what takes away its end also ends its wrapping.
  mutating func edit(endsWrap: Bool, _ change: (inout TerminalRow, _ column: Int) -> Void) {
    change(&rows[cursor.row], cursor.column)
    if endsWrap { rows[cursor.row].isWrapped = false }
    cursor.isPastEnd = false
  }

  enum Part { case toEnd, toStart, all }

  /// Erases some of the cursor's row, and what is under the cursor with it.
  mutating func eraseInRow(_ part: Part) {
    edit(endsWrap: part != .toStart) { row, column in
      switch part {
      case .toEnd: row.erase(column..<row.cells.count)
      case .toStart: row.erase(0..<(column + 1))
      case .all: row.erase(row.cells.indices)
      }
    }
  }

  mutating func eraseRows(_ range: Range<Int>) {
    for row in range { rows[row] = blankRow }
    cursor.isPastEnd = false
  }
}
