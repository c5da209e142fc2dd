import CGMime
import Foundation

/// Reads the header of a mail that GMime has taken apart.
enum HeaderReader {
  /// False where there is not one field.
  static func read(_ message: OpaquePointer, into mail: inout MailMessage) -> Bool {
    let object = rw_message_object(message)
    guard let fields = lazy_g_mime_object_get_header_list(object) else { return false }
    let count = lazy_g_mime_header_list_get_count(fields)
    // GMime keeps the Content fields with the body.
    let body = lazy_g_mime_message_get_mime_part(message).flatMap { lazy_g_mime_object_get_header_list($0) }
    guard count > 0 || body.map({ lazy_g_mime_header_list_get_count($0) > 0 }) ?? false else { return false }
    for index in 0..<min(count, 2000) {
      if let field = lazy_g_mime_header_list_get_header_at(fields, index) { take(field, into: &mail) }
    }
    mail.from = addresses(lazy_g_mime_message_get_from(message)).first
    if mail.from == nil { mail.flaws.append(.noSender) }
    mail.to = addresses(lazy_g_mime_message_get_to(message))
    mail.headers["content-type"] = contentType(of: lazy_g_mime_message_get_mime_part(message))
    if mail.date == nil { mail.flaws.append(.noDate) }
    return true
  }

  private static func take(_ field: OpaquePointer, into mail: inout MailMessage) {
    guard let pointer = lazy_g_mime_header_get_name(field) else { return }
    let name = String(cString: pointer).lowercased()
    switch name {
    case "message-id":
      if mail.messageID == nil { mail.messageID = value(field).flatMap { identifiers(in: $0).first } }
    case "in-reply-to":
      if mail.inReplyTo.isEmpty { mail.inReplyTo = value(field).map(identifiers) ?? [] }
    case "references":
      if mail.references.isEmpty { mail.references = value(field).map(identifiers) ?? [] }
    case "subject":
      // The first of several, as with every other field; GMime itself would give the last.
      if mail.subject.isEmpty { mail.subject = value(field).map(oneLine) ?? "" }
    case "date":
      if mail.date == nil { mail.date = value(field).flatMap(date) }
    case "received":
      guard mail.receivedDate == nil, let text = value(field), let semicolon = text.lastIndex(of: ";") else { return }
      mail.receivedDate = date(String(text[text.index(after: semicolon)...]))
    default:
      guard MailReader.lookedAt.contains(name), mail.headers[name] == nil else { return }
      mail.headers[name] = value(field).map(oneLine)
    }
  }

  private static func value(_ field: OpaquePointer) -> String? {
    lazy_g_mime_header_get_value(field).map { String(cString: $0) }
  }

  private static func contentType(of object: OpaquePointer?) -> String? {
    guard let type = lazy_g_mime_object_get_content_type(object),
      let text = lazy_g_mime_content_type_get_mime_type(type)
    else { return nil }
    defer { lazy_g_free(text) }
    return String(cString: text).lowercased()
  }

  private static func addresses(_ list: OpaquePointer?) -> [MailAddress] {
    guard let list else { return [] }
    return (0..<min(lazy_internet_address_list_length(list), 100)).compactMap { index in
      guard let entry = lazy_internet_address_list_get_address(list, index) else { return nil }
      let name = lazy_internet_address_get_name(entry).map { oneLine(String(cString: $0)) } ?? ""
      let mail = rw_address_mail(entry).map { String(cString: $0) } ?? ""
      return name.isEmpty && mail.isEmpty ? nil : MailAddress(name: name, address: mail)
    }
  }

  /// Header folding and stray line breaks become single spaces.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ")
  }

  /// The `<…>` identifiers of a References-like field, in order.
  static func identifiers(in field: String) -> [String] {
    var found: [String] = []
    var rest = Array(field.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")), let close = rest[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      let id = rest[open...close].filter { $0 > 0x20 }
      if id.count > 2, id.count < 1000 { found.append(String(decoding: id, as: UTF8.self)) }
      rest = rest[(close + 1)...]
      if found.count == 100 { break }
    }
    return found
  }

  /// A date in the many forms that mails have; nil where it can't be read or is beyond belief.
  static func date(_ text: String) -> Date? {
    guard let parsed = lazy_g_mime_utils_header_decode_date(String(text.drop { $0.isWhitespace })) else {
      return nil
    }
    defer { lazy_g_date_time_unref(parsed) }
    let seconds = lazy_g_date_time_to_unix(parsed)
    // From 1900 to 2100: a mail of another age has a broken clock.
    guard seconds > -2_208_988_800, seconds < 4_102_444_800 else { return nil }
    return Date(timeIntervalSince1970: Double(seconds))
  }
}
