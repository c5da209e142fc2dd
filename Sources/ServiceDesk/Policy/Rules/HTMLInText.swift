/// MSG-007: markup in the text of a message that nobody asked for.
enum HTMLInText {
  static let rule = PolicyRule(
    "MSG-007", block: [.amazon], proactiveOnly: true, why: "HTML or a script in the text", source: "A72 [API]"
  ) { reading in Markup.tags(in: reading.original).first.map { [.init($0)] } ?? [] }
}
