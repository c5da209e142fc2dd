import Foundation
import ServiceDesk
import Testing

@testable import Outbox

@Suite("The sendmail carrier hands over to a command", .serialized)
struct SendmailCarrierTests {
  /// A command that runs `script`, and what it is called with: the mail on its input, the recipient last.
  private func withCommand(_ script: String, _ work: (SendmailCarrier, String) throws -> Void) throws {
    // The program ignores it as well, from its launch on: a command may close its input early.
    signal(SIGPIPE, SIG_IGN)
    try withFolder { folder throws in
      let path = "\(folder)/sendmail"
      try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
      try work(SendmailCarrier(command: [path, "-i"]), folder)
    }
  }

  @Test("It gets the mail on its input, and its recipient where none can be an option")
  func taken() throws {
    try withCommand("cat > \"$(dirname \"$0\")/mail\"; printf '%s|' \"$@\" > \"$(dirname \"$0\")/words\"") {
      carrier, folder throws in
      #expect(try carrier.handOver(outgoing(to: "-oQ/tmp@x.example")) == .taken)
      #expect(FileManager.default.contents(atPath: folder + "/mail") == Data(outgoing(to: "-oQ/tmp@x.example").bytes))
      #expect(try String(contentsOfFile: folder + "/words", encoding: .utf8) == "-i|--|-oQ/tmp@x.example|")
    }
  }

  @Test(
    "Its exit code says what to do next",
    arguments: [
      (75, CarrierFault.temporary("try later")), (71, .temporary("try later")), (74, .temporary("try later")),
      (69, .temporary("try later")), (1, .permanent("try later")), (67, .permanent("try later")),
    ] as [(Int, CarrierFault)])
  func exitCodes(code: Int, fault: CarrierFault) throws {
    try withCommand("cat > /dev/null; echo try later >&2; echo more >&2; exit \(code)") { carrier, _ throws in
      #expect(throws: fault) { try carrier.handOver(outgoing()) }
    }
  }

  @Test("A silent failure is told in our own words", arguments: [1, 75])
  func silent(code: Int) throws {
    try withCommand("cat > /dev/null; exit \(code)") { carrier, _ throws in
      let fault = #expect(throws: CarrierFault.self) { try carrier.handOver(outgoing()) }
      switch fault {
      case .permanent(let reason), .temporary(let reason): #expect(reason.contains("sendmail"))
      default: Issue.record("it is \(String(describing: fault))")
      }
    }
  }

  @Test("One that never reads its input says by its exit code what became of the mail")
  func unreadInput() throws {
    // More than a pipe holds.
    let long = outgoing(text: String(repeating: "Hello Dana\n", count: 20_000))
    try withCommand("exit 1") { carrier, _ throws in
      let fault = #expect(throws: CarrierFault.self) { try carrier.handOver(long) }
      guard case .permanent = fault else {
        Issue.record("it is \(String(describing: fault))")
        return
      }
    }
  }

  @Test("Ended by a signal, nobody knows whether it went out")
  func signalled() throws {
    try withCommand("cat > /dev/null; kill -KILL $$") { carrier, _ throws in
      let fault = #expect(throws: CarrierFault.self) { try carrier.handOver(outgoing()) }
      guard case .uncertain = fault else {
        Issue.record("it is \(String(describing: fault))")
        return
      }
    }
  }

  @Test("A command that isn't there may be there later, and none at all never is")
  func missing() {
    let absent = SendmailCarrier(command: ["/nowhere/sendmail"])
    #expect(throws: CarrierFault.temporary("/nowhere/sendmail can't be started")) { try absent.handOver(outgoing()) }
    #expect(throws: CarrierFault.self) { try SendmailCarrier(command: []).handOver(outgoing()) }
  }

  @Test("The clipboard carrier copies for a person, where there is a terminal and it takes as much")
  func clipboard() throws {
    var written = ""
    let carrier = ClipboardCarrier { written += $0 }
    guard case .prepared = try carrier.handOver(outgoing(text: "Grüße")) else {
      Issue.record("it was taken")
      return
    }
    #expect(written == "\u{1B}]52;c;\(Data("Grüße".utf8).base64EncodedString())\u{07}")
    #expect(throws: CarrierFault.self) { try carrier.handOver(outgoing(text: String(repeating: "a", count: 80_000))) }
    #expect(throws: CarrierFault.self) { try ClipboardCarrier(terminal: nil).handOver(outgoing()) }
  }
}
