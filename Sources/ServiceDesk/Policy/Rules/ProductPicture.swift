/// MSG-022: a picture of the product in a message that nobody asked for.
enum ProductPicture {
  static let rule = PolicyRule(
    "MSG-022", block: [.amazon], proactiveOnly: true, why: "a picture in a message that nobody asked for",
    source: "A66 [Z], A69"
  ) { reading in
    reading.message.attachments.filter { $0.type.hasPrefix("image/") && $0.type != "image/gif" }.map { .init($0.name) }
  }
}
