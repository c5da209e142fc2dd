import CEditline
import Foundation

/// Lines from a person at a terminal, edited by libedit with the keys of `~/.editrc`.
package final class EditlineSource: LineSource {
  /// What may stand at the cursor of a line; the cursor in characters.
  package var complete: ((_ line: String, _ cursor: Int) -> Completion)?
  /// Called about once a second while the editor waits for a key.
  package var tick: (() -> Void)?

  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let historyFile: HistoryFile
  private var prompt: UnsafeMutablePointer<CChar>?
  private var lastLine = ""

  /// - Parameter historyPath: where lines are kept across sessions.
  package init?(program: String, historyPath: String) {
    Self.chooseLocale()
    guard let editor = rw_el_init(program), let history = history_init() else { return nil }
    self.editor = editor
    self.history = history
    historyFile = HistoryFile(path: historyPath)
    Signals.install()
    rw_el_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    rw_el_set_editor(editor, "emacs")
    rw_el_set_signal(editor, 0)
    rw_el_set_prompt(editor) { editor in EditlineSource.of(editor)?.prompt }
    rw_el_set_getcfn(editor) { editor, character in EditlineSource.of(editor)?.read(into: character) ?? -1 }
    rw_el_add_function(editor, "desk-complete", "Complete a word") { editor, _ in
      EditlineSource.of(editor)?.completeWord() ?? UInt8(CC_ERROR)
    }
    _ = rw_history_set_size(history, Int32(HistoryFile.mostLines))
    _ = rw_history_set_unique(history)
    rw_el_set_history(editor, history)
    for (key, function) in [
      ("^I", "desk-complete"), ("^R", "em-inc-search-prev"), ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
      ("\\e[3~", "ed-delete-next-char"),
    ] {
      rw_el_bind(editor, key, function)
    }
    historyFile.load(into: history)
    // The person's own keys have the last word, but Tab completes under vi keys too.
    el_source(editor, nil)
    rw_el_bind(editor, "^I", "desk-complete")
  }

  deinit {
    el_end(editor)
    history_end(history)
    free(prompt)
  }

  /// Wide characters need a UTF-8 locale; where none is set, the plain one of the C library will do.
  private static func chooseLocale() {
    setlocale(LC_ALL, "")
    if String(cString: nl_langinfo(CInt(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  private static func of(_ editor: OpaquePointer?) -> EditlineSource? {
    guard let client = rw_el_client(editor) else { return nil }
    return Unmanaged<EditlineSource>.fromOpaque(client).takeUnretainedValue()
  }

  package func next(prompt: String) -> LineEvent {
    free(self.prompt)
    self.prompt = strdup(prompt)
    Signals.interrupted = 0
    // libedit takes the terminal over only once the prompt stands; a key pressed in between would be lost.
    rw_el_prepare_terminal(editor, 1)
    var count: Int32 = 0
    let text = el_gets(editor, &count)
    if Signals.hungUp != 0 { return .hungUp }
    if Signals.interrupted != 0 {
      Signals.interrupted = 0
      // The broken-off line stays on the screen, marked as such.
      rw_print("^C\n")
      el_reset(editor)
      return .interrupted
    }
    guard let text, count > 0 else { return .ended }
    let line = String(cString: text).trimmingCharacters(in: .newlines)
    if line.contains(where: { !$0.isWhitespace }), !line.hasPrefix(" "), line != lastLine {
      _ = rw_history_enter(history, line)
      historyFile.append(line)
      lastLine = line
    }
    return .line(line)
  }

  /// Lends the terminal to something else, such as an editor or a pager.
  package func aside<T>(_ work: () throws -> T) rethrows -> T {
    rw_el_prepare_terminal(editor, 0)
    return try work()
  }

  // MARK: - Reading a key

  private func read(into character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    var bytes: [UInt8] = []
    while true {
      if Signals.hungUp != 0 || Signals.interrupted != 0 { return -1 }
      if Signals.suspended != 0 { suspend() }
      if Signals.resized != 0 { resize() }
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, 1000)
      if ready == 0 {
        tick?()
        continue
      }
      if ready < 0 { continue }
      var byte: UInt8 = 0
      let count = Foundation.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count == 1 else { return count == 0 ? 0 : -1 }
      bytes.append(byte)
      if let scalar = Self.scalar(bytes) {
        character?.pointee = wchar_t(bitPattern: UInt32(scalar.value))
        return 1
      }
      // Bytes that are no UTF-8 are passed over.
      if bytes.count >= 4 || !Self.mayGoOn(bytes) { bytes = [] }
    }
  }

  private static func scalar(_ bytes: [UInt8]) -> Unicode.Scalar? {
    if bytes.count == 1, bytes[0] < 0x80 { return Unicode.Scalar(bytes[0]) }
    guard bytes.count == length(bytes[0]), let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return text.unicodeScalars.first
  }

  private static func length(_ lead: UInt8) -> Int { lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0 }

  private static func mayGoOn(_ bytes: [UInt8]) -> Bool {
    bytes.count < length(bytes[0]) && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }

  private func suspend() {
    rw_el_prepare_terminal(editor, 0)
    Signals.suspend()
    rw_el_prepare_terminal(editor, 1)
    resize()
    rw_el_refresh(editor)
  }

  private func resize() {
    Signals.resized = 0
    el_resize(editor)
  }

  // MARK: - Completion

  private func completeWord() -> UInt8 {
    guard let complete, let info = el_line(editor)?.pointee, let start = info.buffer, let end = info.lastchar,
      let cursor = info.cursor
    else { return UInt8(CC_ERROR) }
    let line = Self.text(start, end)
    let position = Self.text(start, cursor).count
    let found = complete(line, position)
    guard let first = found.candidates.first else { return UInt8(CC_ERROR) }
    let typed = String(line.prefix(position).suffix(found.replaced))
    if found.candidates.count == 1 {
      replace(typed, by: first.text + found.ending)
      return UInt8(CC_REFRESH)
    }
    let common = found.commonBeginning
    if common.count > typed.count {
      replace(typed, by: common)
      return UInt8(CC_REFRESH)
    }
    list(found.candidates)
    return UInt8(CC_REDISPLAY)
  }

  private static func text(_ start: UnsafePointer<CChar>, _ end: UnsafePointer<CChar>) -> String {
    String(decoding: UnsafeRawBufferPointer(start: start, count: end - start), as: UTF8.self)
  }

  private func replace(_ typed: String, by text: String) {
    let count = typed.unicodeScalars.count
    if count > 0 { el_deletestr(editor, Int32(count)) }
    el_insertstr(editor, text)
  }

  private func list(_ candidates: [Completion.Candidate]) {
    var size = winsize()
    let width = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    let most = max(5, Int(size.ws_row == 0 ? 24 : size.ws_row) - 4)
    let widest = min(40, candidates.prefix(most).map(\.text.count).max() ?? 0)
    var output = "\r\n"
    for candidate in candidates.prefix(most) {
      let padding = String(repeating: " ", count: max(0, widest - candidate.text.count))
      let meaning = candidate.meaning.isEmpty ? "" : padding + "  " + candidate.meaning
      output += String((candidate.text + meaning).prefix(width - 1)) + "\r\n"
    }
    if candidates.count > most { output += "… and \(candidates.count - most) more\r\n" }
    rw_print(output)
  }
}
