/// Where command lines come from: a person at a terminal, or a script.
package protocol LineSource: AnyObject {
  /// The next line. `prompt` may hold escape sequences between \u{1} and \u{1}.
  func next(prompt: String) -> LineEvent
}

/// How reading a line ended.
package enum LineEvent: Sendable, Equatable {
  case line(String)
  /// Ctrl-C: what was typed is dropped.
  case interrupted
  /// Ctrl-D on an empty line, or the end of the script.
  case ended
  /// The terminal is gone, or the program is asked to end.
  case hungUp
}

/// Words that may stand where the cursor is.
package struct Completion: Sendable, Equatable {
  package struct Candidate: Sendable, Equatable {
    package var text: String
    package var meaning: String

    package init(_ text: String, _ meaning: String = "") {
      self.text = text
      self.meaning = meaning
    }
  }

  /// How much of the text before the cursor they replace, in characters.
  package var replaced: Int
  package var candidates: [Candidate]
  /// What follows a candidate that is the only one: a space, or nothing where the word may go on.
  package var ending: String

  package init(replaced: Int, candidates: [Candidate], ending: String = " ") {
    self.replaced = replaced
    self.candidates = candidates
    self.ending = ending
  }

  /// What all candidates begin with.
  package var commonBeginning: String {
    guard var common = candidates.first?.text else { return "" }
    for candidate in candidates.dropFirst() { common = candidate.text.commonPrefix(with: common) }
    return common
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
