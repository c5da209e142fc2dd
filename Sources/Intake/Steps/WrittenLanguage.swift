import CLanguage
import ServiceDesk

/// Recognises the language of the buyer's words.
enum WrittenLanguage {
  @Sendable static func apply(to reading: inout MailReading) {
    guard reading.direction == .in, !reading.isAutomatic else { return }
    reading.language = LanguageOfText.code(reading.text)
  }
}

/// The language of a text by CLD2.
package enum LanguageOfText {
  /// An ISO 639-1 code; nil where it can't be told.
  package static func code(_ text: String) -> String? {
    var text = text
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { rw_language_of($0.baseAddress, $0.count) }
    }
    // "zh-Hant" and its kind: the script does not matter for choosing a reply.
    return code.map { String(cString: $0).split(separator: "-").first.map(String.init) ?? "" }.flatMap {
      $0.isEmpty ? nil : $0
    }
  }
}
