import CEditline
import Foundation

/// The lines of earlier sessions, in libedit's own format. Each line is appended as it is entered, so that several
/// shells can share the file and none loses lines when it is killed.
struct HistoryFile {
  static let mostLines = 5000
  private static let cookie = "_HiStOrY_V2_\n"
  /// A file larger than this is written anew, with the newest lines only, in bytes.
  private static let largest = 1 << 20

  let path: String

  func load(into history: OpaquePointer) {
    guard rw_history_load(history, path) >= 0 else { return }
    var status = stat()
    if stat(path, &status) == 0, status.st_size > Self.largest { _ = rw_history_save(history, path) }
  }

  func append(_ line: String) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().relativePath
    if access(folder, F_OK) != 0 {
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    // A history that can't be kept is no reason to stop working.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    let isNew = fstat(descriptor, &status) == 0 && status.st_size == 0
    let text = Array(((isNew ? Self.cookie : "") + Self.encoded(line) + "\n").utf8)
    _ = text.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// As vis(3) writes it: everything but letters, digits and a few signs in octal.
  private static func encoded(_ line: String) -> String {
    line.utf8.reduce(into: "") { output, byte in
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 || byte == 0x2D
      if isPlain {
        output.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let octal = String(byte, radix: 8)
        output += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
      }
    }
  }
}
