import CGMime
import Foundation

/// Bytes in a named character set, as text.
package enum Charset {
  /// The text, or nil where no such character set is known. Bytes that fit no character become U+FFFD.
  ///
  /// A text that says nothing, or says ASCII, is UTF-8 if it can be, else Windows-1252: what mail programs do.
  package static func text(_ bytes: UnsafeRawBufferPointer, charset: String?) -> String? {
    let name = (charset ?? "").lowercased().trimmingCharacters(in: CharacterSet(charactersIn: " \"'"))
    switch name {
    case "", "us-ascii", "ascii", "utf-8", "utf8", "unknown-8bit", "binary", "7bit", "8bit":
      if let text = String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self) { return text }
      return name.hasPrefix("utf") ? String(decoding: bytes, as: UTF8.self) : western(bytes)
    case "iso-8859-1", "latin1", "windows-1252", "cp1252":
      return western(bytes)
    default:
      return convert(bytes, from: name)
    }
  }

  /// Windows-1252, which holds ISO 8859-1 as far as anybody writes it.
  package static func western(_ bytes: UnsafeRawBufferPointer) -> String {
    if let ascii = String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self),
      !bytes.contains(where: { $0 >= 0x80 })
    {
      return ascii
    }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let special = (0x80..<0xA0).contains(byte) ? windowsSpecials[Int(byte) - 0x80] : 0
      text.append(Unicode.Scalar(special == 0 ? UInt16(byte) : special) ?? "\u{FFFD}")
    }
    return String(text)
  }

  private static func convert(_ bytes: UnsafeRawBufferPointer, from charset: String) -> String? {
    // The tables are GLib's, which comes with GMime.
    guard MailReader.isReady else { return nil }
    // GB2312 is written where its superset is meant; the same holds for the Korean and Japanese names.
    let wider = [
      "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932",
    ]
    guard charset.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), charset.utf8.count < 40 else { return nil }
    var written: size_t = 0
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard
      let utf8 = lazy_g_convert_with_fallback(
        start, ssize_t(bytes.count), "UTF-8", wider[charset] ?? charset, "\u{FFFD}", nil, &written, nil)
    else { return piecewise(bytes, from: wider[charset] ?? charset) }
    defer { lazy_g_free(utf8) }
    return String(decoding: UnsafeRawBufferPointer(start: utf8, count: Int(written)), as: UTF8.self)
  }

  /// The same for bytes that hold illegal sequences: what fits is kept, what does not becomes U+FFFD.
  private static func piecewise(_ bytes: UnsafeRawBufferPointer, from charset: String) -> String? {
    guard let converter = lazy_g_iconv_open("UTF-8", charset), Int(bitPattern: converter) != -1 else { return nil }
    defer { lazy_g_iconv_close(converter) }
    // What can't be read is passed over in whole units, or the rest would be shifted.
    let unit: size_t =
      charset.hasPrefix("utf-16") || charset.hasPrefix("ucs-2") ? 2 : charset.hasPrefix("utf-32") ? 4 : 1
    var output: [UInt8] = []
    var input = Array(bytes).map { CChar(bitPattern: $0) }
    var buffer = [CChar](repeating: 0, count: 4096)
    input.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left = size_t(source.count)
      while left > 0 {
        let outcome = buffer.withUnsafeMutableBufferPointer { target in
          var free = target.baseAddress
          var room = size_t(target.count)
          let outcome = lazy_g_iconv(converter, &next, &left, &free, &room)
          output += UnsafeRawBufferPointer(start: target.baseAddress, count: target.count - Int(room))
          return outcome
        }
        guard outcome == -1, left > 0 else { continue }
        if errno == E2BIG { continue }
        output += Array("\u{FFFD}".utf8)
        let skipped = min(left, unit)
        next = next?.advanced(by: Int(skipped))
        left -= skipped
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The characters of bytes 0x80 to 0x9F in Windows-1252; 0 where there is none.
  private static let windowsSpecials: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}
