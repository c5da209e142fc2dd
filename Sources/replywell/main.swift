import Foundation
import Shell

let process = ProcessInfo.processInfo
var environment = Environment(
  variables: process.environment, clock: { Date() },
  home: process.environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory(),
  loginName: NSUserName(),
  binaryFolder: {
    let binary = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return binary.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path } ?? "."
  },
  width: {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    // Into a pipe or a file everything goes whole; a terminal that doesn't tell has the usual width.
    return isatty(STDOUT_FILENO) != 0 ? 80 : Page.whole
  },
  height: {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 ? Int(size.ws_row) : 24
  })
environment.zone = { .current }
exit(Launch.run(arguments: Array(CommandLine.arguments.dropFirst()), environment: environment))
