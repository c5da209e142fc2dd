import Foundation
import Testing

@testable import Mail

@Suite("The parts of a mail become its text and a list of attachments")
struct PartReaderTests {
  private func multipart(_ kind: String, _ parts: [String]) throws -> MailMessage {
    try mail(
      headers: "MIME-Version: 1.0\nContent-Type: multipart/\(kind); boundary=cut\n",
      text: parts.map { "--cut\n\($0)\n" }.joined() + "--cut--\n")
  }

  static let html = "Content-Type: text/html; charset=utf-8\n\n<p>Hello <b>you</b></p>"

  @Test("The plain text is preferred to the same in HTML, in either order")
  func alternative() throws {
    for parts in [["\nHello plain", Self.html], [Self.html, "\nHello plain"]] {
      let message = try multipart("alternative", parts)
      #expect(message.text.trimmingCharacters(in: .newlines) == "Hello plain")
      #expect(message.attachments.isEmpty)
    }
  }

  @Test("An empty plain text gives way to HTML")
  func emptyPlain() throws {
    #expect(try multipart("alternative", ["\n \n\n", Self.html]).text == "Hello you")
  }

  @Test("HTML alone is shown as text")
  func htmlAlone() throws {
    #expect(try mail(headers: "Content-Type: text/html\n", text: "<p>One</p><p>Two</p>").text == "One\n\nTwo")
  }

  @Test("Attachments are listed by name, type and decoded size, and never become the text")
  func attachments() throws {
    let message = try multipart(
      "mixed",
      [
        "Content-Type: text/plain\nContent-Disposition: attachment; filename=\"notes.txt\"\n\nnot the text",
        "Content-Type: text/plain\n\nSee the picture.",
        "Content-Type: Image/PNG; name=\"lamp.png\"\nContent-Transfer-Encoding: base64\nContent-Disposition: inline\n\nAAECAwQ=",
        "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''Rechnung%20%C3%84.pdf\n\n%PDF",
        "Content-Type: message/rfc822\n\nFrom: x@y.example\nSubject: Inner\n\ninner text",
      ])
    #expect(message.text.trimmingCharacters(in: .newlines) == "See the picture.")
    #expect(message.attachments.map(\.name) == ["notes.txt", "lamp.png", "Rechnung Ä.pdf", ""])
    #expect(message.attachments.map(\.type) == ["text/plain", "image/png", "application/pdf", "message/rfc822"])
    #expect(message.attachments.dropFirst().first?.size == 5)
    #expect(message.flaws == [])
  }

  @Test("A text inside a multipart inside another is found")
  func nested() throws {
    let inner = "Content-Type: multipart/alternative; boundary=in\n\n--in\n\nHello plain\n--in\n\(Self.html)\n--in--"
    #expect(try multipart("mixed", [inner]).text.trimmingCharacters(in: .newlines) == "Hello plain")
  }

  @Test("A multipart without its parts is flagged as damaged")
  func withoutParts() throws {
    let message = try mail(
      headers: "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=cut\n", text: "no boundary here")
    #expect(message.flaws.contains(.damaged))
    #expect(message.subject == "Lamp")
  }

  @Test("A multipart that is never closed still gives its text")
  func neverClosed() throws {
    let message = try mail(
      headers: "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=cut\n", text: "--cut\n\nHello\n")
    #expect(message.text.trimmingCharacters(in: .newlines) == "Hello")
  }

  @Test("Two hundred levels of nesting are read as deep as sense goes")
  func deep() throws {
    var text = ""
    for level in 0..<200 { text += "--b\(level)\nContent-Type: multipart/mixed; boundary=b\(level + 1)\n\n" }
    text += "--b200\n\ndeep\n"
    for level in stride(from: 200, through: 0, by: -1) { text += "--b\(level)--\n" }
    let message = try mail(headers: "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n", text: text)
    #expect(message.subject == "Lamp")
    #expect(message.flaws.contains(.tooDeep))
  }

  @Test("Of ten thousand parts the first ones are read")
  func many() throws {
    let message = try multipart(
      "mixed", ["\nHello"] + Array(repeating: "Content-Type: image/gif\n\nGIF", count: 10_000))
    #expect(message.text.trimmingCharacters(in: .newlines) == "Hello")
    #expect(message.attachments.count < 1000)
    #expect(message.flaws == [.tooManyParts])
  }

  @Test("NUL bytes neither end the text nor the mail")
  func nulBytes() throws {
    let message = try mail(
      "From: a@b.example\nSubject: A\nDate: Sat, 12 Sep 2026 21:14:03 +0000\n\nbefore\0after\nnext\n")
    #expect(message.text.contains("before") && message.text.contains("after") && message.text.contains("next"))
  }

  @Test("A text of over a megabyte is cut and flagged")
  func longText() throws {
    let line = String(repeating: "ä", count: 500) + "\n"
    let message = try mail(
      headers: "Content-Type: text/plain; charset=utf-8\n", text: String(repeating: line, count: 1200))
    #expect(message.text.utf8.count <= MailReader.longestText + 3)
    #expect(message.flaws == [.cutText])
  }
}
