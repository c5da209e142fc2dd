import Testing

@testable import Mail

@Suite("HTML becomes the text that a person would see")
struct HTMLTextTests {
  @Test(
    "Blocks, lists and breaks become lines",
    arguments: [
      ("<p>One</p><p>Two</p>", "One\n\nTwo"), ("<div>One</div><div>Two</div>", "One\nTwo"),
      ("One<br>Two<br><br>Three", "One\nTwo\n\nThree"),
      ("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"), ("<h1>Lamp</h1>text", "Lamp\n\ntext"),
      ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
      ("<p> many   \n\t spaces </p>", "many spaces"), ("<b>bo</b>ld <i>it</i>", "bold it"),
      ("<pre>a\n  b</pre>", "a\n  b"),
      ("a &amp; b &lt;c&gt; &euro;5&nbsp;&#8364;", "a & b <c> €5\u{A0}€"), ("", ""), ("plain", "plain"),
      ("<p>日本語 ä</p>", "日本語 ä"), ("<p>One<p>Two", "One\n\nTwo"), ("<b><i>x</b></i>y", "xy"),
      ("a <unknown>b</unknown>", "a b"),
    ])
  func shapes(html: String, text: String) {
    #expect(HTMLText.text(of: html) == text)
  }

  @Test(
    "What is never shown is dropped",
    arguments: [
      "<head><title>t</title></head><body>seen</body>", "<script>alert('x')</script>seen",
      "<style>p{}</style><p>seen</p>",
      "seen<!-- not this -->", "<body>seen<noscript>x</noscript><template>x</template></body>",
    ])
  func unseen(html: String) {
    #expect(HTMLText.text(of: html) == "seen")
  }

  @Test("A NUL byte does not end it")
  func nul() {
    #expect(HTMLText.text(of: "<p>be\0fore</p>") == "before")
  }

  @Test("Five thousand levels deep nothing breaks, and no word is lost")
  func deep() {
    let html =
      "<p>top</p>" + String(repeating: "<div>", count: 5000) + "deep" + String(repeating: "</div>", count: 5000)
    let text = HTMLText.text(of: html)
    #expect(text.hasPrefix("top"))
    #expect(text.hasSuffix("deep"))
  }

  @Test("No file is ever read into it")
  func entities() {
    let html = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>a&x;b</p>"
    let text = HTMLText.text(of: html)
    #expect(text.contains("a") && text.contains("b"))
    #expect(!text.contains("root:"))
  }
}
