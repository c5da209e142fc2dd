import DeskStore
import Foundation
import Marketplaces
import ServiceDesk

/// What commands work with: the desk, the clock, who acts, and what the agent is looking at.
package struct Session {
  package let desk: Desk
  package var options: GlobalOptions
  package let environment: Environment
  package var profiles: ProfileBook
  package var replies: ReplyLibrary
  package var configuration: Configuration
  /// The case in focus, meant by `.`.
  package var focus: Int64?
  /// The newest buyer message that the agent has seen of each case.
  package var seen: [Int64: Int64] = [:]
  /// The newest reply of each case that the agent has seen, or sent.
  package var seenReplies: [Int64: Int64] = [:]
  /// The end of the desk's log at the last command, and the version of the desk by which others' writing is noticed.
  var logMark: (mark: Desk.LogMark, version: Int)?
  /// The cases as last listed, meant by `%1`, `%2` ….
  package var listedCases: [Int64] = []
  /// The canned replies as last listed, meant by their numbers.
  package var listedReplies: [String] = []
  /// What the files of the canned replies teach suggestions, for the replies last asked about.
  package var filesTeach: (replies: [CannedReply], model: SuggestionModel)?
  /// The command as it was typed: what the log says.
  package var typed = ""
  /// What the person has set.
  package var settings: Settings
  /// What is wrong with what the person has set by hand.
  package let settingFaults: [String]
  /// In the interactive shell.
  package var isShell = false
  /// The answer goes into a file or another command: nothing is cut to the window.
  package var isRedirected = false
  /// How long a reply can be taken back, in seconds; 0 outside the interactive shell.
  package var hold: Int { isShell ? settings.hold : 0 }
  /// Set by `import`: what it has brought is no news to this shell.
  package var hasImported = false
  /// Set by `quit`.
  package var isOver = false
  /// Asks the person at the terminal; nil where there is none.
  package var person: (any Person)?
  /// Where progress is shown while a command runs; nil where nobody watches.
  package var progress: ((String) -> Void)?

  package init(desk: Desk, options: GlobalOptions, environment: Environment) {
    self.desk = desk
    self.options = options
    self.environment = environment
    configuration = Configuration(environment: environment)
    (settings, settingFaults) = configuration.settings()
    profiles = ProfileBook(desk: desk, folder: configuration.folder + "/profiles")
    replies = ReplyLibrary(options: options, environment: environment, configuration: configuration)
    let profiles = profiles
    desk.timerEngine = { try profiles.engine(of: $0) }
    desk.deadlines = { try profiles.deadlines(of: $0) }
  }

  /// The instant of the question: fixed by `--now`, else the clock.
  package var now: Date { options.now ?? Date(seconds: environment.clock().seconds) }

  /// Who acts.
  package var agent: String { options.agent ?? environment.agent }

  /// How many rows a list has where a person reads it: what the window holds beside its head, its foot and the prompt.
  var rowsToList: Int { settings.limit ?? max(5, environment.height() - 4) }

  /// The log entry for what is being done.
  package var command: Command { Command(at: now, agent: agent, words: typed) }

  /// The account named by `--account`, if any.
  package func chosenAccount() throws -> Account? { try options.account.map { try desk.account(named: $0) } }

  package func accountName(_ id: Int64) throws -> String {
    try desk.accounts().first { $0.id == id }?.name ?? "?"
  }

  package func account(of subject: Case) throws -> Account {
    guard let account = try desk.accounts().first(where: { $0.id == subject.accountID }) else {
      throw DeskFault.noSuchAccount("\(subject.accountID)")
    }
    return account
  }

  /// Applies a decision and answers with the cases after it.
  mutating func apply(_ decision: Decision, saying verb: (Case) -> Rich) throws -> any Answer {
    try changed(decision, try desk.apply(decision, as: command), saying: verb)
  }

  /// The answer of a decision that has been applied.
  func changed(_ decision: Decision, _ cases: [Case], saying verb: (Case) -> Rich) throws -> any Answer {
    try CasesChanged(
      cases: cases.filter { subject in decision.acts.contains { $0.caseID == subject.id } }, session: self,
      notices: decision.notices, saying: verb)
  }
}

/// What the program has from outside: its environment, clock and folders.
package struct Environment: Sendable {
  package var variables: [String: String]
  package var clock: @Sendable () -> Date
  package var home: String
  package var loginName: String
  /// The folder of the running binary.
  package var binaryFolder: @Sendable () -> String
  /// Of the terminal, in columns.
  package var width: @Sendable () -> Int
  /// Of the clock on the agent's wall; deadlines are in UTC or in an account's zone.
  package var zone: @Sendable () -> TimeZone = { .gmt }
  /// Of the terminal, in rows.
  package var height: @Sendable () -> Int

  package init(
    variables: [String: String], clock: @escaping @Sendable () -> Date, home: String, loginName: String,
    binaryFolder: @escaping @Sendable () -> String, width: @escaping @Sendable () -> Int,
    height: @escaping @Sendable () -> Int = { 24 }
  ) {
    self.width = width
    self.height = height
    self.variables = variables
    self.clock = clock
    self.home = home
    self.loginName = loginName
    self.binaryFolder = binaryFolder
  }

  package var agent: String { variables["REPLYWELL_AGENT"].flatMap { $0.isEmpty ? nil : $0 } ?? loginName }

  package var deskPath: String {
    if let path = variables["REPLYWELL_DESK"], !path.isEmpty { return path }
    return folder("XDG_DATA_HOME", else: ".local/share") + "/replywell/desk.sqlite"
  }

  package var configurationFolder: String { folder("XDG_CONFIG_HOME", else: ".config") + "/replywell" }

  package var stateFolder: String { folder("XDG_STATE_HOME", else: ".local/state") + "/replywell" }

  /// What this person's shells remember is nobody else's business. Where it can't be made, nothing is remembered.
  func makeStateFolder() {
    try? FileManager.default.createDirectory(
      atPath: stateFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  private func folder(_ variable: String, else path: String) -> String {
    variables[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/\(path)"
  }
}

/// The person at the terminal.
package protocol Person {
  /// One key out of `keys`; nil when the question is broken off.
  func choose(_ question: Rich, keys: [Character]) -> Character?
  /// A line of text; nil when the question is broken off.
  func line(_ question: Rich) -> String?
  /// The text as changed in the person's editor; nil when it could not be run or failed.
  func edit(_ text: String, named name: String) throws -> String?
  /// Shows something now, before the command has ended.
  func show(_ text: Rich)
  /// Writes bytes that the terminal itself is to obey.
  func send(_ sequence: String)
  /// Shows `draw` over the whole window and again every so many seconds, until the person has seen enough.
  func watch(every seconds: Int, draw: () -> Rich)
  /// The colours that it is shown in; nil for none.
  var theme: Theme? { get set }
}
