import Foundation
import HealthCore

/// Reads cells. A complaint names the column, what stands there and what could stand there instead; an empty cell is
/// nil throughout, for it leaves what is known as it is.
enum Cell {
  /// Far beyond any real count, and small enough that comparing a rate with its target can't overflow.
  static let largestCount = 999_999_999

  static func boolean(_ text: String?, named name: String) throws(IntakeFault) -> Bool? {
    guard let text else { return nil }
    switch text.lowercased() {
    case "true", "1": return true
    case "false", "0": return false
    default: throw IntakeFault(reason: "\(name) \"\(short(text))\" is neither true nor false")
    }
  }

  /// A whole number of at least 0.
  static func count(_ text: String?, named name: String) throws(IntakeFault) -> Int? {
    guard let text else { return nil }
    guard let value = Int(text), (0...largestCount).contains(value) else {
      throw IntakeFault(reason: "\(name) \"\(short(text))\" is no whole number from 0 to \(largestCount)")
    }
    return value
  }

  /// 1 to 5 stars.
  static func rating(_ text: String?, named name: String) throws(IntakeFault) -> Int? {
    guard let text else { return nil }
    guard let value = Int(text), (1...5).contains(value) else {
      throw IntakeFault(reason: "\(name) \"\(short(text))\" is not 1 to 5")
    }
    return value
  }

  /// Money, kept as it is written.
  static func amount(_ text: String?, named name: String) throws(IntakeFault) -> String? {
    guard let text else { return nil }
    _ = try exactAmount(text, named: name)
    return text
  }

  static func exactAmount(_ text: String, named name: String) throws(IntakeFault) -> Amount {
    guard let amount = Amount(text) else {
      throw IntakeFault(reason: "\(name) \"\(short(text))\" is no amount from 0 on; write it as 1234.50")
    }
    return amount
  }

  static func number(_ text: String?, named name: String) throws(IntakeFault) -> Double? {
    guard let text else { return nil }
    // Double reads "nan", "inf" and hexadecimal too.
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
    guard isPlain, let value = Double(text), value.isFinite else {
      throw IntakeFault(reason: "\(name) \"\(short(text))\" is no number; write it as 0.98, which is 98 %")
    }
    return value
  }

  /// One of the words of an enumeration, in any case.
  static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String?, named name: String, of _: Word.Type = Word.self
  ) throws(IntakeFault) -> Word? {
    guard let text else { return nil }
    if let word = Word(rawValue: text) { return word }
    let lower = text.lowercased()
    guard let word = Word.allCases.first(where: { $0.rawValue.lowercased() == lower }) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw IntakeFault(reason: "\(name) \"\(short(text))\" is none of \(known)")
    }
    return word
  }

  static func short(_ text: String) -> String { text.count > 40 ? String(text.prefix(39)) + "…" : text }
}

extension TableRow {
  /// The cell that a record can't do without. What the reader found wrong with the row comes before all else.
  func needed(_ column: String) throws(IntakeFault) -> String {
    if let fault { throw IntakeFault(reason: fault) }
    guard let text = self[column] else { throw IntakeFault(reason: "has no \(column)") }
    return text
  }
}
