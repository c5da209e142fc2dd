import CGMime

/// A digest of bytes, for mails and rows that have no id of their own.
package enum Digest {
  /// SHA-256 in hexadecimal; nil where GMime's libraries can't be had.
  package static func sha256(_ bytes: UnsafeRawBufferPointer) -> String? {
    guard MailReader.isReady else { return nil }
    let data = bytes.bindMemory(to: UInt8.self).baseAddress
    guard let text = lazy_g_compute_checksum_for_data(rw_checksum_sha256, data, size_t(bytes.count)) else { return nil }
    defer { lazy_g_free(text) }
    return String(cString: text)
  }

  package static func sha256(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { sha256(UnsafeRawBufferPointer($0)) }
  }
}
