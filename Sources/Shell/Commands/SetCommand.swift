import ArgumentParser
import ServiceDesk

struct SetCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Show or change the settings of your shell, and save filters.",
    discussion: discussion(
      "They are kept in config.yaml, which stays as you wrote it but for what is set. filter.NAME saves a filter, used as @NAME."
    ))
  static let examples = [
    Example("set", "all settings"), Example("set prompt deadline rate open", "what the right edge of the prompt shows"),
    Example("set filter.mine \"assignee:me kind:message\"", "then: queue @mine"),
    Example("set prompt --unset", "as it was at first"),
  ]

  @Argument(help: "The setting.", completion: .values(.settings)) var name: String?
  @Argument(parsing: .allUnrecognized, help: "Its value.", completion: .values(.settingValues)) var value: [Word] = []
  @Flag(help: "Take the setting out of the file.") var unset = false

  func run(in session: inout Session) throws -> any Answer {
    let words = try value.texts()
    guard let name else { return try SettingsAnswer(session, only: nil) }
    if name.hasPrefix("filter.") { return try filter(String(name.dropFirst("filter.".count)), words, &session) }
    guard let setting = Setting(rawValue: name) else {
      let near = Nearest.names(to: name, among: Setting.allCases.map(\.rawValue))
      throw Complaint.usage("there is no setting \(name)", try: near.isEmpty ? "set" : near.joined(separator: ", "))
    }
    guard unset || !words.isEmpty else { return try SettingsAnswer(session, only: setting) }
    let text = unset ? nil : words.joined(separator: " ")
    if let text, let reason = setting.fault(of: text) {
      throw Complaint.usage("\(name): \(reason)", try: "set \(name) \(setting.choices.first ?? "VALUE")")
    }
    try session.configuration.change { (file) throws(ConfigurationFile.Fault) in try file.set(name, to: text) }
    session.settings.set(setting, to: text)
    return Said("\(name): \(session.settings.text(setting))\(unset ? ", as at first" : "")")
  }

  private func filter(_ name: String, _ words: [String], _ session: inout Session) throws -> any Answer {
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) }) else {
      throw Complaint.usage("\(name) is no name for a filter", try: "letters, digits and hyphens: set filter.mine …")
    }
    let known = try session.configuration.filters().first { $0.name == name }
    guard unset || !words.isEmpty else {
      guard let known else {
        throw Complaint.usage("there is no saved filter @\(name)", try: "set filter.\(name) due:<4h")
      }
      return Said(
        "@\(name)  \(known.value)", document: .object(["name": .text("@" + name), "value": .text(known.value)]))
    }
    if unset, known == nil { throw Complaint.usage("there is no saved filter @\(name)", try: "set") }
    // Several words typed apart, or all of them in one pair of quotes.
    let text = words.count == 1 ? words[0] : words.map(Words.quoted).joined(separator: " ")
    if !unset { _ = try CaseFilter(words: Words.split(text).map(\.text)) }
    try session.configuration.change { (file) throws(ConfigurationFile.Fault) in
      try file.set(name, in: "filters", to: unset ? nil : text)
    }
    return Said(unset ? "@\(name) is no more" : "saved: queue @\(name)")
  }
}

private struct SettingsAnswer: Answer {
  private var session: Session
  private var shown: [Setting]
  private var filters: [(name: String, value: String)]

  init(_ session: Session, only setting: Setting?) throws {
    self.session = session
    shown = setting.map { [$0] } ?? Setting.allCases
    filters = setting == nil ? try session.configuration.filters() : []
  }

  var document: Document {
    .object([
      "settings": .list(
        shown.map { setting in
          .object([
            "name": .text(setting.rawValue), "value": .text(session.settings.text(setting)),
            "set": .bool(session.settings.isSet(setting)), "usual": .text(setting.usual),
            "meaning": .text(setting.meaning),
          ])
        }), "filters": .list(filters.map { .object(["name": .text("@" + $0.name), "value": .text($0.value)]) }),
      "file": .text(session.configuration.file),
    ])
  }

  func text(on page: Page) -> Rich {
    if shown.count == 1 { return single(shown[0], page) }
    var table = TextTable([.init("setting"), .init("value", flexible: true), .init("meaning", flexible: true)])
    for setting in shown {
      let style: Style = session.settings.isSet(setting) ? .bold : .plain
      table.add([
        Rich(setting.rawValue, style), Rich(session.settings.text(setting), style), Rich(setting.meaning, .faint),
      ])
    }
    for filter in filters {
      table.add([Rich("@" + filter.name, .bold), Rich(filter.value), Rich("saved filter", .faint)])
    }
    return table.text(width: page.width) + "\n\("change: set NAME VALUE · more about one: set NAME", .faint)"
  }

  private func single(_ setting: Setting, _ page: Page) -> Rich {
    var lines = [setting.discussion]
    if !setting.choices.isEmpty {
      lines.append("\(setting.isList ? "Some of" : "Such as"): \(setting.choices.joined(separator: ", ")).")
    }
    lines.append(
      "At first: \(setting.usual.isEmpty ? "nothing" : setting.usual). Back to that: set \(setting.rawValue) --unset")
    let text = lines.flatMap { page.wrapped($0) }.joined(separator: "\n")
    return "\(setting.rawValue, .bold)  \(session.settings.text(setting))\n\(text, .faint)"
  }
}
