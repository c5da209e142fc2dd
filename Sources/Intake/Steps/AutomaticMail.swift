/// Recognises what a machine wrote: automatic replies, bounces, lists. Such mails start no timer and stop none.
enum AutomaticMail {
  @Sendable static func apply(to reading: inout MailReading) {
    let headers = reading.mail.headers
    if let submitted = headers["auto-submitted"]?.lowercased(), !submitted.hasPrefix("no") {
      reading.isAutomatic = true
    }
    if let precedence = headers["precedence"]?.lowercased(),
      ["bulk", "junk", "list", "auto_reply", "auto-reply"].contains(precedence)
    {
      reading.isAutomatic = true
    }
    // "All" or a list with AutoReply says: this came from a machine, don't let a machine answer.
    let isRelayed = reading.marketplace != nil && !reading.isNotice
    if !isRelayed, headers["x-auto-response-suppress"] != nil || headers["list-id"] != nil {
      reading.isAutomatic = true
    }
    if headers["x-autoreply"] != nil || headers["x-autorespond"] != nil || headers["x-loop"] != nil {
      reading.isAutomatic = true
    }
    if isBounce(reading) { reading.isAutomatic = true }
  }

  private static func isBounce(_ reading: MailReading) -> Bool {
    if reading.sender.hasPrefix("mailer-daemon@") || reading.sender.hasPrefix("postmaster@") { return true }
    if reading.mail.headers["x-failed-recipients"] != nil { return true }
    if reading.mail.headers["content-type"] == "multipart/report" { return true }
    return reading.mail.headers["return-path"] == "<>" && reading.direction == .in && reading.marketplace == nil
  }
}
