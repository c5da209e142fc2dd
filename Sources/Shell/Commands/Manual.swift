import ArgumentParser

struct Manual: DesklessCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, for man.", discussion: discussion())
  static let examples = [
    Example("manual", "as it is installed"), Example("manual --json", "the same, for a script"),
  ]

  func text() throws -> String? { ManualPage(catalogue: try Catalogue()).text }

  func run(in session: inout Session) throws -> any Answer { Said(Rich(try text() ?? "")) }
}
