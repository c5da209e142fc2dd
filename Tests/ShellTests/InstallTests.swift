import Foundation
import TestSupport
import Testing

/// What `.ci/install` puts on a machine and takes away again.
@Suite struct InstallTests {
  private static let installer = SourceTree.root + "/.ci/install"
  private static let own = "replywell/responses/en/own-words.mustache"

  private let machine = Machine()
  private var prefix: String { machine.home + "/.local" }
  private var binary: String { prefix + "/bin/replywell" }
  private var list: String { prefix + "/share/replywell/installed" }

  private func install() throws {
    let result = try machine.run(Self.installer, ["--prefix", prefix, "--binary", BuiltProgram.path])
    #expect(result.code == 0, "\(result.text)")
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: prefix + "/" + path) }

  @Test("what is installed finds its replies, and goes again without what is the user's")
  func installs() throws {
    try install()
    for file in [
      "bin/replywell", "share/man/man1/replywell.1", "share/bash-completion/completions/replywell",
      "share/zsh/site-functions/_replywell", "share/fish/vendor_completions.d/replywell.fish",
      "share/replywell/responses/en/thanks.mustache",
    ] {
      #expect(FileManager.default.contents(atPath: prefix + "/" + file)?.isEmpty == false, "\(file)")
    }
    // The source tree has no such reply: where it is listed, the installed folder was read.
    try "---\ntitle: My own\nuse-when: Always.\n---\nHello\n"
      .write(toFile: prefix + "/share/" + Self.own, atomically: true, encoding: .utf8)
    let listed = try machine.run(binary, ["responses", "list", "--json"])
    #expect(listed.code == 0 && listed.text.contains("own-words"), "\(listed.text)")

    let removal = try machine.run(Self.installer, ["--uninstall", "--prefix", prefix])
    #expect(removal.code == 0 && removal.text.contains(Self.own), "\(removal.text)")
    #expect(!exists("bin"))
    let left = try FileManager.default.subpathsOfDirectory(atPath: prefix + "/share").sorted()
    // The desk is at the same place by default.
    #expect(left.contains("replywell/desk.sqlite"))
    #expect(
      left.filter { !$0.hasPrefix("replywell/desk.sqlite") }
        == ["replywell", "replywell/responses", "replywell/responses/en", Self.own])
  }

  @Test("an older version is replaced without disturbing who runs it, and leaves nothing behind")
  func replaces() throws {
    try install()
    let givenUp = ["share/replywell/responses/xx/", "share/replywell/responses/xx/given-up.mustache"]
    try FileManager.default.createDirectory(atPath: prefix + "/" + givenUp[0], withIntermediateDirectories: true)
    try "old".write(toFile: prefix + "/" + givenUp[1], atomically: true, encoding: .utf8)
    let before = try String(contentsOfFile: list, encoding: .utf8)
    try (before + givenUp.joined(separator: "\n") + "\n").write(toFile: list, atomically: true, encoding: .utf8)
    let running = try #require(FileHandle(forReadingAtPath: binary))
    defer { try? running.close() }

    try install()
    #expect(!exists(givenUp[0]))
    #expect(try String(contentsOfFile: list, encoding: .utf8) == before)
    // The old file lives on, without a name, as long as somebody has it open.
    var old = stat()
    #expect(fstat(running.fileDescriptor, &old) == 0 && old.st_nlink == 0)
  }

  @Test(
    "what can't be done is refused before anything is changed",
    arguments: [
      (["--frobnicate"], 64, "unknown option --frobnicate"), (["--binary"], 64, "needs a value"),
      (["--uninstall"], 1, "nothing is installed in"), (["--binary", "/nowhere"], 1, "/nowhere is no program"),
      (["--binary", "/bin/true"], 1, "says nothing"),
    ])
  func refuses(arguments: [String], code: Int, complaint: String) throws {
    let result = try machine.run(Self.installer, ["--prefix", prefix] + arguments)
    #expect(Int(result.code) == code && result.text.contains(complaint), "\(result.text)")
    #expect(!FileManager.default.fileExists(atPath: prefix))
  }

  @Test("a file of the user's own is not written over")
  func sparesOthers() throws {
    try FileManager.default.createDirectory(atPath: prefix + "/bin", withIntermediateDirectories: true)
    try "mine".write(toFile: binary, atomically: true, encoding: .utf8)
    let result = try machine.run(Self.installer, ["--prefix", prefix, "--binary", BuiltProgram.path])
    #expect(result.code == 1 && result.text.contains("was not installed by this"), "\(result.text)")
    #expect(try String(contentsOfFile: binary, encoding: .utf8) == "mine")
    #expect(!exists("share"))
  }
}

/// The scripts that make other shells complete replywell's words.
@Suite struct CompletionScriptTests {
  private static let scripts = SourceTree.root + "/Sources/Shell/Completing/Scripts"

  private let machine = Machine()

  /// In `line` REPLYWELL stands for the program; `replaced` is what of its last word readline would replace.
  @Test(
    "bash completes by asking the program",
    arguments: [
      ("REPLYWELL expl", "expl", "explain"), ("REPLYWELL queue ki", "ki", "kind:"),
      ("REPLYWELL queue kind:mes", "mes", "message"), ("REPLYWELL queue 'kind:mes", "kind:mes", "kind:message"),
      ("REPLYWELL queue due:\\<4", "\\<4", "\\<4h"), ("REPLYWELL queue \"due:<4", "due:<4", "due:<4h"),
      ("REPLYWELL  resolve 1 refu", "refu", "refunded"), ("REPLYWELL queue kind:nonsense", "nonsense", ""),
    ])
  func bash(line: String, replaced: String, completed: String) throws {
    let line = line.replacing("REPLYWELL", with: "'\(BuiltProgram.path)'")
    let result = try machine.run(
      "/bin/bash",
      [
        "--norc", "-c",
        """
        source <("$1" completions bash)
        COMP_LINE=$2 COMP_POINT=${#2} COMP_TYPE=9 COMP_WORDS=("$1" "$3") COMP_CWORD=1
        _replywell "$1" "$3" ""
        printf '%s\\n' "${COMPREPLY[@]}"
        """,
        "bash", BuiltProgram.path, line, replaced,
      ])
    #expect(result.text == completed + "\n")
  }

  @Test("zsh can read its script", .enabled(if: Machine.shell("zsh") != nil, "zsh is not installed"))
  func zsh() throws {
    let result = try machine.run(try #require(Machine.shell("zsh")), ["-n", Self.scripts + "/replywell.zsh"])
    #expect(result.code == 0 && result.text.isEmpty, "\(result.text)")
  }

  @Test("fish can read its script, and completes", .enabled(if: Machine.shell("fish") != nil, "fish is not installed"))
  func fish() throws {
    let fish = try #require(Machine.shell("fish"))
    let check = try machine.run(fish, ["-n", Self.scripts + "/replywell.fish"])
    #expect(check.code == 0 && check.text.isEmpty, "\(check.text)")
    let result = try machine.run(
      fish,
      [
        "--no-config", "-c", "$argv[1] completions fish | source; complete -C \"'$argv[1]' queue kind:mes\"",
        BuiltProgram.path,
      ])
    #expect(result.text.hasPrefix("kind:message"), "\(result.text)")
  }
}

/// Programs run to their end, in a home of their own that has a space in its name.
private struct Machine {
  private let folder = ScratchFolder()
  var home: String { folder.path + "/my shop" }

  /// Where a shell is; nil where it is not installed.
  static func shell(_ name: String) -> String? {
    ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + name }.first(
      where: FileManager.default.isExecutableFile(atPath:))
  }

  /// What it printed, complaints included, and its exit code.
  func run(_ program: String, _ arguments: [String]) throws -> (text: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = [
      "HOME": home, "XDG_CONFIG_HOME": home + "/.config", "XDG_DATA_HOME": home + "/.local/share",
      "XDG_STATE_HOME": home + "/.local/state", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
    ]
    // A file, not a pipe: other tests start programs too, which would hold a pipe's end open.
    let written = try folder.file("written", "")
    let output = try #require(FileHandle(forWritingAtPath: written))
    defer { try? output.close() }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    return (try String(contentsOfFile: written, encoding: .utf8), process.terminationStatus)
  }
}
