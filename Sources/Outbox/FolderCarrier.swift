import Foundation
import ServiceDesk

/// Puts replies into a Maildir beside the desk: nothing leaves the machine.
package struct FolderCarrier: Carrier {
  package let name = "folder"
  /// The Maildir.
  package let folder: String

  package init(folder: String) { self.folder = folder }

  package func handOver(_ mail: OutgoingMail) throws -> HandOver {
    do {
      for part in ["tmp", "new", "cur"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(part)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      }
    } catch { throw CarrierFault.temporary("the folder \(folder) can't be made") }
    // The file is named by the mail, so that a second attempt meets the first.
    let file = mail.messageID.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    let target = "\(folder)/new/\(file)"
    if FileManager.default.fileExists(atPath: target) || isSeen(file) {
      return .taken
    }
    let temporary = "\(folder)/tmp/\(file)"
    try Self.write(mail.bytes, to: temporary)
    guard rename(temporary, target) == 0 else { throw CarrierFault.temporary("\(target) can't be written") }
    // The name too must be on the disk before the desk says that the reply was sent.
    try Self.sync("\(folder)/new")
    return .taken
  }

  /// Whether a mail program has taken it over meanwhile, under whatever flags.
  private func isSeen(_ file: String) -> Bool {
    let seen = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/cur")) ?? []
    return seen.contains { $0 == file || $0.hasPrefix("\(file):2,") }
  }

  private static func sync(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { throw CarrierFault.temporary("\(folder) can't be read") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw CarrierFault.temporary("\(folder) can't be written to disk") }
  }

  /// Writes and waits until the disk has it.
  private static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { throw CarrierFault.temporary("\(path) can't be written") }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      guard count > 0 else { throw CarrierFault.temporary("\(path) can't be written: the disk may be full") }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw CarrierFault.temporary("\(path) can't be written to disk") }
  }
}
