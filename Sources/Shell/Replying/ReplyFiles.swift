import Foundation
import ServiceDesk

/// The files of canned replies that have been read, each as long as it is not changed on disk: completion asks for all
/// of them at every Tab. The first reading is done beside the prompt, so several threads may ask.
final class ReplyFiles: @unchecked Sendable {
  private struct Version: Equatable {
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }
  private let lock = NSLock()
  private var known: [String: (version: Version, reply: CannedReply)] = [:]

  func read(_ path: String, name: String, language: String) throws(ReplyFault) -> CannedReply {
    let version = Self.version(of: path)
    if let known = lock.withLock({ known[path] }), known.version == version { return known.reply }
    let reply = try ReplyLibrary.read(path, name: name, language: language)
    if let version { lock.withLock { known[path] = (version, reply) } }
    return reply
  }

  private static func version(of path: String) -> Version? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Version(
      size: Int(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }
}
