import CEditline
import Foundation

/// Keys as they come, and what happens between them.
extension EditlineSource {
  /// libedit's way of asking for the next key: 1 for one, 0 at the end, -1 when reading is broken off.
  func read(into character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    noteDrawing()
    while true {
      if isPasteComing {
        isPasteComing = false
        guard takePaste() else { return -1 }
      }
      switch nextScalar() {
      case .scalar("\u{1B}") where redraws && beginsPaste():
        isPasteComing = true
        eraseMenu()
        // A search is left first.
        if isSearching { return give("\u{7}", to: character) }
      case .scalar("\n") where hasSearchFailed, .scalar("\r") where hasSearchFailed:
        // libedit would run the line that it had found before; the first Ctrl-G only goes back to that one.
        unread.append(0x07)
        return give("\u{7}", to: character)
      case .scalar(let scalar):
        lastKey = Int64(monotonicNanoseconds())
        closeMenu(before: scalar)
        return give(scalar, to: character)
      case .end: return 0
      case .brokenOff: return -1
      }
    }
  }

  private func give(_ scalar: Unicode.Scalar, to character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    character?.pointee = wchar_t(bitPattern: scalar.value)
    return 1
  }

  /// A menu is for the key that follows; Tab takes it up again, and so does Shift-Tab, which comes as three characters.
  private func closeMenu(before scalar: Unicode.Scalar) {
    let isShiftTab = closedMenu != nil && menu == nil && (scalar == "[" || scalar == "Z")
    if !isShiftTab { closedMenu = menu }
    eraseMenu()
  }

  enum Key {
    case scalar(Unicode.Scalar)
    case end
    case brokenOff
  }

  /// The next character from the keyboard; bytes that are no UTF-8 are passed over.
  func nextScalar() -> Key {
    var bytes: [UInt8] = []
    while true {
      if !unread.isEmpty {
        bytes.append(unread.removeFirst())
        if let scalar = Self.scalar(bytes) { return .scalar(scalar) }
        if bytes.count >= 4 || !Self.mayGoOn(bytes) { bytes = [] }
        continue
      }
      if Signals.hungUp != 0 || Signals.interrupted != 0 { return .brokenOff }
      if Signals.suspended != 0 { suspend() }
      if Signals.resized != 0 { resize() }
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      var ready = poll(&waiting, 1, 0)
      if ready == 0 {
        // Nobody waits for a key to be shown: time for what must not hold up any.
        if !isPasting { mendLine() }
        ready = poll(&waiting, 1, isPasting ? 1000 : untilTick())
      }
      if ready == 0 {
        tick()
        continue
      }
      if ready < 0 { continue }
      var byte: UInt8 = 0
      let count = Foundation.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count == 1 else { return count == 0 ? .end : .brokenOff }
      bytes.append(byte)
      if let scalar = Self.scalar(bytes) { return .scalar(scalar) }
      if bytes.count >= 4 || !Self.mayGoOn(bytes) { bytes = [] }
    }
  }

  /// The next byte if it comes within so many milliseconds.
  func nextByte(within milliseconds: Int32) -> UInt8? {
    if !unread.isEmpty { return unread.removeFirst() }
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var byte: UInt8 = 0
    guard poll(&waiting, 1, milliseconds) > 0, Foundation.read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
    return byte
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

  // MARK: - Between keys

  /// libedit brings the screen up to date by what has changed, and goes wrong there where characters of two columns or
  /// of none move. What was only added at the end of the line is right.
  private func noteDrawing() {
    let line = currentLine
    defer { drawnLine = line.text }
    guard line.text != drawnLine, !line.text.utf8.allSatisfy({ $0 < 0x80 }) || !drawnLine.utf8.allSatisfy({ $0 < 0x80 })
    else { return }
    if line.text != line.beforeCursor || !line.text.hasPrefix(drawnLine) { isMisdrawn = true }
  }

  /// Draws as a whole what may have gone wrong.
  private func mendLine() {
    guard isMisdrawn else { return }
    isMisdrawn = false
    hideLine()
    showLine()
  }

  /// In milliseconds: none while there is something to catch up with, so that a key that waits already goes first.
  private func untilTick() -> Int32 {
    let left = lastTick + 1_000_000_000 - Int64(monotonicNanoseconds())
    return Int32(clamping: max(0, left / 1_000_000))
  }

  private func tick() {
    guard !isPasting else { return }
    lastTick = Int64(monotonicNanoseconds())
    guard let live, !isSearching else { return }
    let notices = live.notices(isTyping: lastTick - lastKey < 2_000_000_000)
    let taken = LineGeometry.width(of: LineGeometry.visible(prompt.text))
    show(notices: notices, status: live.status(room: geometry.columns - taken - Self.roomToType))
  }

  /// What the right edge leaves for typing, in columns; libedit itself hides it from a line that needs more.
  private static let roomToType = 24

  private func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  private func suspend() {
    hideLine()
    prepareTerminal(false)
    Signals.suspend()
    prepareTerminal(true)
    Signals.resized = 0
    el_resize(editor)
    geometry = Self.window()
    showLine()
  }

  /// The window has another size: the line is drawn anew where the terminal has put it.
  private func resize() {
    Signals.resized = 0
    let new = Self.window()
    let old = geometry
    // What a terminal that wraps lines anew has done to ours is known; one that does not has left the rows alone.
    hideLine(in: Self.wrapsAnew ? LineGeometry(columns: new.columns, rows: new.rows) : old)
    el_resize(editor)
    geometry = new
    showLine()
  }

  /// xterm, rxvt, the Linux console and GNU screen cut lines that have become too long; the others wrap them.
  private static let wrapsAnew: Bool = {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    let term = variable("TERM")
    if !variable("TMUX").isEmpty { return true }
    return variable("XTERM_VERSION").isEmpty && variable("STY").isEmpty
      && !["linux", "rxvt", "vt", "cons"].contains { term.hasPrefix($0) }
  }()
}
