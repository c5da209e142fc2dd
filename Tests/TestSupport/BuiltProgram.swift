import Foundation

/// The program that was built beside the tests.
package enum BuiltProgram {
  package static let path: String = {
    let tests = (CommandLine.arguments[0] as NSString).deletingLastPathComponent
    let beside = tests + "/replywell"
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : SourceTree.root + "/.build/debug/replywell"
  }()
}
