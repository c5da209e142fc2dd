import Foundation

/// The lines of a file, one after the other, however large it is.
struct LineReader: ~Copyable {
  /// Of the line that was given last, from 1.
  private(set) var number = 0
  private var file: FileBytes
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  init(_ path: String) throws { file = try FileBytes(path) }

  /// The next line that is not empty, without its end; nil after the last.
  mutating func next() throws -> Data? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        number += 1
        if end > start { return Data(buffer[start..<end]) }
        start = end + 1
        searched = start
        continue
      }
      searched = buffer.count - start
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        number += 1
        return Data(buffer[start...])
      }
      buffer.removeFirst(start)
      start = 0
      isAtEnd = try !file.next { buffer += $0 }
    }
  }
}
