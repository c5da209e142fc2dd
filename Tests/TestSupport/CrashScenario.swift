/// A kind of work that a crash may break off, and what must be true of the desk then. `CrashScenarios.swift` lists
/// them.
package struct CrashScenario: Sendable, CustomStringConvertible {
  package var name: String
  /// The files that the command lines import, by name; they lie in `FILES`.
  var files: [String: String] = [:]
  /// A desk of an earlier release that it begins with.
  var fixture: String?
  /// Command lines that have ended well before the crash: what they did must be there after it.
  var setUp: [[String]] = []
  /// The command line that is broken off.
  var line: [String]
  /// Command lines that bring an undisturbed desk to what may be found between nothing and all, such as the first
  /// batch of an import. Empty: the work is all or nothing.
  var between: [[String]] = []
  /// The cases to look at.
  var cases: [Int]
  /// Whether it is tried with disk faults too: one of each way in which the program writes is enough.
  package var meetsDiskFaults = false
  /// Whether each line that is printed acknowledges one more stage; else whatever is printed acknowledges the whole.
  var isSession = false
  /// What is done again after the crash.
  var again: Again = .whereNothingWasDone
  /// What else must be true after the restart, and what a person would then do about it.
  var resume: @Sendable (CrashDesk) throws -> Void = { _ in }
  /// What else must be true in the end.
  var conclusion: @Sendable (CrashDesk) throws -> Void = { _ in }

  package var description: String { name }

  enum Again: Sendable {
    /// The same command line, unless it was done.
    case whereNothingWasDone
    /// The same command line; done a second time it changes nothing.
    case always
    /// The script `rest-N` for stage N.
    case rest
  }
}
