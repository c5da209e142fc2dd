import ArgumentParser
import ServiceDesk

struct Tag: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Put tags on cases and take them off.",
    discussion: discussion("Cases are numbers or a filter; +NAME puts a tag on, -NAME takes it off."))
  static let examples = [
    Example("tag 1 +refund -late", "on case 1"),
    Example("tag kind:message due:<2h +soon --yes", "on all messages due within two hours"),
  ]

  @Argument(parsing: .allUnrecognized, help: "Cases, then +tag and -tag.", completion: .values(.tags)) var words:
    [Word] = []
  @Flag(help: "Don't ask before changing many cases.") var yes = false

  func run(in session: inout Session) throws -> any Answer {
    let words = try words.texts()
    var cases: [String] = []
    var add: [String] = []
    var remove: [String] = []
    for word in words {
      let isFilter = CaseFilter.looksLikeFilter(word)
      if word.hasPrefix("+") {
        add.append(try Self.tag(word))
      } else if word.hasPrefix("-"), !isFilter {
        remove.append(try Self.tag(word))
      } else {
        cases.append(word)
      }
    }
    guard !add.isEmpty || !remove.isEmpty else {
      throw Complaint.usage("tag needs a tag to put on or take off", try: "tag CASE +refund -late")
    }
    let subjects = try session.findCases(cases)
    try session.confirm(subjects, to: "tag", yes: yes)
    return try session.apply(.tagging(subjects, add: add, remove: remove)) { subject in
      "#\(subject.id) \(subject.tags.isEmpty ? "has no tags" : subject.tags.joined(separator: " "))"
    }
  }

  private static func tag(_ word: String) throws -> String {
    let tag = String(word.dropFirst()).lowercased()
    guard !tag.isEmpty, tag.count <= 40, tag.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }) else {
      throw Complaint.usage("\(word) is no tag", try: "letters, digits and hyphens, such as +late-parcel")
    }
    return tag
  }
}
