import CEditline
import Foundation

/// The keys that libedit leaves to us: Tab, Return, the editor.
extension EditlineSource {
  func addFunctions() {
    rw_el_add_function(editor, "desk-complete", "Complete a word") { editor, _ in
      EditlineSource.of(editor)?.completeWord(by: 1) ?? UInt8(CC_ERROR)
    }
    rw_el_add_function(editor, "desk-complete-back", "Go back in the list") { editor, _ in
      EditlineSource.of(editor)?.completeWord(by: -1) ?? UInt8(CC_ERROR)
    }
    rw_el_add_function(editor, "desk-return", "End the line, or go on in a next one") { editor, _ in
      EditlineSource.of(editor)?.pressReturn() ?? UInt8(CC_ERROR)
    }
    rw_el_add_function(editor, "desk-break", "Begin a next line") { editor, _ in
      el_insertstr(editor, "\n") < 0 ? UInt8(CC_ERROR) : UInt8(CC_REFRESH)
    }
    rw_el_add_function(editor, "desk-edit", "Change the line in the editor") { editor, _ in
      EditlineSource.of(editor)?.editLine() ?? UInt8(CC_ERROR)
    }
  }

  /// While libedit edits, the terminal turns Return's CR into LF and Ctrl-J's LF into CR.
  func bindOwnKeys() {
    for (key, function) in [("^I", "desk-complete"), ("^J", "desk-return"), ("^M", "ed-newline")] {
      rw_el_bind(editor, key, function)
    }
    // Under vi keys Escape is a key of its own and must not begin another one.
    guard rw_el_is_vi(editor) == 0 else { return rw_el_bind_command(editor, "v", "desk-edit") }
    for (key, function) in [("\\e[Z", "desk-complete-back"), ("\\e^J", "desk-break"), ("\\ee", "desk-edit")] {
      rw_el_bind(editor, key, function)
    }
  }

  // MARK: - Return, editor

  private func pressReturn() -> UInt8 {
    guard isWhole(currentLine.text) else {
      return el_insertstr(editor, "\n") < 0 ? UInt8(CC_ERROR) : UInt8(CC_REFRESH)
    }
    // What has been entered stands in the scrollback without a clock that has stopped.
    if !rightPrompt.text.isEmpty {
      hideLine()
      rightPrompt.text = ""
      showLine()
    }
    // To be read next: only libedit's own function can end a line.
    el_push(editor, "\r")
    return UInt8(CC_NORM)
  }

  private func editLine() -> UInt8 {
    guard let edit else { return UInt8(CC_ERROR) }
    let line = currentLine.text
    hideLine()
    prepareTerminal(false)
    let changed = TerminalModes.lend { edit(line) }
    prepareTerminal(true)
    // What was typed meanwhile may have been echoed.
    rw_write("\r\u{1B}[J")
    if let changed { replaceLine(by: changed.trimmingCharacters(in: .newlines)) }
    rw_el_refresh(editor)
    return UInt8(CC_REFRESH)
  }

  private func replaceLine(by text: String) {
    let line = currentLine
    el_cursor(editor, Int32(line.text.unicodeScalars.count - line.beforeCursor.unicodeScalars.count))
    let count = line.text.unicodeScalars.count
    if count > 0 { el_deletestr(editor, Int32(count)) }
    el_insertstr(editor, text)
  }

  // MARK: - Completion

  private func completeWord(by step: Int) -> UInt8 {
    let before = currentLine.beforeCursor
    if var menu = closedMenu, before.hasSuffix(menu.inserted) {
      let old = menu.inserted
      menu.advance(by: step)
      replace(old, by: menu.inserted)
      return open(menu)
    }
    guard let complete else { return UInt8(CC_ERROR) }
    let found = complete(currentLine.text, before.count)
    let typed = String(before.suffix(found.replaced))
    if let only = found.only {
      replace(typed, by: only.text + found.ending)
      return UInt8(CC_REFRESH)
    }
    guard !found.candidates.isEmpty else {
      guard let hint = found.hint else { return UInt8(CC_ERROR) }
      return open(CompletionMenu(Completion(replaced: 0, candidates: [.init("", hint)]), typed: ""))
    }
    let common = found.commonBeginning
    if common.count > typed.count {
      replace(typed, by: common)
      return open(CompletionMenu(found, typed: common))
    }
    return open(CompletionMenu(found, typed: typed))
  }

  /// libedit draws its line first, then the menu goes below it.
  private func open(_ menu: CompletionMenu) -> UInt8 {
    guard redraws else {
      let lines = menu.lines(columns: geometry.columns, rows: geometry.rows - 2)
      rw_print("\r\n" + lines.joined(separator: "\r\n") + "\r\n")
      rw_el_refresh(editor)
      return UInt8(CC_NORM)
    }
    hideLine(in: geometry)
    self.menu = menu
    showLine()
    return UInt8(CC_NORM)
  }

  private func replace(_ typed: String, by text: String) {
    let count = typed.unicodeScalars.count
    if count > 0 { el_deletestr(editor, Int32(count)) }
    el_insertstr(editor, text)
  }
}
