import Foundation
import Synchronization

/// The files of the desks that this process has open.
///
/// SQLite's locks are the process's, and go when it closes any descriptor of the file, even one that it only read by
/// ("How To Corrupt An SQLite Database File", 2.2): another program then takes the desk for left, and puts away the log
/// that is still written to. So nothing but SQLite opens a file before it was looked up here.
enum OpenDesks {
  private static let files = Mutex<[FileIdentity: Int]>([:])

  static func add(_ path: String) -> FileIdentity? {
    guard path != ":memory:", let file = FileIdentity(of: path) else { return nil }
    files.withLock { $0[file, default: 0] += 1 }
    return file
  }

  static func remove(_ file: FileIdentity) {
    files.withLock { files in
      files[file, default: 1] -= 1
      if files[file] == 0 { files[file] = nil }
    }
  }

  /// Whether a file is one of them, by whatever name it is called.
  static func hold(_ path: String) -> Bool {
    guard let file = FileIdentity(of: path) else { return false }
    return files.withLock { $0[file] != nil }
  }
}

/// A file as the system knows it.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let number: UInt64

  /// - Returns: nil where there is no such file.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}
