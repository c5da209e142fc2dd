import DeskStore
import Foundation
import Intake
import Marketplaces
import Outbox
import Reviews
import ServiceDesk

/// The exit codes of INTERFACE.md.
package enum ExitStatus {
  package static let done: Int32 = 0
  package static let failed: Int32 = 1
  package static let cancelled: Int32 = 2
  package static let usage: Int32 = 64
  package static let rejected: Int32 = 65
  package static let unavailable: Int32 = 69
}

/// An error as a person is told of it: what happened, what to type next, and the exit code.
package struct Complaint: Error, Sendable, Equatable {
  package var what: String
  package var remedy: String?
  package var exitCode: Int32

  package init(_ what: String, try remedy: String? = nil, exitCode: Int32 = ExitStatus.failed) {
    self.what = what
    self.remedy = remedy
    self.exitCode = exitCode
  }

  package var text: Rich {
    // A word that was marked on its way to the argument parser is shown as it was typed.
    let words = what.replacing(String(Word.mark), with: "")
    // What somebody has broken off has not gone wrong.
    var text: Rich = exitCode == ExitStatus.cancelled ? "\(words)" : "\("error:", .alarm) \(words)"
    if let remedy { text += "\n\("try:", .faint)   \(remedy)" }
    return text
  }

  package static func usage(_ what: String, try remedy: String? = nil) -> Complaint {
    Complaint(what, try: remedy, exitCode: ExitStatus.usage)
  }

  /// What to say of any error that a command may throw.
  package static func of(_ error: any Error) -> Complaint {
    switch error {
    case let complaint as Complaint: complaint
    case let fault as DeskFault: of(fault)
    case let fault as DecisionFault: of(fault)
    case let fault as FilterFault: .usage("\(fault.word) \(fault.reason)", try: "queue \(fault.example)")
    case let fault as ProfileFault: Complaint("profile \(fault.name): \(fault.reason)", try: fault.remedy)
    case let fault as ReplyFault: Complaint("line \(fault.line): \(fault.reason)", try: fault.remedy)
    case let fault as PlanFault:
      Complaint("line \(fault.line ?? 1): \(fault.reason)", try: fault.remedy, exitCode: ExitStatus.rejected)
    case let fault as NewerMessage:
      Complaint("the buyer of #\(fault.caseID) has written since; nothing was sent", try: "show \(fault.caseID)")
    default: Complaint("\(error)")
    }
  }

  private static func of(_ fault: DeskFault) -> Complaint {
    let unavailable = ExitStatus.unavailable
    return switch fault {
    case .notADesk(let path):
      Complaint(
        "\(path) is no desk of Replywell", try: "another file with --desk; this one was not touched",
        exitCode: unavailable)
    case .newer(let path, let version):
      Complaint(
        "\(path) was written by a later Replywell (version \(version) of the desk)", try: "that version of the program",
        exitCode: unavailable)
    case .readOnly(let path):
      Complaint("\(path) can't be written to", try: "chmod u+w on it and its folder", exitCode: unavailable)
    case .cannotOpen(let path, let reason):
      Complaint("\(path): \(reason)", try: "a file that you may write to, with --desk", exitCode: unavailable)
    case .busy(let path):
      Complaint(
        "\(path) is being written to by another program", try: "the same again in a moment", exitCode: unavailable)
    case .full(let path):
      Complaint(
        "\(path): the disk is full; nothing was changed", try: "make room, then the same again", exitCode: unavailable)
    case .broken(let path, let reason):
      Complaint(
        "\(path): \(reason)", try: "a copy of the file first; then move it away, and restore BACKUP",
        exitCode: unavailable)
    case .accountExists(let name): Complaint("there is an account \(name) already", try: "account set \(name) …")
    case .noSuchAccount(let name):
      Complaint("there is no account \(name)", try: "account list", exitCode: ExitStatus.usage)
    case .nothingToUndo: Complaint("there is nothing of yours to undo", try: "history CASE to see what was done")
    case .laterAct(let command, let caseID):
      Complaint("“\(command)” can't be undone: #\(caseID) has been worked on since", try: "history \(caseID)")
    case .handedOver(let caseID):
      Complaint("the reply to #\(caseID) has been handed over and can't be taken back", try: "show \(caseID)")
    case .isItself(let path):
      Complaint("\(path) is the desk itself", try: "another file", exitCode: ExitStatus.usage)
    case .inTheWay(let path):
      Complaint("\(path) is there already, and is no backup; nothing was written", try: "another name")
    case .cannotWrite(let path):
      Complaint("\(path) can't be written", try: "a file in a folder that you may write to")
    case .planChanged(let id):
      Complaint("plan \(id) was changed by somebody else meanwhile; nothing was kept", try: "plan show \(id)")
    }
  }

  private static func of(_ fault: DecisionFault) -> Complaint {
    switch fault {
    case .mergeWithItself(let id):
      Complaint("#\(id) can't be merged with itself", try: "merge CASE INTO", exitCode: ExitStatus.usage)
    case .mergeAcrossAccounts(let one, let other):
      Complaint("#\(one) and #\(other) are of different accounts", try: "show \(one)")
    case .alreadyMerged(let id, let target):
      Complaint("#\(id) was merged into #\(target) already", try: "show \(target)")
    case .snoozeInPast: .usage("a case can't be snoozed until the past", try: "snooze CASE 2h")
    }
  }
}
