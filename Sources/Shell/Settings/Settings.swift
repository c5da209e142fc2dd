import ServiceDesk

/// What a person has set, in the kinds of values that the shell works with.
package struct Settings: Sendable, Equatable {
  /// The words as they were set; what is not there is as usual.
  private var written: [Setting: String] = [:]

  package init() {}

  /// Takes a value that `Setting.fault` finds nothing wrong with.
  mutating func set(_ setting: Setting, to value: String?) { written[setting] = value }

  func text(_ setting: Setting) -> String { written[setting] ?? setting.usual }

  func isSet(_ setting: Setting) -> Bool { written[setting] != nil }

  private func words(_ setting: Setting) -> [String] {
    text(setting).split { $0 == " " || $0 == "," }.map(String.init)
  }

  var prompt: [PromptPart] { words(.prompt).compactMap(PromptPart.init) }
  var notices: Set<NoticeKind> {
    Set(text(.notices) == "all" ? NoticeKind.allCases : words(.notices).compactMap(NoticeKind.init))
  }
  var quietHours: QuietHours? { QuietHours(text(.quietHours)) }
  var rings: Bool { text(.bell) == "on" }
  var notifyCommand: String? { written[.notifyCommand].flatMap { $0.isEmpty ? nil : $0 } }
  /// Nil where nothing was set: then `$PAGER` decides.
  var pager: String? { written[.pager] }
  var theme: Theme.Name { Theme.Name(rawValue: text(.theme)) ?? .auto }
  var columns: [QueueColumn] { words(.columns).compactMap(QueueColumn.init) }
  /// Of the cases that `queue` lists; nil for as many as the window holds.
  var limit: Int? { Int(text(.limit)) }
  var format: GlobalOptions.Format { GlobalOptions.Format(rawValue: text(.format)) ?? .text }
  var isTimed: Bool { text(.timing) == "on" }
  /// In seconds.
  var hold: Int { Int(text(.undoSeconds)) ?? 15 }
}
