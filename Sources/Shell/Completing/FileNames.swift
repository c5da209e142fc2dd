import Foundation
import LineEditor

/// Names of files, as they may be typed.
enum FileNames {
  static func candidates(_ partial: String) -> [Completion.Candidate] {
    let slash = partial.lastIndex(of: "/")
    let folder = slash.map { String(partial[...$0]) } ?? ""
    let beginning = slash.map { String(partial[partial.index(after: $0)...]) } ?? partial
    // Nobody but a system's shell knows what ~ is: it is spelled out.
    let spelled = folder.hasPrefix("~/") ? NSHomeDirectory() + folder.dropFirst() : folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: spelled.isEmpty ? "." : spelled)) ?? []
    return names.filter { !$0.hasPrefix(".") || beginning.hasPrefix(".") }.sorted().map { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: spelled + name, isDirectory: &isFolder)
      return Completion.Candidate(folder + name + (isFolder.boolValue ? "/" : ""), isFolder.boolValue ? "folder" : "")
    }
  }
}
