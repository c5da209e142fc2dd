import Foundation
import Shell

let process = ProcessInfo.processInfo
let environment = Environment(
  variables: process.environment, clock: { Date() },
  home: process.environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory(),
  loginName: NSUserName(),
  binaryFolder: ((try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) as NSString?)?
    .deletingLastPathComponent ?? ".",
  width: {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  })
exit(Launch.run(arguments: Array(CommandLine.arguments.dropFirst()), environment: environment))
