/// MSG-025: only what the order needs may be attached: instructions, warranty, invoice, label, a design to approve.
enum AttachmentKind {
  static let rule = PolicyRule(
    "MSG-025", block: [.amazon],
    why: "an attachment other than instructions, warranty, invoice, label or design", source: "A66 [Z], A73"
  ) { reading in
    reading.message.attachments.filter { !isNeeded($0) }.map { .init($0.name) }
  }

  private static let types = ["application/pdf", "image/", "text/plain", "application/msword", "application/vnd"]
  private static let unneeded = Notion(
    "catalog*|catalogue|flyer|brochure list|advert*|katalog*|preisliste|gutschein*|prospekt",
    "coupon*|voucher*|promo*|price list|advert*|katalog*|preisliste|gutschein*|prospekt",
    "catalog*|catalogue|flyer|brochure werbung|folleto|cupon*|precios|publicite|depliant|目录",
    "coupon*|voucher*|promo*|price werbung|folleto|cupon*|precios|publicite|depliant|目录; 价目; 优惠; 宣传")

  private static func isNeeded(_ attachment: OutgoingText.Attachment) -> Bool {
    guard types.contains(where: attachment.type.hasPrefix) else { return false }
    let name = attachment.name.map { $0.isLetter || $0.isNumber ? $0 : " " }
    return !unneeded.stands(in: ReadText(String(name)))
  }
}
