import Foundation
import Mail

/// An element of a report in XML. Only what reports consist of is read, elements and text: no attributes, no document
/// types and so no entities of the file's own.
struct ReportXML {
  /// Lower-case and without its prefix: reports differ in both.
  var name: String
  var text = ""
  var children: [ReportXML] = []

  /// The first element of this name anywhere below.
  func first(_ name: String) -> ReportXML? { all(name).first }

  /// The elements of this name below, but none within another.
  func all(_ name: String) -> [ReportXML] {
    let name = name.lowercased()
    return children.flatMap { $0.name == name ? [$0] : $0.all(name) }
  }

  /// A child's text without the space around it; nil where it is empty.
  func text(_ name: String) -> String? {
    let child = children.first { $0.name == name.lowercased() }
    let trimmed = child?.text.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    return trimmed.isEmpty ? nil : trimmed
  }

  static func read(_ bytes: ArraySlice<UInt8>) throws(IntakeFault) -> ReportXML {
    var reader = ReportXMLReader(bytes)
    return try reader.read()
  }
}
