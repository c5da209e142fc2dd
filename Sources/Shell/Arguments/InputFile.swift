import Foundation

/// A file that a command reads, or standard input.
enum InputFile {
  /// In bytes: no message to a buyer is longer, attachments included, and no file of texts needs to be.
  static let longest = 64 << 20

  /// - Parameter command: what reads it, for the complaint.
  static func bytes(of path: String, for command: String) throws -> [UInt8] {
    do { return try FileBytes.all(of: path, atMost: longest) } catch let refusal as FileRefusal {
      throw Complaint(
        "\(path): \(refusal.reason)", try: "\(command) FILE, or - for standard input", exitCode: ExitStatus.rejected)
    }
  }

  static func text(of path: String, for command: String) throws -> String {
    guard let text = String(validating: try bytes(of: path, for: command), as: UTF8.self) else {
      throw Complaint("\(path) is not UTF-8 text", try: "save it as UTF-8", exitCode: ExitStatus.rejected)
    }
    return text
  }
}
