import CGMime
import Foundation

/// Reads the bytes of one mail, however broken, by GMime.
package enum MailReader {
  /// A mail has at most this many parts read; buyers' mails have a handful.
  static let mostParts = 500
  /// Parts are read down to this depth.
  static let mostDepth = 40
  /// A text longer than this is cut and flagged, in bytes.
  static let longestText = 1 << 20

  /// The header fields that intake looks at, lower-case.
  static let lookedAt: Set<String> = [
    "auto-submitted", "precedence", "x-auto-response-suppress", "x-autoreply", "x-autorespond", "x-loop",
    "return-path", "x-failed-recipients", "x-space-notification-type", "x-marketplace-id", "list-id", "reply-to",
    "delivered-to",
  ]

  /// Whether GMime could be loaded; without it no mail can be read.
  package static let isReady: Bool = {
    guard rw_gmime_load() != 0 else { return false }
    lazy_g_mime_init()
    return true
  }()

  /// The mail in `bytes`, or nil where there is not a single header field in them. `isReady` must be true.
  package static func read(_ bytes: UnsafeRawBufferPointer) -> MailMessage? {
    guard isReady else { return nil }
    if let (cut, flaws) = MailBounds.cut(bytes) {
      guard var mail = cut.withUnsafeBytes({ readWhole($0) }) else { return nil }
      mail.flaws = flaws + mail.flaws.filter { !flaws.contains($0) }
      return mail
    }
    return readWhole(bytes)
  }

  private static func readWhole(_ bytes: UnsafeRawBufferPointer) -> MailMessage? {
    if let joined = EncodedWords.joined(bytes) { return joined.withUnsafeBytes { parse($0) } }
    return parse(bytes)
  }

  private static func parse(_ bytes: UnsafeRawBufferPointer) -> MailMessage? {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
    let stream = lazy_g_mime_stream_mem_new_with_buffer(start.assumingMemoryBound(to: CChar.self), bytes.count)
    defer { lazy_g_object_unref(UnsafeMutableRawPointer(stream)) }
    let parser = lazy_g_mime_parser_new_with_stream(stream)
    defer { lazy_g_object_unref(UnsafeMutableRawPointer(parser)) }
    // A mail saved out of an mbox file may still carry its "From " line.
    if bytes.starts(with: Array("From ".utf8)) { lazy_g_mime_parser_set_format(parser, rw_format_mbox) }
    guard let message = lazy_g_mime_parser_construct_message(parser, options) else { return nil }
    defer { lazy_g_object_unref(UnsafeMutableRawPointer(message)) }
    var mail = MailMessage()
    guard HeaderReader.read(message, into: &mail) else { return nil }
    var parts = PartReader()
    if let body = lazy_g_mime_message_get_mime_part(message) { parts.walk(body, depth: 0) }
    parts.finish(into: &mail)
    return mail
  }

  /// Eight-bit header bytes are read as UTF-8 where they are, else as Windows-1252.
  nonisolated(unsafe) private static let options: OpaquePointer? = {
    let options = lazy_g_mime_parser_options_new()
    var charsets: [UnsafePointer<CChar>?] = [
      UnsafePointer(strdup("utf-8")), UnsafePointer(strdup("windows-1252")), nil,
    ]
    lazy_g_mime_parser_options_set_fallback_charsets(options, &charsets)
    return options
  }()
}
