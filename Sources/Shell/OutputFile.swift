import Foundation

/// Writes what a command was asked to write: all of it or nothing, over whatever was there.
enum OutputFile {
  /// - Parameter mode: the file's permissions; nil: as the person's umask has them.
  /// - Throws: `Complaint` naming the file, when it can't be written.
  static func write(_ text: String, to path: String, mode: Int? = nil) throws {
    let folder = (path as NSString).deletingLastPathComponent
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.isEmpty ? "." : folder, isDirectory: &isFolder),
      isFolder.boolValue
    else {
      throw Complaint("\(path): there is no folder \(folder)", try: "mkdir -p \(Words.quoted(folder))")
    }
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw Complaint("\(path) is a folder", try: "a file in it")
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path) }
    } catch {
      throw Complaint("\(path) can't be written", try: "a file in a folder that you may write to")
    }
  }
}
