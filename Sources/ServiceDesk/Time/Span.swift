import Foundation

/// A length of time as people write it: `90s`, `30m`, `2h`, `1d`, `1w`, or several together, `1d12h`.
package struct Span: Hashable, Sendable, CustomStringConvertible {
  package var seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// Nil where `text` is no span, or one of over a hundred years.
  package init?(_ text: String) {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    var total = 0
    var number = ""
    for character in text.lowercased() {
      if character.isASCII, character.isNumber {
        number.append(character)
      } else {
        guard let unit = units[character], let value = Int(number), value <= 3_200_000_000 / unit else { return nil }
        total += value * unit
        number = ""
      }
    }
    guard number.isEmpty, !text.isEmpty, total <= 3_200_000_000 else { return nil }
    seconds = total
  }

  /// The two largest units: `1 d 4 h`, `1 h 12 min`, `45 s`.
  package var description: String {
    let value = abs(seconds)
    let sign = seconds < 0 ? "-" : ""
    switch value {
    case ..<60: return "\(sign)\(value) s"
    case ..<3600: return "\(sign)\(value / 60) min"
    case ..<86_400:
      let minutes = value / 60 % 60
      return "\(sign)\(value / 3600) h" + (minutes == 0 ? "" : " \(minutes) min")
    default:
      let hours = value / 3600 % 24
      return "\(sign)\(value / 86_400) d" + (hours == 0 ? "" : " \(hours) h")
    }
  }
}
