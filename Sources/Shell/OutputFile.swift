import DeskStore
import Foundation

/// Writes what a command was asked to write: all of it or nothing, over whatever was there.
enum OutputFile {
  /// - Parameter mode: the file's permissions; nil: as the person's umask has them.
  /// - Throws: `Complaint` naming the file, when it can't be written.
  static func write(_ text: String, to path: String, mode: Int? = nil) throws {
    try check(path)
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path) }
    } catch { throw unwritable(path) }
  }

  /// The same for what is made piece by piece, readable by its owner alone.
  static func stream(to path: String, _ body: (_ write: (String) throws -> Void) throws -> Void) throws {
    try check(path)
    let draft = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    let file = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw unwritable(path) }
    defer {
      close(file)
      unlink(draft)
    }
    var pending = ""
    func flush() throws {
      guard DescriptorOutput.write(pending, to: file) else {
        guard errno == ENOSPC else { throw unwritable(path) }
        throw Complaint(
          "\(path): the disk is full; nothing was written", try: "make room, then the same again",
          exitCode: ExitStatus.unavailable)
      }
      pending = ""
    }
    try body { text in
      pending += text
      if pending.utf8.count > 1 << 16 { try flush() }
    }
    try flush()
    guard fsync(file) == 0, rename(draft, path) == 0 else { throw unwritable(path) }
  }

  private static func unwritable(_ path: String) -> Complaint {
    Complaint("\(path) can't be written", try: "a file in a folder that you may write to")
  }

  /// Whoever mistypes a name must not lose a desk, or a backup of one.
  static func spareDesk(_ path: String) throws {
    guard Desk.isDesk(path) else { return }
    throw Complaint("\(path) is a desk, or a backup of one; nothing was written", try: "another file")
  }

  private static func check(_ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().relativePath
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw Complaint("\(path): there is no folder \(folder)", try: "mkdir -p \(Words.quoted(folder))")
    }
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw Complaint("\(path) is a folder", try: "a file in it")
    }
    try spareDesk(path)
  }
}
