import Shell
import Testing

@Suite("Lines wider than the window are broken between words")
struct FoldingTests {
  @Test(
    "each where its words allow",
    arguments: [
      ("it fits", "it fits"),
      ("twenty columns wide.", "twenty columns wide."),
      ("twenty-one columns it is", "twenty-one columns\n  it is"),
      ("  a line that is indented", "  a line that is\n    indented"),
      ("short\na line that goes on and on", "short\na line that goes on\n  and on"),
      // What a column can't hold goes on in that column, if that leaves it a third of the page.
      ("name   a value that goes on", "name   a value that\n       goes on"),
      ("  name     (or another)", "  name     (or\n           another)"),
      ("a long name    a value that", "a long name    a\n  value that"),
      // A path is not cut: it could not be copied.
      ("see /a/path/that/is/longer/than/this", "see\n  /a/path/that/is/longer/than/this"),
      ("/a/path/that/is/longer/than/this line", "/a/path/that/is/longer/than/this\n  line"),
      // A number stays with its unit.
      ("it is due within 30 d, then", "it is due within\n  30 d, then"),
      ("the rate is near 90 %", "the rate is near\n  90 %"),
      // Each of these takes two columns.
      ("退款 退款 退款 退款 退款", "退款 退款 退款 退款\n  退款"),
      ("ends in spaces where it fits      ", "ends in spaces where\n  it fits      "),
    ])
  func folds(line: String, folded: String) {
    #expect(Rich(line).folded(to: 20).plainText == folded)
    #expect(Rich(line).folded(to: Page.whole).plainText == line)
  }

  @Test("what follows a label stands below it, and each word keeps its style")
  func hangs() {
    let complaint: Rich =
      "\("error:", .alarm) it can't be \("read", .bold) by you\n\("try:", .faint)   another file of yours"
    let folded = complaint.folded(to: 20)
    #expect(
      folded.plainText == "error: it can't be\n       read by you\ntry:   another file\n       of yours")
    #expect(folded.spans.filter { $0.style != .plain }.map(\.text) == ["error:", "read", "try:"])
  }

  @Test("nothing but spaces and line breaks is lost or added, at any width", arguments: [10, 23, 40, 61, 80, 200])
  func keepsWords(width: Int) {
    let text = "error: 114-1 is no case; the 3 orders #7, #8 and #9 are\n  late  退款 by   two days or more, and  so on"
    let folded = Rich(text).folded(to: width)
    #expect(folded.plainText.split(whereSeparator: \.isWhitespace) == text.split(whereSeparator: \.isWhitespace))
    let lines = folded.plainText.split(separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width })
    #expect(folded.folded(to: width).plainText == folded.plainText)
  }
}
