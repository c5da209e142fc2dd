/// What the sequences do.
extension TerminalScreen {
  mutating func obey(_ sequence: ControlSequence) {
    let (row, column) = cursor
    let count = sequence.count()
    switch sequence.verb {
    case "A": grid.moveVertically(by: -count)
    case "B", "e": grid.moveVertically(by: count)
    case "C", "a": grid.move(row: row, column: column + count)
    case "D": grid.move(row: row, column: column - count)
    case "E": grid.moveVertically(by: count, column: 0)
    case "F": grid.moveVertically(by: -count, column: 0)
    case "G", "`": grid.move(row: row, column: count - 1)
    case "d": grid.move(row: count - 1, column: column)
    case "H", "f": grid.move(row: count - 1, column: sequence.count(1) - 1)
    case "I": grid.tab(by: count)
    case "Z": grid.tabBack(by: count)
    case "J": eraseScreen(sequence)
    case "K": eraseRow(sequence)
    case "X": grid.edit(endsWrap: true) { $0.erase($1..<($1 + count)) }
    case "@": grid.edit(endsWrap: false) { $0.insert(count, at: $1) }
    case "P": grid.edit(endsWrap: true) { $0.delete(count, at: $1) }
    case "L": grid.insertRows(count)
    case "M": grid.deleteRows(count)
    case "S": grid.scrollUp(count)
    case "T": grid.scrollDown(count)
    case "b": for _ in 0..<count { lastCharacter.map { put($0) } }
    case "r": grid.scroll(from: count, to: sequence.number(1))
    case "s": grid.saved = grid.cursor
    case "u": grid.cursor = grid.saved
    case "n": answer(sequence)
    case "h" where sequence.all == [4]: inserts = true
    case "l" where sequence.all == [4]: inserts = false
    case "?h": for mode in sequence.all { set(mode) }
    case "?l": for mode in sequence.all { reset(mode) }
    // Soft reset, of which only this shows here.
    case "!p":
      inserts = false
      modes.formUnion([7, 25])
    // Colours, the cursor's form, and the stack of titles that terminfo's xterm has about the alternate screen.
    case "m", " q": break
    case "t" where [22, 23].contains(sequence.number(0)): break
    default: unknown.append("CSI " + sequence.text)
    }
  }
  private mutating func eraseScreen(_ sequence: ControlSequence) {
    let row = cursor.row
    switch sequence.number(0) {
    case 0:
      grid.eraseInRow(.toEnd)
      grid.eraseRows((row + 1)..<grid.rows.count)
    case 1:
      grid.eraseRows(0..<row)
      grid.eraseInRow(.toStart)
    case 2: grid.eraseRows(grid.rows.indices)
    case 3: grid.history = []
    default: unknown.append("CSI " + sequence.text)
    }
  }

  private mutating func eraseRow(_ sequence: ControlSequence) {
    switch sequence.number(0) {
    case 0: grid.eraseInRow(.toEnd)
    case 1: grid.eraseInRow(.toStart)
    case 2: grid.eraseInRow(.all)
    default: unknown.append("CSI " + sequence.text)
    }
  }

  private mutating func answer(_ sequence: ControlSequence) {
    switch sequence.number(0) {
    case 5: answers += Array("\u{1B}[0n".utf8)
    case 6: answers += Array("\u{1B}[\(cursor.row + 1);\(cursor.column + 1)R".utf8)
    default: unknown.append("CSI " + sequence.text)
    }
  }

  // MARK: Modes

  private mutating func set(_ mode: Int) {
    modes.insert(mode)
    switch mode {
    case 47, 1047: show(alternate: true)
    case 1048: grid.saved = grid.cursor
    case 1049:
      grid.saved = grid.cursor
      show(alternate: true)
      grid.eraseRows(grid.rows.indices)
    default: break
    }
  }

  private mutating func reset(_ mode: Int) {
    modes.remove(mode)
    switch mode {
    case 47: show(alternate: false)
    case 1047:
      if isAlternate { grid.eraseRows(grid.rows.indices) }
      show(alternate: false)
    case 1048: grid.cursor = grid.saved
    case 1049:
      show(alternate: false)
      grid.cursor = grid.saved
    default: break
    }
  }

  /// The two screens have one cursor and one scrolling region between them.
  private mutating func show(alternate: Bool) {
    guard alternate != isAlternate else { return }
    (hidden.cursor, hidden.region) = (grid.cursor, grid.region)
    swap(&grid, &hidden)
    isAlternate = alternate
  }

  // MARK: Other sequences

  mutating func escape(_ text: String) {
    switch text {
    case "7": grid.saved = grid.cursor
    case "8": grid.cursor = grid.saved
    case "D": grid.lineFeed()
    case "E":
      grid.lineFeed()
      grid.cursor.column = 0
    case "M": grid.reverseLineFeed()
    case "c": reset()
    // The keypad's modes, and the end of a string that has been broken off.
    case "=", ">", "\\": break
    // Character sets.
    case _ where "()*+-./%".contains(text.prefix(1)): break
    default: unknown.append("ESC " + text)
    }
  }

  mutating func command(_ text: String) {
    let parts = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, ["0", "2"].contains(parts[0]) { title = String(parts[1]) }
  }

  /// Back to how it began, but for what was heard from the program.
  private mutating func reset() {
    var fresh = TerminalScreen(columns: grid.columns, rows: grid.rows.count)
    (fresh.title, fresh.bells, fresh.answers, fresh.unknown) = (title, bells, answers, unknown)
    self = fresh
  }
}
