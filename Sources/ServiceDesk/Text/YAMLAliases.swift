/// Aliases in YAML: a few that stand for each other in turn stand for more than any machine can hold, or compare.
package enum YAMLAliases {
  /// Nobody writes that many by hand.
  package static let most = 20

  package static let reason = "has more than \(most) aliases (*name)"

  /// What a word of YAML may follow at once.
  private static let openers = Array("[{,:?".utf8)

  /// Whether a text may have too many: every word that begins with `*` and a letter or digit is counted as one.
  package static func areTooMany(in yaml: String) -> Bool {
    var count = 0
    var before: (UInt8, UInt8) = (0x20, 0x20)
    for byte in yaml.utf8 {
      let isStar = before.1 == UInt8(ascii: "*") && (before.0 <= 0x20 || openers.contains(before.0))
      if isStar, byte > 0x20, byte != UInt8(ascii: "*") { count += 1 }
      before = (before.1, byte)
    }
    return count > most
  }
}
