import Foundation

/// A folder of a test's own, gone when the test is.
package final class ScratchFolder: Sendable {
  package let path: String

  package init() {
    path = FileManager.default.temporaryDirectory.path + "/replywell-test-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func file(_ name: String, _ text: String) throws -> String {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}

/// Places in the source tree.
package enum SourceTree {
  /// The package's root.
  package static let root = (0..<3).reduce(#filePath) { path, _ in (path as NSString).deletingLastPathComponent }
  package static let transcripts = root + "/Tests/Transcripts"
  /// Real data beside the project; not everybody has it.
  package static let sharedData = root + "/../shared/data"

  package static var hasSharedData: Bool { FileManager.default.fileExists(atPath: sharedData) }
}
