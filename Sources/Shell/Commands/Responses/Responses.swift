import ArgumentParser
import ServiceDesk

struct Responses: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "responses", abstract: "The canned replies.",
    subcommands: [
      ResponsesList.self, ResponsesShow.self, ResponsesCheck.self, ResponsesFields.self, ResponsesNew.self,
      ResponsesEdit.self, ResponsesStats.self, ResponsesExport.self, ResponsesImport.self,
    ],
    defaultSubcommand: ResponsesList.self)
}

extension Session {
  /// A language that replies are written in.
  func checkedLanguage(_ language: String) throws -> String {
    let known = try replies.languages()
    guard known.contains(language) else {
      throw Complaint.usage(
        "there are no replies in \(language)", try: "--language, one of \(known.joined(separator: ", "))")
    }
    return language
  }
}
