import CGMime
import Foundation
import Testing

@testable import Mail

/// What CPython's e-mail package reads in one mail of the shared data.
struct ExpectedMail: Decodable, Sendable, CustomTestStringConvertible {
  var file: String
  var fromAddr: String?
  var subject: String?
  var dateUtc: String?
  var bodyKind: String?
  var bodySha1: String?
  var bodyChars: Int?
  var attachments: Int
  var defects: [String]
  var raises: [String: String]

  var isSound: Bool { defects.isEmpty && raises.isEmpty }
  var hasHeader: Bool { (fromAddr ?? subject ?? dateUtc) != nil }
  var testDescription: String { file }
}

/// The mails that lie beside the project, where they do; `../shared/data/README.md` says where they are from.
enum SharedMails {
  static let folder: URL = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.appendingPathComponent("../shared/data/mail").standardizedFileURL
  }()

  static let all: [ExpectedMail] = {
    guard let text = try? String(contentsOf: folder.appendingPathComponent("expected.jsonl"), encoding: .utf8) else {
      return []
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return text.split(separator: "\n").compactMap { try? decoder.decode(ExpectedMail.self, from: Data($0.utf8)) }
  }()

  static var areThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("expected.jsonl").path)
  }
}

@Suite("Real mails of other projects", .enabled(if: SharedMails.areThere, "the shared data is not beside the project"))
struct SharedDataTests {
  /// Where CPython is not the measure, with the reason.
  static let known: [String: (differs: Set<Part>, why: String)] = [
    "cpython-3.13/msg_43.txt": ([.sender], "an empty address, <>, is none here"),
    "mikel/plain_emails/mix_caps_content_type.eml": ([.sender], "CPython makes an address of a name without brackets"),
    "mikel/rfc6532/utf8_headers.eml": ([.sender], "CPython shows UTF-8 in addresses as question marks"),
    "mikel/error_emails/invalid_subject_characters.eml": (
      [.subject], "eight-bit subjects are read as Windows-1252 here"
    ),
    "mikel/attachment_emails/attachment_pdf_non_ascii.eml": ([.text], "ISO 8859-1 is read as Windows-1252 here"),
    "mikel/attachment_emails/attachment_pdf_non_ascii_lf.eml": ([.text], "ISO 8859-1 is read as Windows-1252 here"),
    "mikel/error_emails/content_transfer_encoding_7-bit.eml": ([.text], "ISO 8859-1 is read as Windows-1252 here"),
    "mikel/error_emails/content_transfer_encoding_plain.eml": ([.text], "ASCII that is none is read as UTF-8 here"),
    "mikel/error_emails/multiple_content_types.eml": ([.text], "of two Content-Type fields GMime takes the last"),
    "mikel/plain_emails/raw_email5.eml": ([.text], "a text without a charset is read as UTF-8 here"),
    "mikel/plain_emails/raw_email6.eml": ([.text], "a text without a charset is read as UTF-8 here"),
  ]

  enum Part { case sender, subject, text }

  @Test("None is lost: each that says anything can be read, the broken ones too")
  func all() throws {
    #expect(SharedMails.all.count > 100)
    for expected in SharedMails.all {
      let message = try read(expected)
      // What has no header at all is no mail.
      #expect(message != nil || !expected.hasHeader, "\(expected.file)")
    }
  }

  @Test(
    "The sound ones are read as CPython reads them", arguments: SharedMails.all.filter { $0.isSound && $0.hasHeader })
  func sound(expected: ExpectedMail) throws {
    let message = try #require(try read(expected))
    let differs = Self.known[expected.file]?.differs ?? []
    if !differs.contains(.sender) {
      #expect(message.from?.address.lowercased() ?? "" == expected.fromAddr?.lowercased() ?? "")
    }
    if !differs.contains(.subject) { #expect(folded(message.subject) == folded(expected.subject ?? "")) }
    if let date = expected.dateUtc { #expect(message.date == ISO8601DateFormatter().date(from: date)) }
    if expected.bodyKind == "plain", !differs.contains(.text) {
      let text = ending(
        message.text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n"))
      #expect(text.unicodeScalars.count == expected.bodyChars)
      #expect(sha1(text) == expected.bodySha1, "\(text.debugDescription)")
    }
  }

  private func read(_ expected: ExpectedMail) throws -> MailMessage? {
    try Data(contentsOf: SharedMails.folder.appendingPathComponent(expected.file)).withUnsafeBytes {
      MailReader.read($0)
    }
  }

  /// Without the space at its end, as the expected text is taken.
  private func ending(_ text: String) -> String {
    String(text.reversed().drop { $0.isWhitespace }.reversed())
  }

  private func sha1(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let digest = lazy_g_compute_checksum_for_data(1, bytes, bytes.count) else { return nil }
    defer { lazy_g_free(digest) }
    return String(cString: digest)
  }

  private func folded(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
