import Testing

@testable import Intake

@Suite("A buyer's words are parted from what they quote")
struct BuyersWordsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var body: String
    var words: String

    var testDescription: String { body }
  }

  @Test(
    "Quoted history is kept apart",
    arguments: [
      Row(body: "Thanks\n\nOn Mon, 14 Sep 2026 at 10:02, Shop <s@x.example> wrote:\n> It left.\n", words: "Thanks"),
      Row(body: "Danke\n\nAm 14.09.2026 um 10:02 schrieb Shop <s@x.example>:\n> Es ist raus.\n", words: "Danke"),
      Row(body: "Merci\n\nLe lun. 14 sept. 2026 à 10:02, Shop a écrit :\n> Parti.\n", words: "Merci"),
      Row(
        body: "Thanks\n\nOn Mon, 14 Sep 2026 at 10:02, Lamp Shop\n<service@lampshop.example> wrote:\n> It left.\n",
        words: "Thanks"),
      Row(body: "Thanks\n\n-----Original Message-----\nFrom: Shop\nIt left.\n", words: "Thanks"),
      Row(body: "Thanks\n\n> It left.\n> Bye\n", words: "Thanks"),
      Row(body: "> It left.\nWhen?\n", words: "> It left.\nWhen?"),
      Row(body: "On Monday I wrote:\nwhere is my lamp?\n", words: "On Monday I wrote:\nwhere is my lamp?"),
      // Somebody who only quotes says it with the quotation.
      Row(body: "> It left.\n", words: "> It left."), Row(body: "\r\nHello\r\nyou\r\n", words: "Hello\nyou"),
    ])
  func quotations(row: Row) throws {
    let message = try intake(
      "From: dana@buyer.example\nSubject: A\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n\(row.body)")
    #expect(message.text == row.words)
  }

  @Test("A frame in a mail that no marketplace sent is part of the words")
  func foreignFrame() throws {
    let body = "------------- Message:  -------------\n\nHello\n\n------------- End message -------------\n\nafter"
    #expect(try intake("From: dana@buyer.example\nSubject: A\n\n\(body)").text == body)
  }
}
