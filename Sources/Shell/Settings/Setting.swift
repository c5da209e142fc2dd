import ServiceDesk

/// The settings of a person's shell, one a case: `set` lists, checks, completes and writes what stands here.
package enum Setting: String, CaseIterable, Sendable {
  case prompt, notices
  case quietHours = "quiet-hours"
  case bell
  case notifyCommand = "notify-command"
  case pager, theme, columns, limit, format, timing
  case undoSeconds = "undo-seconds"

  /// What it does, in a few words.
  var meaning: String {
    switch self {
    case .prompt: "the prompt's right edge"
    case .notices: "what is told above the prompt"
    case .quietHours: "nothing is told meanwhile"
    case .bell: "rings with a notice"
    case .notifyCommand: "is run with a notice"
    case .pager: "for long answers"
    case .theme: "colours"
    case .columns: "of queue"
    case .limit: "how many cases queue lists"
    case .format: "of answers in the shell"
    case .timing: "how long each command took"
    case .undoSeconds: "before a reply leaves"
    }
  }

  /// The same at length.
  var discussion: String {
    switch self {
    case .prompt: "What the right edge of the prompt shows, in this order; none for nothing."
    case .notices: "What is told of above the prompt: all, none, or some of these."
    case .quietHours: "When nothing is told, by the clock on your wall, as 18:00-08:00; notices lists it afterwards."
    case .bell: "Rings the terminal's bell with a notice."
    case .notifyCommand:
      "Run with each notice; it finds the text in $REPLYWELL_NOTICE, its kind in $REPLYWELL_NOTICE_KIND."
    case .pager: "Shows what is longer than the window; off for none."
    case .theme: "Colours for a dark or a light background; auto goes by what the terminal tells."
    case .columns: "The columns of queue, in this order."
    case .limit: "How many cases queue lists in the shell; fit for as many as the window holds."
    case .format: "How answers are written in the shell: csv and markdown are for pasting elsewhere."
    case .timing: "Says after each command how long it took."
    case .undoSeconds: "How many seconds a reply waits before it leaves, so that undo can take it back."
    }
  }

  /// What holds where nothing is set.
  var usual: String {
    switch self {
    case .prompt: "deadline rate"
    case .notices: "all"
    case .quietHours, .bell, .timing: "off"
    case .notifyCommand: ""
    case .pager: "$PAGER, else less -FRX"
    case .theme: "auto"
    case .columns: QueueColumn.usual.map(\.rawValue).joined(separator: " ")
    case .limit: "fit"
    case .format: "text"
    case .undoSeconds: "15"
    }
  }

  /// Words that may stand in its value; several where `isList`.
  var choices: [String] {
    switch self {
    case .prompt: PromptPart.allCases.map(\.rawValue) + ["none"]
    case .notices: NoticeKind.allCases.map(\.rawValue) + ["all", "none"]
    case .bell, .timing: ["on", "off"]
    case .quietHours: ["off", "18:00-08:00"]
    case .theme: Theme.Name.allCases.map(\.rawValue)
    case .columns: QueueColumn.allCases.map(\.rawValue)
    case .format: GlobalOptions.Format.allCases.map(\.rawValue)
    case .pager: ["less -FRX", "off"]
    case .limit: ["fit", "20", "50", "100"]
    case .undoSeconds: ["0", "15", "30"]
    case .notifyCommand: []
    }
  }

  var isList: Bool { [.prompt, .notices, .columns].contains(self) }

  /// Why a text can't be its value; nil when it can.
  func fault(of value: String) -> String? {
    let words = value.split { $0 == " " || $0 == "," }.map(String.init)
    switch self {
    case .prompt, .notices, .columns:
      if words == ["none"], self != .columns { return nil }
      if words == ["all"], self == .notices { return nil }
      if let unknown = words.first(where: { !choices.contains($0) || ["all", "none"].contains($0) }) {
        return "\(unknown) is none of \(choices.joined(separator: ", "))"
      }
      return words.isEmpty ? "it needs one or more of \(choices.joined(separator: ", "))" : nil
    case .bell, .timing, .theme, .format:
      return choices.contains(value) ? nil : "\(value) is none of \(choices.joined(separator: ", "))"
    case .quietHours:
      return value == "off" || QuietHours(value) != nil ? nil : "\(value) is no time, such as 18:00-08:00"
    case .limit:
      let isFine = value == "fit" || Int(value).map { (1...100_000).contains($0) } ?? false
      return isFine ? nil : "\(value) is neither fit nor a number from 1 to 100000"
    case .undoSeconds:
      let isFine = Int(value).map { (0...600).contains($0) } ?? false
      return isFine ? nil : "\(value) is no number from 0 to 600"
    case .pager, .notifyCommand: return value.contains { $0.isNewline } ? "it must be one line" : nil
    }
  }
}
