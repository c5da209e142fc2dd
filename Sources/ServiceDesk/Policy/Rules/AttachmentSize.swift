/// MSG-026: at most 10 MB and five files.
enum AttachmentSize {
  static let rule = PolicyRule(
    "MSG-026", block: [.amazon], why: "attachments of more than 10 MB, or more than five", source: "A76, A72 [API]"
  ) { reading in
    let attachments = reading.message.attachments
    let bytes = attachments.reduce(0) { $0 + $1.bytes }
    var hits: [PolicyRule.Hit] = []
    if bytes > 10_000_000 { hits.append(.init("\((bytes + 99_999) / 100_000 * 100 / 1000) MB attached")) }
    if attachments.count > 5 { hits.append(.init("\(attachments.count) files attached")) }
    return hits
  }
}
