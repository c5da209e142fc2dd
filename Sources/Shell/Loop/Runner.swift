import DeskStore
import Foundation
import ServiceDesk

/// Where text goes.
package struct Output {
  package var results: (String) -> Void
  package var complaints: (String) -> Void
  /// Whether results go to a terminal that shows colours.
  package var isColored: Bool
  /// The widths of the windows that show the two, in columns; `Page.whole` where it is no window, and no line is broken.
  package var resultsWidth: () -> Int = { Page.whole }
  package var complaintsWidth: () -> Int = { Page.whole }

  package init(results: @escaping (String) -> Void, complaints: @escaping (String) -> Void, isColored: Bool) {
    self.results = results
    self.complaints = complaints
    self.isColored = isColored
  }

  func result(_ text: Rich, _ theme: Theme?) { results(text.folded(to: resultsWidth()).printed(in: theme) + "\n") }

  func complain(_ text: Rich, _ theme: Theme?) {
    complaints(text.folded(to: complaintsWidth()).printed(in: theme) + "\n")
  }
}

/// Runs command lines and prints what comes of them: the only place that prints.
package struct Runner {
  package var session: Session
  package let output: Output
  /// The desk that `demo` has made, to be opened next.
  package private(set) var demo: String?
  /// The options of the program's own command line; a line's own stand for that line only.
  private let options: GlobalOptions
  /// What the person's theme says, where colours are shown at all.
  package var theme: Theme? {
    output.isColored ? Theme(session.settings.theme, variables: session.environment.variables) : nil
  }

  package init(session: Session, output: Output) {
    self.session = session
    self.output = output
    options = session.options
  }

  /// Runs what was typed, each of its lines a command, up to the first that fails; gives the exit code. A line break
  /// within quotes is part of a word.
  package mutating func run(line: String) -> Int32 {
    for line in Words.lines(line) {
      let start = ContinuousClock.now
      let code = run(command: line)
      if session.isShell, session.settings.isTimed {
        let spent = (ContinuousClock.now - start) / .milliseconds(1)
        output.complain(
          Rich("took \(spent < 10 ? String(format: "%.1f", spent) : "\(Int(spent))") ms", .faint), theme)
      }
      guard code == ExitStatus.done else { return code }
    }
    return ExitStatus.done
  }

  /// Runs one line, with pipes and redirections.
  private mutating func run(command line: String) -> Int32 {
    let trimmed = line.trimmingCharacters(in: .whitespaces)
    if trimmed.isEmpty || trimmed.hasPrefix("# ") || trimmed == "#" { return ExitStatus.done }
    if trimmed.hasPrefix("!") { return shell(String(trimmed.dropFirst())) }
    let words: [Words.Word]
    do { words = try Words.split(trimmed) } catch {
      let what = error == .danglingBackslash ? "the line ends with a backslash" : "a quotation mark is not closed"
      return complain(Complaint.usage(what, try: "close it, or put the word into the other kind of quotes"))
    }
    guard !words.isEmpty else { return ExitStatus.done }
    return run(words, typed: trimmed)
  }

  /// Runs the words of the program's own command line.
  package mutating func run(arguments: [String]) -> Int32 {
    // Only an alias may bring pipes here: the system's shell has seen to those that were typed.
    guard let first = arguments.first, isAlias(first) else { return run(words: arguments) }
    return run(
      [Words.Word(text: first, isBare: true, start: 0)]
        + arguments.dropFirst().map { Words.Word(text: $0, isBare: false, start: 0) })
  }

  private func isAlias(_ word: String) -> Bool {
    (try? session.configuration.aliases())?.contains { $0.name == word } ?? false
  }

  private mutating func run(_ words: [Words.Word], typed: String? = nil) -> Int32 {
    do {
      // A configuration that can't be read has been complained of at the start; it keeps nobody from working.
      let aliases = Aliases(all: (try? session.configuration.aliases()) ?? [])
      let plan = try Redirection(aliases.expand(words))
      return run(words: plan.words, typed: typed, to: plan.target)
    } catch { return complain(error) }
  }

  /// Runs the words of one command.
  package mutating func run(words: [String], typed: String? = nil, to target: Redirection.Target? = nil) -> Int32 {
    defer { session.options = options }
    do {
      var line = options
      if session.isShell, line.format == .text { line.format = session.settings.format }
      let rest = try line.take(from: words)
      if line.desk != options.desk, options.desk != nil || session.person != nil {
        throw Complaint.usage("another desk can't be opened from within", try: "replywell --desk FILE")
      }
      session.options = line
      if line.responses != options.responses {
        session.replies = ReplyLibrary(
          options: line, environment: session.environment, configuration: session.configuration)
      }
      session.isRedirected = target != nil
      session.typed = typed ?? rest.map(Words.quoted).joined(separator: " ")
      let answer = try Dispatcher.run(rest, in: &session)
      if let made = answer as? DemoAnswer { demo = made.path }
      return try print(answer, to: target)
    } catch let help as HelpPage {
      return (try? print(help, to: target)) ?? ExitStatus.failed
    } catch { return complain(error) }
  }

  // MARK: - Printing

  private func print(_ answer: any Answer, to target: Redirection.Target?) throws -> Int32 {
    if let pieces = answer.pieces {
      guard let target else {
        try pieces(output.results)
        return answer.exitCode
      }
      var text = ""
      try pieces { text += $0 }
      try target.write(text, complain: output.complaints)
      return answer.exitCode
    }
    let text = face(of: answer, theme: target == nil ? theme : nil)
    for notice in answer.notices where session.options.format == .text || !(answer is CasesChanged) {
      output.complain(Rich(notice), nil)
    }
    if let target { try target.write(text, complain: output.complaints) } else { show(text) }
    return answer.exitCode
  }

  /// What is longer than the window goes through the pager, where a person reads.
  private func show(_ text: String) {
    guard session.isShell, !session.options.isPlain, let pager = Pager.command(session) else {
      return output.results(text)
    }
    let (columns, rows) = (session.environment.width(), session.environment.height())
    guard Pager.isNeeded(for: text, columns: columns, rows: rows), Pager.show(text, with: pager) else {
      return output.results(text)
    }
  }

  private func face(of answer: any Answer, theme: Theme?) -> String {
    if let lines = answer.jsonLines { return lines.map { $0.json + "\n" }.joined() }
    switch session.options.format {
    case .text:
      let width = session.isRedirected ? Page.whole : session.environment.width()
      let text = answer.text(on: Page(width: width, now: session.now))
        .folded(to: session.isRedirected ? Page.whole : output.resultsWidth()).printed(in: theme)
      return text.isEmpty ? "" : text + "\n"
    case .json: return answer.document.json + "\n"
    case .csv: return answer.table.csv
    case .markdown: return answer.table.markdown
    }
  }

  private func complain(_ error: any Error) -> Int32 {
    let complaint = Complaint.of(error)
    output.complain(complaint.text, theme)
    return complaint.exitCode
  }

  /// `!command`: the rest of the line is the system shell's.
  private func shell(_ command: String) -> Int32 {
    guard command.contains(where: { !$0.isWhitespace }) else {
      return complain(Complaint.usage("! needs a command", try: "!date"))
    }
    return ChildProcess.run(command, input: nil)
  }
}
