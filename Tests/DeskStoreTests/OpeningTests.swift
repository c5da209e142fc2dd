import Foundation
import GRDB
import ServiceDesk
import TestSupport
import Testing

@testable import DeskStore

/// What the file of a desk goes through when it is opened and looked into.
@Suite("Opening a desk") struct OpeningTests {
  private let folder = ScratchFolder()
  private var path: String { folder.path + "/desk.sqlite" }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  @Test("who only reads writes nothing, and waits for no disk") func readingWritesNothing() throws {
    let desk = try Desk(path: path)
    desk.foldLog()
    desk.close()
    let before = try bytes(path)
    let again = try Desk(path: path)
    #expect(try again.accounts().isEmpty)
    // SQLite makes the log's file when it first reads; anything written would be in it.
    #expect(try bytes(path + "-wal").isEmpty)
    again.close()
    #expect(try bytes(path) == before)
  }

  @Test("a desk and a restored backup keep a write-ahead log") func log() throws {
    let desk = try Desk(path: path)
    let backup = folder.path + "/desk.backup"
    _ = try desk.backup(to: backup)
    #expect(try DeskHeader(of: backup).hasLog == false)
    try desk.restore(from: backup)
    desk.close()
    #expect(try DeskHeader(of: path).hasLog)
    // A backup that is worked on becomes a desk.
    try Desk(path: backup).close()
    #expect(try DeskHeader(of: backup).hasLog)
  }

  @Test("another program's database stays as it is") func foreign() throws {
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine')") }
    try other.close()
    let before = try bytes(path)
    #expect(throws: DeskFault.notADesk(path: path)) { try Desk(path: path) }
    #expect(try bytes(path) == before && !Desk.isOpen(path))
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }

  @Test("SQLite's lock on an open desk outlives every look at the file, by any name") func lock() throws {
    let desk = try Desk(path: path)
    _ = try desk.accounts()
    #expect(try isLocked())
    let link = folder.path + "/link.sqlite"
    try FileManager.default.linkItem(atPath: path, toPath: link)
    for name in [path, link] {
      #expect(Desk.isDesk(name) && Desk.isOpen(name))
      #expect(throws: (any Error).self) { try desk.backup(to: name) }
      #expect(throws: (any Error).self) { try desk.restore(from: name) }
      #expect(try isLocked(), "\(name)")
    }
    let second = try Desk(path: path)
    _ = try second.accounts()
    second.close()
    #expect(try isLocked())
    desk.close()
    #expect(try !isLocked() && !Desk.isOpen(path) && Desk.isDesk(path))
  }

  /// Whether this process holds SQLite's lock of readers on the desk: bytes from 2^30 + 2 on (SQLite's os.h).
  private func isLocked() throws -> Bool {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let number = try #require(attributes[.systemFileNumber] as? UInt64)
    return try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n").contains {
      $0.contains(" \(getpid()) ") && $0.contains(":\(number) 1073741826 ")
    }
  }
}
