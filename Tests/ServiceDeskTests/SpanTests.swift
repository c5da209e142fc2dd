import Testing

@testable import ServiceDesk

@Suite("Spans are written as people write them")
struct SpanTests {
  @Test(
    "Units add up, in either case",
    arguments: [
      ("90s", 90), ("30m", 1800), ("2h", 7200), ("1d", 86_400), ("1w", 604_800), ("1d12h", 129_600), ("4H", 14_400),
      ("0s", 0), ("1h1h", 7200),
    ])
  func reading(text: String, seconds: Int) {
    #expect(Span(text)?.seconds == seconds)
  }

  @Test(
    "Anything else is refused, and so is more than a hundred years",
    arguments: [
      "", "h", "2", "2x", "-2h", "2 h", "1.5h", "٣h", "101w101", "6000w", "99999999999999999999s",
      "3000000000s3000000000s",
    ])
  func refused(text: String) {
    #expect(Span(text) == nil)
  }

  @Test(
    "The two largest units are shown",
    arguments: [
      (0, "0 s"), (59, "59 s"), (60, "1 min"), (119, "1 min"), (3600, "1 h"), (3660, "1 h 1 min"),
      (86_399, "23 h 59 min"), (86_400, "1 d"), (100_800, "1 d 4 h"), (-5400, "-1 h 30 min"),
    ])
  func printing(seconds: Int, text: String) {
    #expect(Span(seconds: seconds).description == text)
  }
}
