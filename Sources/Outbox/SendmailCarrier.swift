import Foundation
import ServiceDesk

/// Hands replies to a command that speaks as `sendmail` does: the mail on its standard input, the recipient as its
/// last argument.
package struct SendmailCarrier: Carrier {
  package let name = "sendmail"
  /// The program and its own arguments, such as `/usr/sbin/sendmail -i`. No shell sees them.
  package let command: [String]

  package init(command: [String]) { self.command = command }

  package func handOver(_ mail: OutgoingMail) throws -> HandOver {
    guard let program = command.first else { throw CarrierFault.permanent("no sendmail command is set") }
    guard Self.isAddress(mail.to) else { throw CarrierFault.permanent("\(mail.to) is no address to send to") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    // After "--" an address can't be taken for an option, whatever it begins with.
    process.arguments = Array(command.dropFirst()) + ["--", mail.to]
    let input = Pipe()
    let complaints = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = complaints
    do { try process.run() } catch { throw CarrierFault.temporary("\(program) can't be started") }
    do { try input.fileHandleForWriting.write(contentsOf: Data(mail.bytes)) } catch {
      // It closed its input early; its exit code tells the rest.
    }
    try? input.fileHandleForWriting.close()
    let said =
      String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      .split(separator: "\n").first.map(String.init) ?? ""
    process.waitUntilExit()
    guard process.terminationReason == .exit else {
      throw CarrierFault.uncertain("\(program) was ended by a signal while it had the mail")
    }
    switch process.terminationStatus {
    case 0: return .taken
    // EX_TEMPFAIL, EX_OSERR, EX_IOERR, EX_UNAVAILABLE of sysexits.h: another try may do.
    case 75, 71, 74, 69: throw CarrierFault.temporary(said.isEmpty ? "\(program) could not take it now" : said)
    default: throw CarrierFault.permanent(said.isEmpty ? "\(program) refused it" : said)
    }
  }

  /// One address and nothing else. The program would take "a@x, b@y" for two and "|command" for a command, and a buyer's
  /// mail says itself where it is to be answered.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !"|/:".contains(text.prefix(1)) else { return false }
    return text.utf8.count < 320
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.value > 0x20 && !TextGate.isUnsafe(scalar) && !scalar.properties.isWhitespace
          && !"<>,;:()[]\\\"|".unicodeScalars.contains(scalar)
      }
  }
}
