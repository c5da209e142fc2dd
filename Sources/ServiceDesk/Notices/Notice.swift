import Foundation

/// Something that an agent is told of while working.
package struct Notice: Sendable, Equatable, Codable {
  package var kind: NoticeKind
  package var at: Date
  /// The same for the same event in every shell on the desk, so that a list of them has it once.
  package var key: String
  package var caseID: Int64?
  /// One line, others' words in it as they came.
  package var words: String
  /// Something has gone wrong, as against something to know.
  package var isAlarm: Bool

  package init(
    kind: NoticeKind, at: Date, key: String, caseID: Int64? = nil, words: String, isAlarm: Bool = false
  ) {
    self.kind = kind
    self.at = at
    self.key = key
    self.caseID = caseID
    self.words = words
    self.isAlarm = isAlarm
  }
}
