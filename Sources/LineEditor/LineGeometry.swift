import CEditline
import Foundation

/// Where libedit draws what: needed to write above and below a line that is being edited.
///
/// Follows the rules of its refresh: a line is wrapped when a row is full, a character that is two columns wide goes to
/// the next row whole, a tab goes on to a multiple of eight, a control character takes the room of its picture.
struct LineGeometry: Equatable {
  struct Place: Equatable {
    var row: Int
    var column: Int
  }

  /// Of the terminal.
  var columns: Int
  var rows: Int

  /// Where the cursor stands after `text`, the first row of the prompt being 0.
  func place(after text: String) -> Place {
    var place = Place(row: 0, column: 0)
    for scalar in text.unicodeScalars { advance(&place, over: scalar) }
    // A line taller than the window loses its first rows.
    place.row = min(place.row, max(0, rows - 1))
    return place
  }

  private func advance(_ place: inout Place, over scalar: Unicode.Scalar) {
    switch scalar {
    case "\n": place = Place(row: place.row + 1, column: 0)
    case "\t": repeat { put(1, &place) } while place.column % 8 != 0
    default: for width in Self.widths(of: scalar) { put(width, &place) }
    }
  }

  private func put(_ width: Int, _ place: inout Place) {
    if place.column + width > columns { place = Place(row: place.row + 1, column: 0) }
    place.column += width
    if place.column >= columns { place = Place(row: place.row + 1, column: 0) }
  }

  /// What a character is drawn as, in columns of its parts: itself, `^C`, or `\U+200B`.
  private static func widths(of scalar: Unicode.Scalar) -> [Int] {
    if scalar.value >= 0x20, scalar.value < 0x7F { return [1] }
    let character = wchar_t(bitPattern: scalar.value)
    let picture = rw_picture_columns(character)
    return picture > 0 ? Array(repeating: 1, count: Int(picture)) : [Int(rw_columns(character))]
  }

  /// How many columns `text` takes where it is not wrapped.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + widths(of: $1).reduce(0, +) }
  }

  /// A prompt without the escape sequences that stand between two \u{1}.
  static func visible(_ prompt: String) -> String {
    prompt.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined()
  }
}
