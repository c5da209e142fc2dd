import Foundation

/// What the first bytes of a file say of the desk in it (SQLite's file format, 1.3).
struct DeskHeader {
  /// "RPLW": tells a desk's file from any other SQLite database.
  static let applicationID = 0x5250_4C57

  /// Of the tables.
  let version: Int
  /// Whether it keeps a write-ahead log, as a desk does from its first instant on and a backup never.
  let hasLog: Bool

  /// - Throws: `DeskFault.cannotOpen`, or `.notADesk`.
  init(of path: String) throws {
    guard !OpenDesks.hold(path) else {
      version = Desk.version
      hasLog = true
      return
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw DeskFault.cannotOpen(path: path, reason: "it is not there, or can't be read")
    }
    defer { try? file.close() }
    guard let bytes = try? file.read(upToCount: 72), bytes.count == 72 else { throw DeskFault.notADesk(path: path) }
    func number(at place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
    guard number(at: 68) == Self.applicationID else { throw DeskFault.notADesk(path: path) }
    version = number(at: 60)
    hasLog = bytes[18] == 2
  }

  func refuseLater(_ path: String) throws {
    if version > Desk.version { throw DeskFault.newer(path: path, version: version) }
  }
}
