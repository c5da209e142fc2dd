import CEditline
import Foundation

/// Writing around the line that is being edited.
///
/// libedit knows nothing of it: it is told that the screen is blank below its first row (EL_REFRESH) and draws its line
/// there anew. So whatever is to be shown goes in its place first: hide the line, write, show it again.
extension EditlineSource {
  /// The line and how much of it stands before the cursor.
  var currentLine: (text: String, beforeCursor: String) {
    guard let info = el_line(editor)?.pointee, let start = info.buffer, let end = info.lastchar,
      let cursor = info.cursor
    else { return ("", "") }
    return (Self.text(start, end), Self.text(start, cursor))
  }

  static func text(_ start: UnsafePointer<CChar>, _ end: UnsafePointer<CChar>) -> String {
    String(decoding: UnsafeRawBufferPointer(start: start, count: end - start), as: UTF8.self)
  }

  /// Where the cursor stands, and how many rows of the line come after its own.
  func cursorPlace(in geometry: LineGeometry) -> (place: LineGeometry.Place, rowsBelow: Int) {
    let line = currentLine
    let prompt = LineGeometry.visible(prompt.text)
    let place = geometry.place(after: prompt + line.beforeCursor)
    return (place, max(0, geometry.place(after: prompt + line.text).row - place.row))
  }

  /// Takes the line, and a menu below it, off the screen; what is written next stands in their place.
  ///
  /// - Parameter geometry: in which the line stands on the screen; after a resize the terminal's own.
  func hideLine(in geometry: LineGeometry? = nil) {
    let row = cursorPlace(in: geometry ?? self.geometry).place.row
    rw_write((row > 0 ? "\u{1B}[\(row)A" : "") + "\r\u{1B}[J")
  }

  func showLine() {
    rw_el_refresh(editor)
    drawMenu()
  }

  /// Puts lines above the prompt and brings the right edge up to date; draws nothing where nothing is new.
  func show(notices: [String], status: String) {
    guard !notices.isEmpty || status != rightPrompt.text else { return }
    hideLine()
    for notice in notices { rw_write(notice + "\r\n") }
    rightPrompt.text = status
    showLine()
  }

  /// While Ctrl-R searches, libedit keeps its question in the line itself.
  var isSearching: Bool {
    let line = currentLine.text
    guard let last = line.lastIndex(of: "\n") else { return false }
    let question = line[line.index(after: last)...]
    return ["bck:", "bck?", "fwd:", "fwd?"].contains { question.hasPrefix($0) }
  }

  /// The search has found nothing; the line shows what stood there before.
  var hasSearchFailed: Bool {
    let line = currentLine.text
    return isSearching && (line.contains("\nbck?") || line.contains("\nfwd?"))
  }

  // MARK: - The menu

  /// Draws the menu below the line and goes back to the cursor.
  func drawMenu() {
    guard let menu else { return }
    let (place, rowsBelow) = cursorPlace(in: geometry)
    let room = geometry.rows - place.row - rowsBelow - 1
    guard room > 0 else { return }
    let lines = menu.lines(columns: geometry.columns, rows: min(room, 12))
    // Line feeds first: at the bottom of the window they make the room, and the cursor comes back by as many rows.
    let below = rowsBelow + lines.count
    rw_print(
      String(repeating: "\n", count: below) + "\u{1B}[\(below)A" + Self.column(place.column) + "\u{1B}7"
        + "\u{1B}[\(rowsBelow + 1)B\r" + lines.joined(separator: "\r\n") + "\u{1B}8")
  }

  func eraseMenu() {
    guard menu != nil else { return }
    menu = nil
    let (place, rowsBelow) = cursorPlace(in: geometry)
    guard geometry.rows - place.row - rowsBelow - 1 > 0 else { return }
    rw_print("\u{1B}7\u{1B}[\(rowsBelow + 1)B\r\u{1B}[J\u{1B}8")
  }

  private static func column(_ column: Int) -> String { "\r" + (column > 0 ? "\u{1B}[\(column)C" : "") }
}
