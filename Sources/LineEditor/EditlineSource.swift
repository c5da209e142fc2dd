import CEditline
import Foundation

/// Lines from a person at a terminal, edited by libedit with the keys of `~/.editrc`.
///
/// While the person types, the prompt lives: `live` is asked about once a second for what stands at its right edge and
/// for lines to be put above it. Screen.swift says how that leaves the line alone.
package final class EditlineSource: LineSource {
  /// What may stand at the cursor of a line; the cursor in characters.
  package var complete: ((_ line: String, _ cursor: Int) -> Completion)?
  /// Whether Return ends the line, or goes on in a next one since a quotation mark is open.
  package var isWhole: (String) -> Bool = { _ in true }
  /// The line as changed in the person's editor; nil when nothing came of it.
  package var edit: ((String) -> String?)?
  /// Nil where nothing is to be redrawn, as for screen readers.
  package weak var live: (any LivePrompt)?

  /// False for a terminal that can't move its cursor, and for screen readers: then nothing is written but onwards.
  package var redraws = true

  let editor: OpaquePointer
  private let history: OpaquePointer
  private let historyFile: HistoryFile
  var prompt = CText()
  var rightPrompt = CText()
  var menu: CompletionMenu?
  /// The menu that the last key has closed.
  var closedMenu: CompletionMenu?
  /// The line as it was when libedit drew it last.
  var drawnLine = ""
  var isMisdrawn = false
  /// By the monotonic clock, in nanoseconds.
  var lastTick: Int64 = 0
  var lastKey: Int64 = 0
  /// What libedit draws on, as it was when it last drew.
  var geometry = LineGeometry(columns: 80, rows: 24)
  var isPasting = false
  var isPasteComing = false
  /// Bytes that were looked at too early.
  var unread: [UInt8] = []
  private var lastLine = ""

  /// - Parameter historyPath: where lines are kept across sessions.
  package init?(program: String, historyPath: String) {
    Self.chooseLocale()
    TerminalModes.keep()
    guard let editor = rw_el_init(program), let history = history_init() else { return nil }
    self.editor = editor
    self.history = history
    historyFile = HistoryFile(path: historyPath)
    Signals.install()
    rw_el_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    rw_el_set_editor(editor, "emacs")
    rw_el_set_signal(editor, 0)
    rw_el_hide_keys(editor)
    rw_el_set_prompt(editor) { editor in EditlineSource.of(editor)?.prompt.pointer }
    rw_el_set_right_prompt(editor) { editor in EditlineSource.of(editor)?.rightPrompt.pointer }
    rw_el_set_getcfn(editor) { editor, character in EditlineSource.of(editor)?.read(into: character) ?? -1 }
    addFunctions()
    _ = rw_history_set_size(history, Int32(HistoryFile.mostLines))
    _ = rw_history_set_unique(history)
    rw_el_set_history(editor, history)
    for (key, function) in [
      ("^R", "em-inc-search-prev"), ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
      ("\\e[3~", "ed-delete-next-char"),
    ] {
      rw_el_bind(editor, key, function)
    }
    historyFile.load(into: history)
    el_source(editor, nil)
    // The person's own keys have the last word, but these work under vi keys too.
    bindOwnKeys()
  }

  deinit {
    el_end(editor)
    history_end(history)
    TerminalModes.restore()
  }

  /// Wide characters need a UTF-8 locale; where none is set, the plain one of the C library will do.
  private static func chooseLocale() {
    setlocale(LC_ALL, "")
    if String(cString: nl_langinfo(CInt(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  static func of(_ editor: OpaquePointer?) -> EditlineSource? {
    guard let client = rw_el_client(editor) else { return nil }
    return Unmanaged<EditlineSource>.fromOpaque(client).takeUnretainedValue()
  }

  package func next(prompt: String) -> LineEvent {
    self.prompt.text = prompt
    Signals.interrupted = 0
    geometry = Self.window()
    drawnLine = ""
    lastTick = 0
    // libedit takes the terminal over only once the prompt stands; a key pressed in between would be lost.
    prepareTerminal(true)
    defer { markPastes(false) }
    var count: Int32 = 0
    let text = el_gets(editor, &count)
    if Signals.hungUp != 0 {
      // What was being typed is not lost with the terminal.
      remember(currentLine.text)
      return .hungUp
    }
    if Signals.interrupted != 0 {
      Signals.interrupted = 0
      // The broken-off line stays on the screen, marked as such.
      eraseMenu()
      rw_print("^C\n")
      el_reset(editor)
      return .interrupted
    }
    guard let text, count > 0 else { return .ended }
    let line = String(cString: text).trimmingCharacters(in: .newlines)
    remember(line)
    return .line(line)
  }

  /// A line that begins with a space is nobody's business later, as in other shells.
  private func remember(_ line: String) {
    guard line.contains(where: { !$0.isWhitespace }), !line.hasPrefix(" "), line != lastLine else { return }
    _ = rw_history_enter(history, line)
    historyFile.append(line)
    lastLine = line
  }

  /// The lines of this session and earlier ones, the newest first.
  package func earlierLines(_ most: Int) -> [String] {
    var lines: [String] = []
    var next = rw_history_line(history, 1)
    while let line = next, lines.count < most {
      lines.append(String(cString: line).trimmingCharacters(in: .newlines))
      next = rw_history_line(history, 0)
    }
    return lines
  }

  // MARK: - The terminal's modes

  /// Bracketed paste (xterm's mode 2004) tells pasted text from typed keys.
  private static let beginPasting = "\u{1B}[?2004h"
  private static let endPasting = "\u{1B}[?2004l"

  /// Takes the terminal over for editing, or gives it back to whoever comes next.
  func prepareTerminal(_ isEditing: Bool) {
    rw_el_prepare_terminal(editor, isEditing ? 1 : 0)
    markPastes(isEditing)
  }

  private func markPastes(_ isOn: Bool) {
    if redraws { rw_print(isOn ? Self.beginPasting : Self.endPasting) }
  }

  static func window() -> LineGeometry {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return LineGeometry(columns: 80, rows: 24)
    }
    return LineGeometry(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }
}

/// Text that C holds on to.
final class CText {
  private(set) var pointer = strdup("")
  var text = "" {
    didSet {
      free(pointer)
      pointer = strdup(text)
    }
  }

  deinit { free(pointer) }
}
