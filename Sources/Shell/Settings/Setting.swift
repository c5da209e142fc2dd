import ServiceDesk

/// The settings of a person's shell, one a case: `set` lists, checks, completes and writes what stands here.
package enum Setting: String, CaseIterable, Sendable {
  case prompt, notices
  case quietHours = "quiet-hours"
  case bell
  case notifyCommand = "notify-command"
  case pager, theme, columns, limit, format, timing
  case undoSeconds = "undo-seconds"

  /// What it does, for the list and for completion.
  var meaning: String {
    switch self {
    case .prompt: "what the right edge of the prompt shows; none for nothing"
    case .notices: "what is told of above the prompt; none for nothing"
    case .quietHours: "when nothing is told, as 18:00-08:00; off for never"
    case .bell: "ring the terminal's bell with a notice"
    case .notifyCommand: "run with each notice, which stands in $REPLYWELL_NOTICE"
    case .pager: "shows what is longer than the window; off for none"
    case .theme: "colours: auto, dark, light, contrast or none"
    case .columns: "the columns of queue"
    case .limit: "how many cases queue lists in the shell; fit for what the window holds"
    case .format: "how answers are written in the shell"
    case .timing: "say how long each command took"
    case .undoSeconds: "how long a reply can be taken back before it leaves"
    }
  }

  /// What holds where nothing is set.
  var usual: String {
    switch self {
    case .prompt: "deadline rate"
    case .notices: NoticeKind.allCases.map(\.rawValue).joined(separator: " ")
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
    case .notices: NoticeKind.allCases.map(\.rawValue) + ["none"]
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
      if let unknown = words.first(where: { !choices.contains($0) || $0 == "none" }) {
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
