import DeskStore
import Foundation
import Shell

/// A desk of a test's own, worked on by command lines, with a clock that the test sets.
package final class DeskSession {
  package let folder = ScratchFolder()
  private let clock: Clock
  private var runner: Runner
  private let written = Written()

  private final class Clock: @unchecked Sendable { var now = Date(timeIntervalSince1970: 1_772_442_000) }
  private final class Written {
    var text = ""
    var results = ""
  }

  /// - Parameters:
  ///   - path: of a desk that another session has open too; nil for one of its own.
  ///   - original: the folder of a session that has ended, desk and all, of which this one begins with a copy.
  package init(width: Int = 80, sharing path: String? = nil, copying original: ScratchFolder? = nil) throws {
    if let original {
      for name in try FileManager.default.contentsOfDirectory(atPath: original.path) {
        try FileManager.default.copyItem(atPath: "\(original.path)/\(name)", toPath: "\(folder.path)/\(name)")
      }
    }
    let clock = Clock()
    self.clock = clock
    let environment = Environment(
      variables: ["XDG_CONFIG_HOME": folder.path + "/config"], clock: { clock.now }, home: folder.path,
      loginName: "sam",
      binaryFolder: { [path = folder.path] in path }, width: { width })
    let session = Session(
      desk: try Desk(path: path ?? folder.path + "/desk.sqlite"), options: GlobalOptions(), environment: environment)
    try session.profiles.refresh()
    let written = written
    runner = Runner(
      session: session,
      output: Output(
        results: {
          written.text += $0
          written.results += $0
        }, complaints: { written.text += $0 }, isColored: false))
  }

  package var now: Date {
    get { clock.now }
    set { clock.now = newValue }
  }

  package var session: Session { runner.session }

  /// What the last line printed, without complaints.
  package var results: String { written.results }

  /// Runs a line; gives what it printed, complaints included, and its exit code.
  @discardableResult
  package func run(_ line: String) -> (text: String, code: Int32) {
    written.text = ""
    written.results = ""
    let code = runner.run(line: line)
    return (written.text, code)
  }
}
