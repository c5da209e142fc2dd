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
    /// What is put into the line.
    package var text: String
    package var meaning: String
    /// What the list shows, where that is not the text itself.
    package var label: String?

    package init(_ text: String, _ meaning: String = "", label: String? = nil) {
      self.text = text
      self.meaning = meaning
      self.label = label
    }

    var shown: String { label ?? text }
  }

  /// How much of the text before the cursor they replace, in characters.
  package var replaced: Int
  package var candidates: [Candidate]
  /// What follows a candidate that is the only one: a space, or nothing where the word may go on.
  package var ending: String
  /// How many of the candidates, the first ones, begin with what was typed; the rest resemble it.
  package var beginners: Int
  /// What belongs here where no value can be offered.
  package var hint: String?

  package init(
    replaced: Int, candidates: [Candidate], ending: String = " ", beginners: Int? = nil, hint: String? = nil
  ) {
    self.replaced = replaced
    self.candidates = candidates
    self.ending = ending
    self.beginners = beginners ?? candidates.count
    self.hint = hint
  }

  /// The one candidate that is meant: the only one that begins as typed, else the only one at all.
  package var only: Candidate? {
    beginners == 1 || candidates.count == 1 ? candidates.first : nil
  }

  /// What all candidates that go on from what was typed begin with.
  package var commonBeginning: String {
    guard beginners > 0, var common = candidates.first?.text else { return "" }
    for candidate in candidates.prefix(beginners) { common = candidate.text.commonPrefix(with: common) }
    return common
  }
}

/// What lives around the line while it is being typed.
package protocol LivePrompt: AnyObject {
  /// Asked about once a second: lines to be shown above the prompt, without line breaks.
  ///
  /// - Parameter isTyping: a key was pressed just now, and the next one must not wait for what takes long.
  func notices(isTyping: Bool) -> [String]
  /// What stands at the right edge where so many columns are free; escape sequences between \u{1} and \u{1}.
  func status(room: Int) -> String
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
