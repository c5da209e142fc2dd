/// MSG-019: "[Important]" in the subject gets past a buyer's opt-out and is kept for what the order needs.
enum ImportantTag {
  static let rule = PolicyRule(
    "MSG-019", block: [.amazon], proactiveOnly: true,
    why: "“[Important]” is for what is needed to complete the order", source: "A66 [Z], A75"
  ) { reading in
    let subject = reading.message.subject.map { ReadText($0) }
    let inSubject = subject.flatMap { text in tag.first(in: text).map { text.words($0) } }
    let inText = tag.first(in: reading.text).flatMap { isTag($0, reading) ? reading.text.words($0) : nil }
    guard let words = inSubject ?? inText, !critical.stands(in: reading.text) else { return [] }
    return [.init("[\(words)]")]
  }

  private static let tag = Notion("important|wichtig|importante|重要|urgent")

  /// Between brackets, in a line that is a subject or comes first.
  private static func isTag(_ place: Range<Int>, _ reading: Reading) -> Bool {
    let range = reading.text.tokens[place.lowerBound].range
    let last = reading.text.tokens[place.upperBound - 1].range.upperBound
    guard range.lowerBound > 0, last < reading.text.characters.count else { return false }
    return "[【［(".contains(reading.text.characters[range.lowerBound - 1]) && place.lowerBound < 4
  }

  private static let critical = Notion(
    "missing|without|incomplete|needed|need|needs|cannot|can_t|recall|safety|required|back_to",
    "returned|undeliverable|deliver|dangerous|stop_using|fire",
    "confirm|appointment|address|otherwise|delivery|schedule|reschedule; could not",
    "fehlt|fehlende|ohne|unvollstandig*|benotig*|braucht|brauchen",
    "ruckruf|sicherheit|termin|liefertermin|zuruck|adresse|zustell*; nicht zustell*",
    "falta|necesita*|sin|incompleta|incompleto|seguridad|retirada|direccion|cita|entregar",
    "manque|sans|incomplete|besoin|rappel|securite|adresse|renvoye|livrer|rendez",
    "缺;需要;无法;召回;安全;不完整;地址;请补充;停止使用")
}
