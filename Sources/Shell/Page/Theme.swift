/// Which colours stand for which styles. Everything that a colour says is said by words or signs too.
package struct Theme: Sendable, Equatable {
  package enum Name: String, CaseIterable, Sendable {
    /// `dark` or `light` by what the terminal tells of its background.
    case auto
    case dark, light
    /// No faint text, bold for everything that matters.
    case contrast
    case none
  }

  private let name: Name
  private let has256: Bool

  /// The sixteen colours that every terminal has, on a dark background.
  package static let usual = Theme(name: .dark, has256: false)

  private init(name: Name, has256: Bool) {
    self.name = name
    self.has256 = has256
  }

  /// Nil for `none`.
  ///
  /// - Parameter variables: of the environment: TERM and COLORTERM tell of 256 colours, COLORFGBG of the background.
  package init?(_ name: Name, variables: [String: String]) {
    guard name != .none else { return nil }
    let term = variables["TERM"] ?? ""
    has256 = term.contains("256") || term.contains("direct") || ["truecolor", "24bit"].contains(variables["COLORTERM"])
    // As rxvt and Konsole set it: "foreground;background", 7 and 15 being light.
    let background = variables["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
    let isLight = background.map { $0 == 7 || (9...15).contains($0) } ?? false
    self.name = name == .auto ? (isLight ? .light : .dark) : name
  }

  /// Select Graphic Rendition for a style; nil for plain text.
  func code(_ style: Style) -> String? {
    switch (style, name) {
    case (.plain, _): nil
    case (.bold, _): "1"
    case (.faint, .contrast): nil
    // Terminals that know SGR 2 dim what they have; a light background needs a grey of its own to stay readable.
    case (.faint, .light): has256 ? "38;5;242" : "2"
    case (.faint, _): has256 ? "38;5;245" : "2"
    case (.alarm, .contrast): "1;31"
    case (.alarm, .light): has256 ? "38;5;160" : "31"
    case (.alarm, _): has256 ? "38;5;203" : "31"
    case (.caution, .contrast): "1;35"
    // Yellow can't be read on white.
    case (.caution, .light): has256 ? "38;5;130" : "35"
    case (.caution, _): has256 ? "38;5;214" : "33"
    case (.good, .contrast): "1;32"
    case (.good, .light): has256 ? "38;5;28" : "32"
    case (.good, _): has256 ? "38;5;114" : "32"
    case (.accent, .contrast): "1;34"
    case (.accent, .light): has256 ? "38;5;26" : "34"
    case (.accent, _): has256 ? "38;5;80" : "36"
    }
  }
}
