import Testing

@testable import Mail

@Suite("Bytes in a character set become text")
struct CharsetTests {
  struct Row: Sendable {
    var charset: String?
    var bytes: [UInt8]
    var text: String?
  }

  @Test(
    "Known sets, however they are written",
    arguments: [
      Row(charset: "UTF-8", bytes: [0xC3, 0xA4], text: "ä"),
      Row(charset: " \"utf-8\" ", bytes: [0xC3, 0xA4], text: "ä"),
      Row(charset: nil, bytes: [0xC3, 0xA4], text: "ä"), Row(charset: nil, bytes: [0xE4], text: "ä"),
      Row(charset: "iso-8859-1", bytes: [0x93, 0xE4, 0x94], text: "“ä”"),
      Row(charset: "iso-8859-15", bytes: [0xA4], text: "€"),
      Row(charset: "koi8-r", bytes: [0xC4, 0xC1], text: "да"), Row(charset: "gb2312", bytes: [0xD6, 0xD0], text: "中"),
      Row(charset: "shift_jis", bytes: [0x93, 0xFA], text: "日"),
      Row(charset: "euc-kr", bytes: [0xC7, 0xD1], text: "한"),
      Row(charset: "utf-16le", bytes: [0x61, 0x00, 0x62, 0x00], text: "ab"), Row(charset: "utf-8", bytes: [], text: ""),
    ])
  func known(row: Row) {
    #expect(row.bytes.withUnsafeBytes { Charset.text($0, charset: row.charset) } == row.text)
  }

  @Test("What fits no character becomes U+FFFD, and the rest is kept", arguments: ["utf-8", "iso-2022-jp", "euc-jp"])
  func illegal(charset: String) throws {
    let bytes: [UInt8] = [0x61, 0xFF, 0x62]
    let text = try #require(bytes.withUnsafeBytes { Charset.text($0, charset: charset) })
    #expect(text.hasPrefix("a\u{FFFD}") && text.hasSuffix("b"))
  }

  @Test("Half a pair of UTF-16 does not shift what follows by a byte")
  func halfPair() throws {
    let bytes: [UInt8] = [0x00, 0x61, 0xD8, 0x00, 0x00, 0x62, 0x00, 0x63]
    let text = try #require(bytes.withUnsafeBytes { Charset.text($0, charset: "utf-16be") })
    #expect(text.hasPrefix("a\u{FFFD}") && text.hasSuffix("c"))
  }

  @Test(
    "An unknown set gives nothing",
    arguments: ["x-moon-7", "utf 8\n", "é", String(repeating: "a", count: 60), "../../etc"])
  func unknown(charset: String) {
    #expect([0x61].withUnsafeBytes { Charset.text($0, charset: charset) } == nil)
  }

  @Test("Every byte has a character in Windows-1252")
  func western() {
    let text = (0...255).map { UInt8($0) }.withUnsafeBytes { Charset.western($0) }
    #expect(text.unicodeScalars.count == 256)
    #expect(!text.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test("A digest is SHA-256 in hexadecimal")
  func digest() {
    #expect(Digest.sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Digest.sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
