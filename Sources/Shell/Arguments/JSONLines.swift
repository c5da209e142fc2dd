import Foundation

/// JSON objects in, one a line, and one answered for each: a command over many texts at once.
enum JSONLines {
  /// What names a line: a text or a number, given back as it came.
  enum Identifier: Decodable {
    case text(String)
    case number(Int)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    var document: Document {
      switch self {
      case .text(let text): .text(text)
      case .number(let number): .int(number)
      }
    }
  }

  /// - Parameters:
  ///   - needs: the keys that a line must have, for the complaint; `example`: a line that is right.
  ///   - answer: gets the line and "FILE, line N" for complaints of its own.
  static func answers<Line: Decodable>(
    of path: String, for command: String, as: Line.Type, needs: String, example: String,
    _ answer: (Line, String) throws -> Document
  ) throws -> any Answer {
    var answers: [Document] = []
    let content = try InputFile.bytes(of: path, for: command)
    for (index, bytes) in content.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard bytes.contains(where: { $0 > 0x20 }) else { continue }
      let place = "\(path), line \(index + 1)"
      guard let line = try? JSONDecoder().decode(Line.self, from: Data(bytes)) else {
        throw Complaint("\(place): no object with \(needs)", try: example, exitCode: ExitStatus.rejected)
      }
      answers.append(try answer(line, place))
    }
    return LinesAnswer(lines: answers)
  }
}

/// One JSON object a line, whatever the format asked for.
private struct LinesAnswer: Answer {
  var lines: [Document]

  var document: Document { .list(lines) }
  var jsonLines: [Document]? { lines }

  func text(on page: Page) -> Rich { "" }
}
