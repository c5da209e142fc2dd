/// Whether a buyer only says thanks, so that the case can be closed without a reply.
package enum Thanks {
  private static let words = [
    "thank", "thx", "great service", "danke", "vielen dank", "merci", "gracias", "grazie", "obrigad", "谢谢", "感谢", "多谢",
  ]
  /// What says that there is more to it.
  private static let more = [
    "?", "？", "but ", "however", "still", "please", "aber", "jedoch", "noch", "bitte", "mais ", "pero ", "但", "不过",
    "请问", "没有",
  ]
  /// A message of thanks is short, in characters.
  private static let longest = 120

  package static func isAll(_ text: String) -> Bool {
    guard text.count <= longest else { return false }
    let text = text.lowercased()
    return words.contains { text.contains($0) } && !more.contains { text.contains($0) }
  }
}
