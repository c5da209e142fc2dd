import Foundation
import HealthCore

/// A value of a report in JSON, asked for what it should be: nil where it is something else, for reports leave things
/// out, and write them otherwise than they are documented.
struct ReportJSON {
  private let value: Any

  /// An object or a list.
  static func read(_ bytes: [UInt8]) throws(IntakeFault) -> ReportJSON {
    do {
      return ReportJSON(value: try JSONSerialization.jsonObject(with: Data(bytes)))
    } catch {
      throw IntakeFault(reason: "is no JSON, or only a part of it; download the report once more")
    }
  }

  /// The first of these that the object has, in any case of its letters.
  subscript(_ names: String...) -> ReportJSON? { self[names] }

  subscript(_ names: [String]) -> ReportJSON? {
    guard let object = value as? [String: Any] else { return nil }
    for name in names {
      if let found = object[name] { return ReportJSON(value: found) }
    }
    let lower = names.map { $0.lowercased() }
    let key = object.keys.sorted().first { lower.contains($0.lowercased()) }
    return key.flatMap { object[$0] }.map { ReportJSON(value: $0) }
  }

  /// What is reached by one name after the other.
  subscript(path names: [String]) -> ReportJSON? {
    names.reduce(self as ReportJSON?) { value, name in value?[name] }
  }

  var isObject: Bool { value is [String: Any] }

  var list: [ReportJSON]? { (value as? [Any])?.map { ReportJSON(value: $0) } }

  var text: String? {
    guard let text = value as? String else { return nil }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }

  var number: Double? {
    // JSON's true and false come as numbers too.
    guard let number = value as? NSNumber, String(cString: number.objCType) != "c", number.doubleValue.isFinite else {
      return nil
    }
    return number.doubleValue
  }

  /// A whole number of at least 0.
  var count: Int? {
    guard let number, let count = Int(exactly: number), (0...Cell.largestCount).contains(count) else { return nil }
    return count
  }

  /// The number as it is written: 0.01 is exactly one in a hundred, which the nearest Double is not.
  var decimal: HealthCore.Decimal? {
    // Double describes itself by the shortest text that means it, but as 5e-05 where it is small.
    let plain = number.flatMap { Foundation.Decimal(string: "\($0)") }
    return plain.flatMap { ReportDecimal.exact($0.description) }
  }

  var instant: Date? { text.flatMap(ReportDecimal.instant) }
}
