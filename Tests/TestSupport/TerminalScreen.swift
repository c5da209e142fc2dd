/// What stands on a terminal's screen after a program's bytes.
///
/// A small model of xterm for tests that drive the program at a pseudo-terminal. It keeps text alone: no colours, no
/// line-drawing characters. Every character of Unicode has the columns that glibc gives it, as for libedit, so that an
/// emoji joined of several stands in the columns of each.
package struct TerminalScreen: Equatable, Sendable {
  var grid: TerminalGrid
  /// The main screen while the alternate one is shown, and the other way round.
  var hidden: TerminalGrid
  /// Characters are put before what stands at the cursor, not over it (IRM).
  var inserts = false
  var lastCharacter: Unicode.Scalar?
  private var utf8 = UTF8Stream()
  private var parser = EscapeParser()

  package internal(set) var isAlternate = false
  package internal(set) var title = ""
  package internal(set) var bells = 0
  /// The private modes that are set, such as 2004. Wrapping (7) and a visible cursor (25) are to begin with.
  package internal(set) var modes: Set<Int> = [7, 25]
  /// What the terminal answers to what it was asked. The driver sends it to the program, and empties it.
  package var answers: [UInt8] = []
  /// The sequences that were swallowed as nothing here knows them, such as `CSI ?5n`.
  package internal(set) var unknown: [String] = []

  package init(columns: Int, rows: Int) {
    grid = TerminalGrid(columns: columns, rows: rows, keepsHistory: true)
    hidden = TerminalGrid(columns: columns, rows: rows, keepsHistory: false)
  }

  /// The rows from the top, without the spaces at their ends.
  package var lines: [String] { grid.rows.map(\.text) }

  /// The rows as one text, without the empty ones at the end.
  package var text: String {
    let lines = lines
    return lines[..<((lines.lastIndex { !$0.isEmpty } ?? -1) + 1)].joined(separator: "\n")
  }

  /// Counted from 0. After the last column was written it stays there until the next character wraps.
  package var cursor: (row: Int, column: Int) { (grid.cursor.row, grid.cursor.column) }

  /// The rows that have scrolled off the main screen, the oldest first.
  package var scrollback: [String] { (isAlternate ? hidden : grid).history.map(\.text) }

  /// Takes what a program has written; sequences and characters may be split between two calls.
  package mutating func write(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      for scalar in utf8.take(byte) {
        if let event = parser.take(scalar) { obey(event) }
      }
    }
  }

  /// Gives the window another size.
  ///
  /// With `reflows`, lines are wrapped anew as by tmux and VTE, but for the alternate screen; without, rows are cut or
  /// padded as by xterm. A window that grows gets its rows at the bottom: nothing comes back from the scrollback.
  package mutating func resize(columns: Int, rows: Int, reflows: Bool) {
    grid.resize(columns: columns, rows: rows, reflows: reflows && !isAlternate)
    hidden.resize(columns: columns, rows: rows, reflows: reflows && isAlternate)
  }

  private mutating func obey(_ event: TerminalEvent) {
    switch event {
    case .character(let scalar): put(scalar)
    case .control(let scalar): control(scalar)
    case .escape(let text): escape(text)
    case .sequence(let sequence): obey(sequence)
    case .command(let text): command(text)
    case .broken(let text): unknown.append(text)
    }
  }

  mutating func put(_ scalar: Unicode.Scalar) {
    grid.put(scalar, width: CharacterWidth.of(scalar), wraps: modes.contains(7), inserts: inserts)
    lastCharacter = scalar
  }

  private mutating func control(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x07: bells += 1
    case 0x08: grid.move(row: grid.cursor.row, column: grid.cursor.column - 1)
    case 0x09: grid.tab()
    case 0x0A, 0x0B, 0x0C: grid.lineFeed()
    case 0x0D: grid.move(row: grid.cursor.row, column: 0)
    // Padding, and other character sets, of which there are none here.
    case 0x00, 0x0E, 0x0F, 0x7F: break
    default: unknown.append("control " + String(scalar.value, radix: 16))
    }
  }
}
