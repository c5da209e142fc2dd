import CEditline
import Foundation

/// Pasted text, which terminals put between two marks (xterm's bracketed paste).
///
/// It is taken here, before libedit sees any of it: whatever the keys are bound to and whatever libedit is about, a line
/// break in it runs nothing.
extension EditlineSource {
  private static let begin = Array("[200~".utf8)
  private static let end = Array("\u{1B}[201~".unicodeScalars)
  /// In characters.
  private static let longest = 1 << 18

  /// Whether an Escape that was just read begins a paste. What comes after another one is kept to be read next.
  func beginsPaste() -> Bool {
    var taken: [UInt8] = []
    for wanted in Self.begin {
      // A terminal sends the mark as a whole; a person who has pressed Escape takes longer for the next key.
      guard let byte = nextByte(within: 20) else { break }
      taken.append(byte)
      guard byte == wanted else { break }
    }
    if taken == Self.begin { return true }
    unread += taken
    return false
  }

  /// Puts everything up to the end mark into the line; false when reading was broken off.
  func takePaste() -> Bool {
    isPasting = true
    defer { isPasting = false }
    var taken: [Unicode.Scalar] = []
    while taken.suffix(Self.end.count) != Self.end[...] {
      guard case .scalar(let scalar) = nextScalar() else { return false }
      // Of more than that only the end mark is looked for.
      if taken.count >= Self.longest { taken.remove(at: Self.longest - Self.end.count) }
      taken.append(scalar)
    }
    hideLine()
    let text = Self.plain(taken.dropLast(Self.end.count))
    if !text.isEmpty { el_insertstr(editor, text) }
    showLine()
    return true
  }

  /// Line breaks and tabs stay; other control characters are nobody's text.
  private static func plain(_ scalars: some Collection<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in scalars {
      // The terminal has exchanged CR and LF; either ends a line, both together once.
      if scalar == "\r" || scalar == "\n" {
        if let last, last != scalar, last == "\r" || last == "\n" { continue }
        text.append("\n")
      } else if scalar == "\t" || scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) {
        text.append(scalar)
      }
      last = scalar
    }
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
