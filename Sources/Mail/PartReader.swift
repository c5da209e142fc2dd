import CGMime
import Foundation

/// Walks the parts of a mail: the first readable text becomes its text, everything else is listed.
struct PartReader {
  private var plain: String?
  private var html: String?
  private var attachments: [MailAttachment] = []
  private var flaws: Set<MailFlaw> = []
  private var count = 0

  /// What is wrong with the walk so far has been noted in `flaws`; a part that can't be read is left out.
  mutating func walk(_ object: OpaquePointer, depth: Int) {
    guard depth <= MailReader.mostDepth else { return note(.tooDeep) }
    guard count < MailReader.mostParts else { return note(.tooManyParts) }
    count += 1
    if let multipart = rw_multipart(object) {
      walkMultipart(multipart, depth: depth)
    } else if rw_is_message_part(object) != 0 {
      attachments.append(MailAttachment(name: name(of: object), type: type(of: object), size: 0))
    } else if let part = rw_part(object) {
      take(part, object)
    }
  }

  private mutating func walkMultipart(_ multipart: OpaquePointer, depth: Int) {
    let parts = lazy_g_mime_multipart_get_count(multipart)
    if parts == 0 { note(.damaged) }
    for index in 0..<max(parts, 0) {
      guard count < MailReader.mostParts else { return note(.tooManyParts) }
      if let part = lazy_g_mime_multipart_get_part(multipart, index) { walk(part, depth: depth + 1) }
    }
  }

  private mutating func take(_ part: OpaquePointer, _ object: OpaquePointer) {
    let kind = type(of: object)
    let asAttachment = lazy_g_mime_part_is_attachment(part) != 0
    if !asAttachment, kind == "text/plain", plain == nil {
      plain = text(of: part, object)
    } else if !asAttachment, kind == "text/html", html == nil {
      html = text(of: part, object)
    } else {
      attachments.append(MailAttachment(name: name(of: object), type: kind, size: size(of: part)))
    }
  }

  consuming func finish(into mail: inout MailMessage) {
    mail.html = html
    if let plain, !(plain.allSatisfy(\.isWhitespace) && html != nil) {
      mail.text = plain
    } else if let html {
      mail.text = HTMLText.text(of: html)
    }
    if mail.text.utf8.count > MailReader.longestText {
      mail.text = String(decoding: mail.text.utf8.prefix(MailReader.longestText), as: UTF8.self)
      flaws.insert(.cutText)
    }
    mail.attachments = attachments
    mail.flaws += flaws.sorted { $0.rawValue < $1.rawValue }
  }

  private mutating func note(_ flaw: MailFlaw) { flaws.insert(flaw) }

  private func type(of object: OpaquePointer) -> String {
    guard let type = lazy_g_mime_object_get_content_type(object),
      let text = lazy_g_mime_content_type_get_mime_type(type)
    else {
      return "application/octet-stream"
    }
    defer { lazy_g_free(text) }
    let name = String(cString: text).lowercased()
    // GMime makes "text" alone a file of unknown type; it is plain text (RFC 2045, 5.2).
    guard name == "application/octet-stream", let field = lazy_g_mime_object_get_header(object, "Content-Type") else {
      return name
    }
    let written = String(cString: field).prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
    return written == "text" ? "text/plain" : name
  }

  private func name(of object: OpaquePointer) -> String {
    guard let part = rw_part(object), let name = lazy_g_mime_part_get_filename(part) else { return "" }
    return String(cString: name)
  }

  private func size(of part: OpaquePointer) -> Int {
    guard let content = lazy_g_mime_part_get_content(part) else { return 0 }
    let null = lazy_g_mime_stream_null_new()
    defer { lazy_g_object_unref(UnsafeMutableRawPointer(null)) }
    return max(0, Int(lazy_g_mime_data_wrapper_write_to_stream(content, null)))
  }

  private mutating func text(of part: OpaquePointer, _ object: OpaquePointer) -> String {
    guard let content = lazy_g_mime_part_get_content(part) else { return "" }
    let memory = lazy_g_mime_stream_mem_new()
    defer { lazy_g_object_unref(UnsafeMutableRawPointer(memory)) }
    lazy_g_mime_data_wrapper_write_to_stream(content, memory)
    guard let array = rw_stream_bytes(memory), let data = array.pointee.data else { return "" }
    let bytes = UnsafeRawBufferPointer(start: data, count: Int(array.pointee.len))
    let charset = lazy_g_mime_object_get_content_type_parameter(object, "charset").map { String(cString: $0) }
    guard let text = Charset.text(bytes, charset: charset) else {
      note(.unknownCharset)
      return Charset.western(bytes)
    }
    return text
  }
}
