import Foundation

/// What happens to a program at one of its calls on files, and at which: `faults.c` says what each kind does.
package struct DiskFault: Sendable, CustomStringConvertible {
  package enum Kind: String, Sendable {
    case kill, torn, full, readonly
    case killAfter = "kill-after"
    case error = "io"
    case errors = "io-on"

    package var isKill: Bool { [.kill, .killAfter, .torn].contains(self) }
  }

  package var kind: Kind
  /// The number of the call, counted from 1.
  package var call: Int

  package init(_ kind: Kind, at call: Int) {
    self.kind = kind
    self.call = call
  }

  package var description: String { "\(kind.rawValue) at call \(call)" }
}

/// `faults.c`, compiled: what is preloaded into a program that shall meet a disk fault.
package enum FaultShim {
  package struct Missing: Error, CustomStringConvertible { package var description: String }

  /// Where the compiled shim is, beside the built program.
  package static func library() throws -> String { try compiled.get() }

  private static let compiled = Result { try compile() }

  private static func compile() throws -> String {
    let folder = (BuiltProgram.path as NSString).deletingLastPathComponent
    // Two runs of the tests may do this at once: each gets its own, and the last one's stays.
    let (made, library) = ("\(folder)/faults-\(getpid()).so", "\(folder)/faults.so")
    let clang = Process()
    clang.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    clang.arguments = [
      "clang", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", made,
      SourceTree.root + "/Tests/TestSupport/faults.c",
    ]
    try clang.run()
    clang.waitUntilExit()
    guard clang.terminationStatus == 0 else {
      throw Missing(
        description: "faults.c can't be compiled: the crash tests need clang, which comes with Swift, in PATH")
    }
    guard rename(made, library) == 0 else { throw Missing(description: "\(library) can't be written") }
    return library
  }

  /// The environment in which a program's calls on files below `folder` are counted, traced and, with a fault, meddled
  /// with.
  package static func environment(folder: String, trace: String, fault: DiskFault?) throws -> [String: String] {
    var variables = ["LD_PRELOAD": try library(), "FAULTS_FOLDER": folder, "FAULTS_TRACE": trace]
    if let fault {
      variables["FAULTS_KIND"] = fault.kind.rawValue
      variables["FAULTS_AT"] = String(fault.call)
    }
    return variables
  }
}
