import DeskStore
import Foundation

/// The bytes of a file or of standard input, in pieces.
struct FileBytes: ~Copyable {
  private let descriptor: Int32
  private let isOwned: Bool
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  /// In bytes; 0 where it can't be known.
  let size: Int

  /// - Parameter path: `-` is standard input.
  init(_ path: String) throws {
    if path == "-" {
      descriptor = 0
      isOwned = false
      size = 0
      return
    }
    descriptor = try Self.opened(path)
    isOwned = true
    var status = stat()
    size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  private static func opened(_ path: String) throws -> Int32 {
    guard !Desk.isOpen(path) else { throw FileRefusal(reason: "is the desk itself") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileRefusal(reason: String(cString: strerror(errno)).lowercased()) }
    return descriptor
  }

  deinit { if isOwned { close(descriptor) } }

  /// Passes the next bytes on; false at the end.
  mutating func next(_ body: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
    let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { return true }
    guard count >= 0 else { throw FileRefusal(reason: String(cString: strerror(errno)).lowercased()) }
    guard count > 0 else { return false }
    try buffer.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    return true
  }
}

extension FileBytes {
  /// The whole file; one that is longer than `limit`, in bytes, is refused.
  static func all(of path: String, atMost limit: Int) throws -> [UInt8] {
    var bytes = try FileBytes(path)
    var content: [UInt8] = []
    while content.count <= limit, try bytes.next({ content += $0 }) {}
    guard content.count <= limit else {
      throw FileRefusal(reason: "is longer than \(limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit >> 10) KiB")")
    }
    return content
  }
}

/// Why a file is not taken at all.
struct FileRefusal: Error, Sendable {
  var reason: String
  var line = 0
}
