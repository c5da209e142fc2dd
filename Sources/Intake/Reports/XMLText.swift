/// The characters that XML writes by name or number.
enum XMLText {
  private static let named: [Substring: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]

  /// Only XML's own five names are known, so nothing can be made to grow.
  static func decoded(_ text: String) throws(IntakeFault) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let reference = rest[start...].dropFirst().prefix { $0 != ";" }
      guard reference.utf8.count < 16, reference.endIndex < rest.endIndex, let scalar = scalar(reference) else {
        throw IntakeFault(reason: "is XML with the unknown character \"\(Cell.short("&\(reference)"));\"")
      }
      result.unicodeScalars.append(scalar)
      rest = rest[reference.endIndex...].dropFirst()
    }
    return result + rest
  }

  private static func scalar(_ reference: Substring) -> Unicode.Scalar? {
    if let scalar = named[reference] { return scalar }
    if reference.hasPrefix("#x") { return UInt32(reference.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) }
    return reference.hasPrefix("#") ? UInt32(reference.dropFirst()).flatMap(Unicode.Scalar.init) : nil
  }
}
