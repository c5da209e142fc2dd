import LineEditor
import ServiceDesk

/// The shell at a terminal: ties the editor's keys to what they mean here.
enum Terminal {
  static func run(_ runner: Runner, _ editor: EditlineSource) -> Int32 {
    let loop = Loop(runner: runner, source: editor, isInteractive: true)
    let completion = LineCompletion(session: { loop.runner.session }, earlierLines: { editor.earlierLines($0) })
    editor.complete = { completion.complete($0, cursor: $1) }
    editor.isWhole = { line in
      // A comment or a command for the system's shell may hold a single quotation mark.
      line.hasPrefix("!") || line.hasPrefix("# ") || Words.lines(line).last.map { Words.scan($0).open == nil } ?? true
    }
    editor.edit = { line in
      try? loop.runner.session.person?.edit(line, named: "command")
    }
    editor.live = loop
    editor.redraws = !runner.session.options.isPlain
    // While the person reads the greeting: it takes longer than a start.
    loop.idled = { completion.prepare() }
    defer { TerminalModes.restore() }
    return loop.run()
  }
}
