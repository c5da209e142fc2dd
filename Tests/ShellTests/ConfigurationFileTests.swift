import Testing

@testable import Shell

@Suite("The configuration is changed a key at a time")
struct ConfigurationFileTests {
  private static let mine = """
    # my settings
    theme: light   # the office is bright
    causes: [rain, strike]
    outcomes:
      - parked
      - sold
    # what I look at
    aliases:
      soon: queue due:<4h
    bell: on

    """

  @Test("the rest stays as it was written")
  func keepsTheRest() throws {
    var file = try ConfigurationFile(Self.mine)
    try file.set("bell", to: "off")
    try file.set("prompt", to: "deadline rate")
    try file.set("later", in: "aliases", to: "queue \"due:>1d\"")
    #expect(
      file.text == """
        # my settings
        theme: light   # the office is bright
        causes: [rain, strike]
        outcomes:
          - parked
          - sold
        # what I look at
        aliases:
          soon: "queue due:<4h"
          later: "queue \\"due:>1d\\""
        bell: off
        prompt: deadline rate

        """)
    #expect(file.value("theme") == "light")
    #expect(file.list("causes") == ["rain", "strike"])
    #expect(file.list("outcomes") == ["parked", "sold"])
    try file.set("outcomes", to: nil)
    #expect(file.list("outcomes") == nil)
    #expect(file.text.contains("causes: [rain, strike]\n# what I look at\n"))
    try file.set("soon", in: "aliases", to: nil)
    try file.set("later", in: "aliases", to: nil)
    #expect(!file.keys.contains("aliases"))
  }

  @Test("what is set is read back, whatever it is")
  func roundTrip() throws {
    var random = SystemRandomNumberGenerator()
    let signs = Array("abc \"'\\#:-{}[]|>&*!%@`,\t\n=<$~ 退é🙂0")
    for _ in 0..<300 {
      let value = String(
        (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in signs.randomElement(using: &random) })
      var file = try ConfigurationFile(Self.mine)
      try file.set("pager", to: value)
      try file.set("x", in: "filters", to: value)
      let again = try ConfigurationFile(file.text)
      #expect(again.value("pager") == value, "\(value.debugDescription)")
      #expect(again.section("filters").first?.value == value)
      #expect(again.value("bell") == "on")
      #expect(again.list("outcomes") == ["parked", "sold"])
    }
  }

  @Test(
    "a file with the line breaks of another system is changed in its place",
    arguments: ["\r\n", "\r", "\u{85}", "\u{2028}"])
  func otherLineBreaks(_ end: String) throws {
    var file = try ConfigurationFile(
      ["theme: dark", "filters:", "  mine: overdue", "bell: on", ""].joined(separator: end))
    try file.set("later", in: "filters", to: "due:<4h")
    try file.set("bell", to: "off")
    try file.set("hold", to: "5")
    let again = try ConfigurationFile(file.text)
    #expect(again.section("filters").map(\.name) == ["mine", "later"])
    #expect(again.value("bell") == "off" && again.value("hold") == "5" && again.value("theme") == "dark")
    #expect(file.text.hasPrefix("theme: dark" + end))
  }

  @Test("a text that would not be read back as it was set is refused, and the file stays as it was")
  func byteOrderMark() throws {
    var file = try ConfigurationFile(Self.mine)
    #expect(throws: ConfigurationFile.Fault.self) { try file.set("pager", to: "\u{FEFF}less") }
    #expect(throws: ConfigurationFile.Fault.self) { try file.set("x", in: "filters", to: "\u{FEFF}") }
    #expect(throws: ConfigurationFile.Fault.self) { try file.set("\u{FEFF}x", in: "filters", to: "a") }
    #expect(file.text == Self.mine)
    try file.set("x", in: "filters", to: "a\u{FEFF}b")
    #expect(try ConfigurationFile(file.text).section("filters").first?.value == "a\u{FEFF}b")
  }

  @Test("an empty file and one of remarks only can be begun", arguments: ["", "# nothing yet\n", "\n\n"])
  func begins(_ text: String) throws {
    var file = try ConfigurationFile(text)
    try file.set("theme", to: "dark")
    #expect(try ConfigurationFile(file.text).value("theme") == "dark")
    #expect(file.text.hasSuffix("theme: dark\n") && file.text.contains("# nothing yet") == text.contains("#"))
  }

  @Test("what is no list of keys is told with its line", arguments: [("a: b: c", 1), ("a: 1\nb: [", 3), ("- a", 1)])
  func faults(_ text: String, _ line: Int) {
    let fault = #expect(throws: ConfigurationFile.Fault.self) { try ConfigurationFile(text) }
    #expect(fault?.line == line)
  }
}
