import ArgumentParser
import ServiceDesk

struct ResponsesFields: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields", abstract: "List what canned replies may fill in by themselves.", discussion: discussion())
  static let examples = [
    Example("responses fields", "every variable"), Example("responses fields --format markdown", "as a table to paste"),
  ]

  func run(in session: inout Session) throws -> any Answer { FieldsAnswer() }
}

private struct FieldsAnswer: Answer {
  private static let forms: [(form: String, meaning: String)] = [
    ("{{name}}", "the value; sent only if it is known, has a fallback, or was asked for"),
    ("{{#name}}…{{/name}}", "only where it is known"), ("{{^name}}…{{/name}}", "only where it is not"),
    ("{{> name}}", "the snippet shared/name.mustache, such as greeting and signature"),
  ]

  var document: Document {
    .object([
      "fields": .list(CannedReply.variables.map { .object(["name": .text($0.name), "meaning": .text($0.meaning)]) }),
      "transforms": .list(
        ReplyTransform.allCases.map { .object(["name": .text($0.rawValue), "meaning": .text($0.meaning)]) }),
    ])
  }

  func text(on page: Page) -> Rich {
    var table = TextTable([.init("field"), .init("meaning", flexible: true)])
    for (name, meaning) in CannedReply.variables { table.add([Rich("{{\(name)}}", .accent), Rich(meaning)]) }
    var forms = TextTable([.init("written"), .init("meaning", flexible: true)])
    for transform in ReplyTransform.allCases {
      forms.add([Rich("{{\(transform.rawValue)(name)}}", .accent), Rich(transform.meaning)])
    }
    for (form, meaning) in Self.forms { forms.add([Rich(form, .accent), Rich(meaning)]) }
    return table.text(width: page.width) + "\n\n" + forms.text(width: page.width)
      + "\n\nfields of its own are named in the front matter, with prompt, fallback, kind and required"
  }
}
