import Testing

@testable import Intake

@Suite("An mbox file is cut into its mails")
struct MboxSplitterTests {
  static let separator = "From dana@buyer.example Sat Sep 12 21:14:03 2026\n"

  /// Fed in pieces of `size` bytes.
  private func split(_ text: String, size: Int = .max) -> [RawMail] {
    var splitter = MboxSplitter()
    var mails: [RawMail] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: min(size, max(bytes.count, 1))) {
      Array(bytes[start..<min(start + min(size, bytes.count), bytes.count)]).withUnsafeBytes {
        splitter.feed($0) { mails.append($0) }
      }
    }
    splitter.finish { mails.append($0) }
    return mails
  }

  private func texts(_ mails: [RawMail]) -> [String] { mails.map { String(decoding: $0.bytes, as: UTF8.self) } }

  @Test("Mails, with the lines at which they begin, in pieces of any size", arguments: [1, 2, 7, 64, Int.max])
  func mails(size: Int) {
    let mails = split("\(Self.separator)A: 1\n\none\n\n\(Self.separator)B: 2\n\ntwo\n", size: size)
    #expect(texts(mails) == ["A: 1\n\none\n\n", "B: 2\n\ntwo\n"])
    #expect(mails.map(\.line) == [1, 6])
    #expect(mails.allSatisfy { !$0.isOversized })
  }

  @Test("Line ends of the wire separate as well")
  func wireLineEnds() {
    let text = "\(Self.separator)A: 1\n\none\n\n\(Self.separator)B: 2\n\ntwo\n".split(
      separator: "\n", omittingEmptySubsequences: false
    ).joined(separator: "\r\n")
    #expect(texts(split(text)) == ["A: 1\r\n\r\none\r\n\r\n", "B: 2\r\n\r\ntwo\r\n"])
  }

  @Test("Quoted From lines are given back their first character")
  func quoted() {
    #expect(
      texts(split("\(Self.separator)A: 1\n\n>From here\n>>From there\n> From me\n>Frome\n")) == [
        "A: 1\n\nFrom here\n>From there\n> From me\n>Frome\n"
      ])
  }

  @Test(
    "Prose that begins with From is no separator, nor is one in the midst of a paragraph",
    arguments: [
      "\nFrom here on it is dark.\n", "\nFrom: somebody\n", "\nFrom 12:3\n",
      "text\nFrom dana@buyer.example Sat Sep 12 21:14:03 2026\n", "\nFrom \n",
    ])
  func prose(text: String) {
    #expect(texts(split("\(Self.separator)A: 1\n\(text)")) == ["A: 1\n\(text)"])
  }

  @Test("An empty file has no mails, a separator alone an empty one, a file without an end its last")
  func edges() {
    #expect(split("").isEmpty)
    #expect(texts(split(Self.separator)) == [""])
    #expect(texts(split("\(Self.separator)A: 1\n\nno end")) == ["A: 1\n\nno end"])
  }

  @Test("A mail over 32 MiB is marked, with its line, and the next one is read")
  func oversized() {
    var splitter = MboxSplitter()
    var mails: [RawMail] = []
    let take = { (mail: RawMail) in mails.append(mail) }
    Array("\(Self.separator)A: 1\n\n".utf8).withUnsafeBytes { splitter.feed($0, take) }
    let line = [UInt8](repeating: 0x61, count: (1 << 20) - 1) + [0x0A]
    for _ in 0..<33 { line.withUnsafeBytes { splitter.feed($0, take) } }
    Array("\n\(Self.separator)B: 2\n\ntwo\n".utf8).withUnsafeBytes { splitter.feed($0, take) }
    splitter.finish(take)
    #expect(mails.map(\.isOversized) == [true, false])
    #expect(mails.map(\.line) == [1, 38])
    #expect(mails.last.map { String(decoding: $0.bytes, as: UTF8.self) } == "B: 2\n\ntwo\n")
  }
}
