import Testing

@testable import ServiceDesk

@Suite("Money is decimal text with a currency")
struct ResolutionTests {
  @Test(
    "Amounts are kept to the digit",
    arguments: [
      ("12.50", "12.50"), ("12.50 EUR", "12.50 EUR"), ("EUR 12.50", "12.50 EUR"), ("7 usd", "7 USD"), ("0", "0"),
      (" 12.50  EUR ", "12.50 EUR"), ("0.10", "0.10"),
    ])
  func amounts(text: String, shown: String) throws {
    #expect(try #require(Money(text)).description == shown)
  }

  @Test(
    "Anything else is no money",
    arguments: [
      "", "EUR", "-5", "-5 EUR", "1,50", "12.", ".5", "1.2.3", "5 EURO", "5 E1R", "5 EUR now", "5 6", "EUR USD", "٣",
      "1234567890123456789", "1e5",
    ])
  func refused(text: String) {
    #expect(Money(text) == nil)
  }
}
