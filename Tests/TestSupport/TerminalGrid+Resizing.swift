extension TerminalGrid {
  /// Gives the window another size.
  ///
  /// Reflowing, a line is joined and wrapped anew as by VTE: the cursor stays on its character, and the lines below it
  /// stay if there is room. Otherwise rows are cut or padded as by xterm, and what is cut is gone.
  ///
  /// A lower window loses rows below the cursor, then those above it to the scrollback; a higher one has new rows at the
  /// bottom. Nothing comes back from the scrollback, but for the beginning of a line that goes on in the top row and is
  /// wrapped anew with it. The top row stays if it can, where tmux fills the window from the bottom.
  mutating func resize(columns: Int, rows count: Int, reflows: Bool) {
    let (columns, count) = (max(1, columns), max(1, count))
    var all = history + rows
    // The cursors and the left of the top row, by rows of the whole history.
    var marks = [cursor, saved, TerminalCursor()]
    for mark in marks.indices { marks[mark].row += history.count }
    var lowest = marks[0].row
    if columns != self.columns {
      self.columns = columns
      if reflows {
        rewrap(&all, &marks)
        lowest = max(marks[0].row, all.lastIndex { !$0.used.isEmpty } ?? 0)
      } else {
        for row in history.count..<all.count { all[row].resize(columns: columns) }
        for mark in marks.indices { marks[mark].column = min(marks[mark].column, columns - 1) }
      }
    }
    let top = max(marks[2].row, min(lowest - count + 1, marks[0].row))
    history = keepsHistory ? Array(all[..<top]) : []
    rows = Array(all[top...].prefix(count))
    rows += Array(repeating: TerminalRow(columns: columns), count: count - rows.count)
    for mark in marks.indices { marks[mark].row = min(max(0, marks[mark].row - top), count - 1) }
    (cursor, saved, region) = (marks[0], marks[1], rows.indices)
  }

  private func rewrap(_ rows: inout [TerminalRow], _ marks: inout [TerminalCursor]) {
    var wrapped: [TerminalRow] = []
    var moved = marks
    var rest = rows[...]
    while !rest.isEmpty {
      let end = (rest.firstIndex { !$0.isWrapped } ?? rest.endIndex - 1) + 1
      let line = WrappedLine(rest[..<end])
      let marked = marks.indices.filter { rest.startIndex..<end ~= marks[$0].row }
      let parts = line.parts(columns: columns)
      for mark in marked {
        let place = line.place(of: marks[mark])
        let part = parts.lastIndex { $0.lowerBound <= place.offset } ?? 0
        let column = place.offset - parts[part].lowerBound
        moved[mark] = TerminalCursor(
          row: wrapped.count + part, column: min(column + place.after, columns - 1), isPastEnd: column == columns)
      }
      for part in parts {
        wrapped.append(TerminalRow(columns: columns, cells: line.cells[part]))
        wrapped[wrapped.count - 1].isWrapped = part.upperBound < line.cells.count
      }
      rest = rest[end...]
    }
    (rows, marks) = (wrapped, moved)
  }
}

/// The rows of one line, joined.
private struct WrappedLine {
  private(set) var cells: [TerminalCell] = []
  /// Where in `cells` the rows begin.
  private var starts: [Int] = []
  private let firstRow: Int

  init(_ rows: ArraySlice<TerminalRow>) {
    firstRow = rows.startIndex
    for row in rows {
      // The last column was left empty, for the wide character that stands here did not fit.
      if cells.last == .blank, row.cells.dropFirst().first == .tail { cells.removeLast() }
      starts.append(cells.count)
      cells += row.isWrapped ? row.cells[...] : row.used
    }
  }

  /// On which character a cursor stands, or how far after the last one: next to it, if that has filled its row.
  func place(of cursor: TerminalCursor) -> (offset: Int, after: Int) {
    let offset = starts[cursor.row - firstRow] + cursor.column + (cursor.isPastEnd ? 1 : 0)
    return (min(offset, cells.count), max(0, offset - cells.count))
  }

  /// The line in pieces for rows, at least one, with no wide character on both sides of an end.
  func parts(columns: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    repeat {
      var end = min(start + columns, cells.count)
      if end < cells.count, cells[end] == .tail, end > start + 1 { end -= 1 }
      parts.append(start..<end)
      start = end
    } while start < cells.count
    return parts
  }
}
