/// What a program may say to a terminal.
enum TerminalEvent: Equatable, Sendable {
  case character(Unicode.Scalar)
  case control(Unicode.Scalar)
  /// ESC and what follows it, such as `7` or `(B`.
  case escape(String)
  case sequence(ControlSequence)
  /// An operating-system command: ESC ], its text, and BEL or ST.
  case command(String)
  /// A sequence with something in it that can't stand there.
  case broken(String)
}

/// ESC [, numbers, and what to do with them.
struct ControlSequence: Equatable, Sendable {
  /// What isn't a number: the private mark in front, if any, and what ends the sequence, such as `H`, `?h`, ` q`.
  let verb: String
  /// As they were sent, for a sequence that is to be shown.
  let text: String
  private let numbers: [Int?]

  init(_ text: String) {
    self.text = text
    let isNumeric = { (character: Character) in ("0"..."9").contains(character) || ";:".contains(character) }
    verb = text.filter { !isNumeric($0) }
    // No screen has 10,000 rows, and sums of what is capped can't overflow.
    numbers = text.filter(isNumeric).split(separator: ";", omittingEmptySubsequences: false).map { number in
      number.isEmpty ? nil : min(Int(number.prefix { $0 != ":" }) ?? 9999, 9999)
    }
  }

  /// The number at `index`, where one that isn't there is `missing`.
  func number(_ index: Int, missing: Int = 0) -> Int {
    index < numbers.count ? numbers[index] ?? missing : missing
  }

  /// How many, or which row or column from 1: none and 0 both mean 1.
  func count(_ index: Int = 0) -> Int { max(1, number(index)) }

  /// All the numbers, as of modes to be set.
  var all: [Int] { numbers.compactMap(\.self) }
}

/// Tells text from what commands the terminal, by the states of ECMA-48.
struct EscapeParser: Equatable, Sendable {
  private enum State: Equatable, Sendable {
    case text, escape, sequence
    /// A string that ST ends; `isCommand` for ESC ], which BEL ends too, others are swallowed.
    case string(isCommand: Bool)
    /// ESC within a string: ST, if a backslash follows.
    case stringEscape(isCommand: Bool)
  }

  private var state = State.text
  private var collected = ""

  mutating func take(_ scalar: Unicode.Scalar) -> TerminalEvent? {
    switch (state, scalar.value) {
    case (.stringEscape(let isCommand), _): return endString(isCommand, scalar)
    // CAN and SUB break off whatever has begun.
    case (_, 0x18), (_, 0x1A): return enter(.text)
    case (.string(let isCommand), 0x1B): return enter(.stringEscape(isCommand: isCommand), keeping: true)
    case (.string(isCommand: true), 0x07): return leave { .command($0) }
    case (_, 0x1B): return enter(.escape)
    case (.string, _): return collect(scalar)
    // Controls are obeyed within sequences, as if they had come before.
    case (_, 0..<0x20), (.text, 0x7F..<0xA0): return .control(scalar)
    case (.text, _): return .character(scalar)
    case (_, 0x7F): return nil
    case (.escape, _): return takeEscape(scalar)
    case (.sequence, 0x20..<0x40): return collect(scalar)
    case (.sequence, 0x40..<0x7F):
      collected.unicodeScalars.append(scalar)
      return leave { .sequence(ControlSequence($0)) }
    case (.sequence, _):
      collected.unicodeScalars.append(scalar)
      return leave { .broken("CSI " + $0) }
    }
  }

  private mutating func takeEscape(_ scalar: Unicode.Scalar) -> TerminalEvent? {
    if collected.isEmpty {
      switch scalar {
      case "[": return enter(.sequence)
      case "]": return enter(.string(isCommand: true))
      case "P", "X", "^", "_": return enter(.string(isCommand: false))
      default: break
      }
    }
    collected.unicodeScalars.append(scalar)
    switch scalar.value {
    case 0x20..<0x30: return nil
    case 0x30..<0x7F: return leave { .escape($0) }
    default: return leave { .broken("ESC " + $0) }
    }
  }

  private mutating func endString(_ isCommand: Bool, _ scalar: Unicode.Scalar) -> TerminalEvent? {
    guard scalar == "\\" else {
      // It was broken off by another sequence, which this character belongs to.
      _ = enter(.escape)
      return take(scalar)
    }
    return leave { isCommand ? .command($0) : nil }
  }

  private mutating func collect(_ scalar: Unicode.Scalar) -> TerminalEvent? {
    collected.unicodeScalars.append(scalar)
    return nil
  }

  private mutating func enter(_ next: State, keeping: Bool = false) -> TerminalEvent? {
    if !keeping { collected = "" }
    state = next
    return nil
  }

  private mutating func leave(_ event: (String) -> TerminalEvent?) -> TerminalEvent? {
    defer { _ = enter(.text) }
    return event(collected)
  }
}
