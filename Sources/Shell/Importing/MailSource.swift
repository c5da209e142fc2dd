import Foundation
import Intake

/// A file or folder of mails, recognised by looking.
struct MailSource: Sendable {
  let path: String
  let format: MailFormat
  /// In bytes; 0 where it can't be known.
  let size: Int
  /// Of standard input, what was read to recognise it.
  private let beginning: [UInt8]

  init(_ path: String) throws {
    self.path = path
    var isFolder: ObjCBool = false
    if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      beginning = []
      size = 0
      format = .maildir
      guard Self.isMaildir(path) else {
        throw FileRefusal(
          reason: "is a folder, but no Maildir: it has neither cur nor new; name its files instead: \(path)/*.eml")
      }
      return
    }
    var bytes = try FileBytes(path)
    size = bytes.size
    var start: [UInt8] = []
    while start.count < 4096, try bytes.next({ start += $0 }) {}
    beginning = path == "-" ? start : []
    do { format = try MailFormat.recognise(start) } catch { throw FileRefusal(reason: error.reason) }
  }

  private static func isMaildir(_ path: String) -> Bool {
    ["cur", "new"].contains { part in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path)/\(part)", isDirectory: &isFolder) && isFolder.boolValue
    }
  }

  /// Hands over each mail in turn.
  func mails(_ take: (RawMail) throws -> Void) throws {
    switch format {
    case .empty: break
    case .maildir: try maildir(take)
    case .mbox: try mbox(take)
    case .eml: try take(single(path, beginning: beginning))
    }
  }

  private func mbox(_ take: (RawMail) throws -> Void) throws {
    var splitter = MboxSplitter()
    try beginning.withUnsafeBytes { try splitter.feed($0, take) }
    var bytes = try FileBytes(path)
    while try bytes.next({ try splitter.feed($0, take) }) {}
    try splitter.finish(take)
  }

  private func single(_ path: String, beginning: [UInt8] = []) throws -> RawMail {
    var mail = RawMail(bytes: beginning, line: 1)
    var bytes = try FileBytes(path)
    while !mail.isOversized, try bytes.next({ mail.bytes += $0 }) {
      if mail.bytes.count > MboxSplitter.longestMail {
        mail.isOversized = true
        mail.bytes = []
      }
    }
    return mail
  }

  private func maildir(_ take: (RawMail) throws -> Void) throws {
    for part in ["cur", "new"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(part)")) ?? []
      for name in names.sorted() where !name.hasPrefix(".") {
        let file = "\(path)/\(part)/\(name)"
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else {
          continue
        }
        try take(single(file))
      }
    }
  }
}
