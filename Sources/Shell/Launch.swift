import DeskStore
import Foundation
import LineEditor
import ServiceDesk

/// The whole program, from its arguments to its exit code.
package enum Launch {
  package static func run(arguments: [String], environment: Environment) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    var options = GlobalOptions()
    let isTerminal = isatty(STDOUT_FILENO) != 0
    var output = Output(
      results: { text in
        guard !DescriptorOutput.write(text, to: STDOUT_FILENO) else { return }
        // Whoever reads has read enough; anything else is a fault that must not pass for success.
        if errno == EPIPE { exit(ExitStatus.done) }
        _ = DescriptorOutput.write(
          "error: the output can't be written: \(String(cString: strerror(errno)))\n", to: STDERR_FILENO)
        exit(ExitStatus.failed)
      },
      complaints: { _ = DescriptorOutput.write($0, to: STDERR_FILENO) },
      isColored: false)
    output.resultsWidth = environment.width
    if isatty(STDERR_FILENO) != 0 { output.complaintsWidth = environment.width }
    let words: [String]
    do { words = try options.take(from: arguments, isLaunch: true) } catch { return complain(error, on: output) }
    output.isColored = isColored(options, environment, isTerminal)
    if ["dumb", ""].contains(environment.variables["TERM"] ?? "") { options.isPlain = true }
    // Help needs no desk.
    if let page = help(words, environment) { output.results(page); return ExitStatus.done }
    do {
      var session = Session(desk: try openDesk(options, environment, words), options: options, environment: environment)
      try session.profiles.refresh()
      _ = try session.desk.findInterrupted(isAlive: Session.isAlive)
      if isatty(STDIN_FILENO) != 0, isTerminal {
        session.person = TerminalPerson(theme: theme(output, session), environment: environment)
      }
      if isatty(STDERR_FILENO) != 0, !options.isPlain {
        session.progress = { _ = DescriptorOutput.write($0, to: STDERR_FILENO) }
      }
      // What was written goes into the one file, which people copy.
      let desk = session.desk
      defer { desk.foldLog() }
      guard words.isEmpty || options.file == nil else {
        throw Complaint.usage("-f FILE and a command don't go together", try: "replywell -f FILE")
      }
      var runner = Runner(session: session, output: output)
      if !words.isEmpty { return try oneShot(words, &runner) }
      return try loop(runner)
    } catch { return complain(error, on: output) }
  }

  private static func theme(_ output: Output, _ session: Session) -> Theme? {
    output.isColored ? Theme(session.settings.theme, variables: session.environment.variables) : nil
  }

  private static func complain(_ error: any Error, on output: Output) -> Int32 {
    let complaint = Complaint.of(error)
    output.complain(complaint.text, output.isColored ? .usual : nil)
    return complaint.exitCode
  }

  private static func isColored(_ options: GlobalOptions, _ environment: Environment, _ isTerminal: Bool) -> Bool {
    switch options.color {
    case .always: true
    case .never: false
    case .auto:
      isTerminal && environment.variables["NO_COLOR"].map(\.isEmpty) ?? true && environment.variables["TERM"] != "dumb"
    }
  }

  private static func help(_ words: [String], _ environment: Environment) -> String? {
    guard let first = words.first,
      ["help", "-h", "--help", "manual", "completions"].contains(first) || words.contains("--help")
        || words.last == "-h"
    else { return nil }
    return Dispatcher.help(words, width: environment.width()).map { $0 + "\n" }
  }

  private static func openDesk(
    _ options: GlobalOptions, _ environment: Environment, _ words: [String]
  ) throws -> Desk {
    let path = options.desk ?? environment.deskPath
    // Tab in another shell makes no desk where there is none.
    if words.first == "completions", !FileManager.default.fileExists(atPath: path) { return try Desk(path: ":memory:") }
    if path.hasPrefix("postgres://") {
      throw Complaint(
        "a desk on PostgreSQL can't be opened by this version", try: "--desk FILE", exitCode: ExitStatus.unavailable)
    }
    guard !path.isEmpty else { throw Complaint.usage("--desk needs a file", try: "--desk FILE") }
    return try Desk(path: path)
  }

  private static func oneShot(_ words: [String], _ runner: inout Runner) throws -> Int32 {
    let code = runner.run(arguments: words)
    guard let path = runner.demo, runner.session.person != nil, runner.session.options.format == .text else {
      return code
    }
    // The demo is there to be looked at: the shell opens on it.
    var session = Session(
      desk: try Desk(path: path), options: runner.session.options, environment: runner.session.environment)
    session.person = runner.session.person
    session.progress = runner.session.progress
    return try loop(Runner(session: session, output: runner.output))
  }

  private static func loop(_ runner: Runner) throws -> Int32 {
    var runner = runner
    let session = runner.session
    if let file = session.options.file {
      guard !Desk.isOpen(file), let data = FileManager.default.contents(atPath: file) else {
        throw Complaint.usage("the script \(file) can't be read", try: "replywell -f FILE")
      }
      return Loop(runner: runner, source: ScriptSource(String(decoding: data, as: UTF8.self)), isInteractive: false)
        .run()
    }
    guard session.person != nil, isatty(STDIN_FILENO) != 0 else {
      let script = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
      return Loop(runner: runner, source: ScriptSource(script), isInteractive: false).run()
    }
    guard let editor = EditlineSource(program: "replywell", historyPath: session.environment.stateFolder + "/history")
    else {
      throw Complaint("the terminal can't be used", try: "replywell COMMAND", exitCode: ExitStatus.unavailable)
    }
    runner.session.isShell = true
    return Terminal.run(runner, editor)
  }
}
