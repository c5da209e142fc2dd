import Foundation
import Testing

@testable import Reviews

@Suite("Colours of the report")
struct ReportStyleTests {
  /// Relative luminance of WCAG 2.
  private static func luminance(_ hex: Substring) -> Double {
    let value = Int(hex, radix: 16) ?? 0
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test("All text can be read against its ground in the light and the dark scheme: 4.5 to 1", arguments: [0, 1])
  func contrast(scheme: Int) throws {
    let roots = ReportStyle.css.components(separatedBy: ":root {").dropFirst()
    var colours: [String: Double] = [:]
    for match in try #require(Array(roots)[scheme].components(separatedBy: "}").first)
      .matches(of: /--([a-z]+): #([0-9a-f]{6})/)
    {
      colours[String(match.1)] = Self.luminance(match.2)
    }
    for ground in ["paper", "card"] {
      for ink in ["ink", "quiet", "accent", "target", "good", "bad"] {
        let pair = [try #require(colours[ground]), try #require(colours[ink])].sorted()
        #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, "\(ink) on \(ground)")
      }
    }
  }
}
