import Foundation
import TestSupport
import Testing

@Suite("Files are found and made by any name that the system allows")
struct PathTests {
  // Foundation's NSString takes folders apart by Characters: it stops the process at a name of one Character, and a
  // slash that a combining accent follows is none to it.
  private static let names = ["d", "é", "\u{301}", "\r\n", "new/\u{301}b", "new/\u{200D}/\r\n", "\u{301}/b"]

  @Test("a desk and its backup, named from the folder that one works in", arguments: names)
  func desk(name: String) throws {
    let folder = ScratchFolder()
    let added = try run(["--desk", "./" + name, "account", "add", "amazon-us", "--profile", "amazon"], in: folder)
    #expect(added.code == 0, "\(added.text)")
    let again = try run(["--desk", name, "account", "list"], in: folder)
    #expect(again.text.contains("amazon-us"))
    let backup = try run(["--desk", "./" + name, "backup", "--", name + "."], in: folder)
    #expect(backup.code == 0, "\(backup.text)")
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/\(name)."))
  }

  @Test("a file that is written or read", arguments: names)
  func files(name: String) throws {
    let folder = ScratchFolder()
    _ = try folder.file(name, "feedback_id,order_id,rating,comment,left_at\nf1,114-1,5,Fine,2026-01-20\n")
    let added = try run(["--desk", "desk", "account", "add", "amazon-us", "--profile", "amazon"], in: folder)
    #expect(added.code == 0, "\(added.text)")
    let imported = try run(["--desk", "desk", "import", "feedback", "--", name], in: folder)
    #expect(imported.code == 0, "\(imported.text)")
    let exported = try run(["--desk", "desk", "export", "feedback", "--output", name + "x"], in: folder)
    #expect(exported.code == 0, "\(exported.text)")
    #expect(try String(contentsOfFile: "\(folder.path)/\(name)x", encoding: .utf8).contains("Fine"))
    let report = try run(["--desk", "desk", "report", "--", name], in: folder)
    #expect(report.code == 64, "\(report.text)")
  }

  private func run(_ arguments: [String], in folder: ScratchFolder) throws -> (code: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationReason == .exit ? process.terminationStatus : -1, text)
  }
}
