import CEditline
import Foundation

/// The whole window for a page that is drawn again and again, as by `watch`; what stood there before comes back after.
package struct FullScreen {
  /// In seconds.
  private let interval: Double
  /// Rows that have been scrolled out at the top.
  private var offset = 0

  package init(every interval: Double) { self.interval = interval }

  /// Draws until the person presses `q`, Escape, Ctrl-C or Ctrl-D, or the terminal goes away. The first line of a page
  /// is its head and stays while the rest is scrolled.
  package mutating func run(draw: () -> [String]) {
    var usual = termios()
    tcgetattr(STDIN_FILENO, &usual)
    Signals.install()
    Signals.interrupted = 0
    enter(usual)
    defer { leave(usual) }
    var page = draw()
    var next = Self.clock() + interval
    show(page)
    while true {
      if Signals.hungUp != 0 || Signals.interrupted != 0 { break }
      if Signals.suspended != 0 {
        leave(usual)
        Signals.suspend()
        enter(usual)
        Signals.resized = 1
      }
      if Signals.resized != 0 || Self.clock() >= next {
        Signals.resized = 0
        page = draw()
        next = Self.clock() + interval
        show(page)
      }
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(max(0, min(1, next - Self.clock()) * 1000))) > 0 else { continue }
      for key in keys() {
        switch key {
        case .leave: return
        case .again: next = 0
        case .move(let rows):
          let room = EditlineSource.window().rows - 1
          offset = max(0, min(offset + rows, page.count - 1 - room))
          show(page)
        }
      }
    }
    Signals.interrupted = 0
  }

  // MARK: - Keys

  private enum Key { case leave, again, move(Int) }

  private func keys() -> [Key] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else { return [.leave] }
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    // An arrow comes as several characters at once; letters may have been typed fast.
    return (text.hasPrefix("\u{1B}") ? [text] : text.map(String.init)).compactMap(Self.key)
  }

  private static func key(_ text: String) -> Key? {
    let page = max(1, EditlineSource.window().rows - 2)
    switch text {
    case "q", "Q", "\u{1B}", "\u{3}", "\u{4}": return .leave
    case "r", "\u{C}": return .again
    case "j", "\u{1B}[B", "\u{1B}OB", "\n": return .move(1)
    case "k", "\u{1B}[A", "\u{1B}OA": return .move(-1)
    case " ", "\u{1B}[6~", "\u{6}": return .move(page)
    case "b", "\u{1B}[5~", "\u{2}": return .move(-page)
    case "g", "\u{1B}[H", "\u{1B}[1~": return .move(-100_000)
    case "G", "\u{1B}[F", "\u{1B}[4~": return .move(100_000)
    default: return nil
    }
  }

  // MARK: - The window

  /// Redraws in place: each row is written over and its rest cleared, so nothing flickers.
  private func show(_ page: [String]) {
    let rows = EditlineSource.window().rows
    let body = page.dropFirst()
    let shown = body.dropFirst(min(offset, max(0, body.count - rows + 1))).prefix(rows - 1)
    var lines = page.prefix(1) + shown
    let below = body.count - (shown.last == nil ? 0 : shown.endIndex - body.startIndex)
    if below > 0, rows > 2 { lines[lines.endIndex - 1] = "… \(below + 1) more rows: j and k, space and b" }
    rw_print("\u{1B}[H" + lines.joined(separator: "\u{1B}[K\r\n") + "\u{1B}[K\u{1B}[J")
  }

  private func enter(_ usual: termios) {
    var single = usual
    single.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &single)
    // The alternate screen, without a cursor, and without wrapping what is too long.
    rw_print("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[2J")
  }

  private func leave(_ usual: termios) {
    rw_print("\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
    var usual = usual
    tcsetattr(STDIN_FILENO, TCSADRAIN, &usual)
  }

  private static func clock() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
