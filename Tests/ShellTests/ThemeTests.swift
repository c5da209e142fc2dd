import Testing

@testable import Shell

@Suite("Colours")
struct ThemeTests {
  private static let styles: [Style] = [.bold, .faint, .alarm, .caution, .good, .accent]

  @Test("by the terminal's colours and background")
  func choices() throws {
    let plain = try #require(Theme(.auto, variables: ["TERM": "xterm"]))
    #expect(plain.code(.alarm) == "31" && plain.code(.plain) == nil)
    #expect(try #require(Theme(.auto, variables: ["TERM": "xterm-256color"])).code(.alarm) == "38;5;203")
    #expect(try #require(Theme(.auto, variables: ["COLORTERM": "truecolor"])).code(.alarm) == "38;5;203")
    let light = try #require(Theme(.auto, variables: ["TERM": "xterm", "COLORFGBG": "0;15"]))
    // Yellow can't be read on white.
    #expect(light.code(.caution) == "35")
    #expect(try #require(Theme(.auto, variables: ["TERM": "xterm", "COLORFGBG": "15;0"])).code(.caution) == "33")
    #expect(Theme(.none, variables: [:]) == nil)
  }

  @Test(
    "every style that matters is told apart", arguments: [Theme.Name.dark, .light, .contrast],
    ["xterm", "xterm-256color"])
  func areDistinct(_ name: Theme.Name, _ term: String) throws {
    let theme = try #require(Theme(name, variables: ["TERM": term]))
    let codes = Self.styles.compactMap(theme.code)
    #expect(Set(codes).count == codes.count)
  }
}
