import ServiceDesk

/// Answered messages with the canned reply used (INTERFACE.md, Imports): what `suggest` learns from.
package struct ExampleTable: TableFormat {
  package static let name = "examples"
  package static let title = "a table of examples for suggestions"
  package static let kind = ImportKind.examples
  package static let fields = ["text", "response"]
  package static let required = ["text", "response"]

  package static func recognises(_ columns: [String]) -> Bool {
    columns.contains("text") && columns.contains("response")
  }

  package init(_ context: TableContext) {}

  package mutating func take(_ row: TableRow) throws(IntakeFault) -> [IncomingRecord] {
    let example = Lesson(text: try row.needed("text"), response: try row.needed("response"))
    return [IncomingRecord(line: row.line, facts: [.example(example)])]
  }
}
