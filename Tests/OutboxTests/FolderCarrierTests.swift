import Foundation
import Mail
import ServiceDesk
import Testing

@testable import Outbox

@Suite("The folder carrier keeps replies on this machine")
struct FolderCarrierTests {
  private func files(_ folder: String, _ part: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)")
  }

  @Test("A reply lies in the Maildir, whole and readable by its owner alone")
  func written() throws {
    try withFolder { folder throws in
      #expect(try FolderCarrier(folder: folder + "/desk.outbox").handOver(outgoing()) == .taken)
      let name = try #require(try files(folder + "/desk.outbox", "new").first)
      let path = "\(folder)/desk.outbox/new/\(name)"
      #expect(FileManager.default.contents(atPath: path) == Data(outgoing().bytes))
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
      #expect(try files(folder + "/desk.outbox", "tmp") == [])
    }
  }

  @Test("Twice is once, and another reply is another file")
  func twice() throws {
    try withFolder { folder throws in
      let carrier = FolderCarrier(folder: folder)
      #expect(try carrier.handOver(outgoing()) == .taken)
      #expect(try carrier.handOver(outgoing()) == .taken)
      #expect(try files(folder, "new").count == 1)
      #expect(try carrier.handOver(outgoing(messageID: "<two@lampshop.example>")) == .taken)
      #expect(try files(folder, "new").count == 2)
    }
  }

  @Test("What a mail program has seen meanwhile is not written again", arguments: [":2,", ":2,S", ":2,RS", ":2,FS"])
  func seen(flags: String) throws {
    try withFolder { folder throws in
      let carrier = FolderCarrier(folder: folder)
      #expect(try carrier.handOver(outgoing()) == .taken)
      let name = try #require(try files(folder, "new").first)
      try FileManager.default.moveItem(atPath: "\(folder)/new/\(name)", toPath: "\(folder)/cur/\(name)\(flags)")
      #expect(try carrier.handOver(outgoing()) == .taken)
      #expect(try files(folder, "new") == [])
    }
  }

  @Test("A message id can't lead out of the folder")
  func hostileID() throws {
    try withFolder { folder throws in
      #expect(
        try FolderCarrier(folder: folder + "/out").handOver(outgoing(messageID: "<../../evil@x.example>")) == .taken)
      #expect(try files(folder + "/out", "new").count == 1)
      #expect(try files(folder, "") == ["out"])
    }
  }

  @Test("A folder that can't be made is a fault that may pass")
  func noFolder() throws {
    try withFolder { folder throws in
      try Data().write(to: URL(fileURLWithPath: folder + "/file"))
      let fault = #expect(throws: CarrierFault.self) {
        try FolderCarrier(folder: folder + "/file").handOver(outgoing())
      }
      guard case .temporary = fault else {
        Issue.record("it is \(String(describing: fault))")
        return
      }
    }
  }
}
