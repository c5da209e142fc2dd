import Foundation
import ServiceDesk

/// Copies the reply to the terminal's clipboard (OSC 52), to be pasted into the marketplace's own form.
package struct ClipboardCarrier: Carrier {
  package let name = "clipboard"
  /// Terminals take no more, in bytes of base64.
  static let longest = 74_994
  /// Writes to the terminal; nil where there is none.
  package let terminal: ((String) -> Void)?

  package init(terminal: ((String) -> Void)?) { self.terminal = terminal }

  package func handOver(_ mail: OutgoingMail) throws -> HandOver {
    guard let terminal else {
      throw CarrierFault.temporary("there is no terminal to copy to; send it from the shell, or set another carrier")
    }
    let encoded = Data(mail.text.utf8).base64EncodedString()
    guard encoded.utf8.count <= Self.longest else { throw CarrierFault.permanent("it is too long for the clipboard") }
    terminal("\u{1B}]52;c;\(encoded)\u{07}")
    return .prepared(instruction: "copied: paste it into the marketplace's form, then")
  }
}
