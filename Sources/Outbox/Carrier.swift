import Foundation
import ServiceDesk

/// How handing over a reply failed: what to do next depends on which it is.
package enum CarrierFault: Error, Sendable, Equatable {
  /// It was not taken, and may be on another try.
  case temporary(String)
  /// It was not taken, and never will be as it is.
  case permanent(String)
  /// It can't be told whether it was taken.
  case uncertain(String)
}

/// What a carrier did with a reply.
package enum HandOver: Sendable, Equatable {
  /// It is on its way, or lies where it was to be put.
  case taken
  /// It has been prepared, and a person has to do the rest, then say so.
  case prepared(instruction: String)
}

/// Takes replies out of the desk.
package protocol Carrier {
  /// As it is named in an account's settings.
  var name: String { get }
  /// Hands over one reply. Handing over the same reply twice must not send it twice where that can be helped.
  func handOver(_ mail: OutgoingMail) throws -> HandOver
}
