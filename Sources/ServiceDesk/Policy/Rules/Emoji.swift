/// MSG-020: pictographs.
enum Emoji {
  static let rule = PolicyRule(
    "MSG-020", block: [.amazon], why: "an emoji", source: "A66 [Z], A73"
  ) { reading in
    let found = reading.text.characters.filter(isEmoji)
    if let first = found.first { return [.init(String(first))] }
    return emoticon(in: reading.original).map { [.init($0)] } ?? []
  }

  static func isEmoji(_ character: Character) -> Bool {
    guard let first = character.unicodeScalars.first, character.utf8.count > 1 else { return false }
    // ©, ®, ™, ‼ and digits are emoji to Unicode only when a selector says so.
    let isSelected = character.unicodeScalars.contains { $0.value == 0xFE0F }
    if first.properties.isEmojiPresentation { return true }
    // `1️⃣`: a digit in a key.
    if character.unicodeScalars.contains(where: { $0.value == 0x20E3 }) { return true }
    guard first.properties.isEmoji, first.value > 0xFF, first.value != 0x2122 else { return false }
    return isSelected || (0x2600...0x27BF).contains(first.value) && !plainSigns.contains(first)
      || first.value >= 0x1F000
  }

  /// Signs that are old printers' stock.
  private static let plainSigns: Set<Unicode.Scalar> = [
    "★", "☆", "✓", "✔", "✗", "✘", "☎", "♀", "♂", "✂", "☐", "☑", "✕", "✖", "❶", "➔", "➜",
  ]

  private static func emoticon(in text: String) -> String? {
    for word in text.split(whereSeparator: \.isWhitespace) where word.utf8.count < 8 {
      let bare = word.trimmingSuffix { ".,!?".contains($0) }
      if [":-)", ":)", ";-)", ";)", ":-D", ":D", ":-(", ":(", "^^", "^_^", ":-P", ":P", "xD", "XD", "=)"].contains(bare)
      {
        return String(bare)
      }
    }
    return nil
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
