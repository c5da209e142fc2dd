import Foundation
import ServiceDesk

/// A case as it was resolved, with what may be asked about why it arose. It names no person.
package struct SettledCase: Sendable, Equatable {
  package var id: Int64
  package var account: String
  package var kind: CaseKind
  package var order: String?
  package var at: Date
  /// When the buyer was last answered before that; nil: never from here.
  package var answeredAt: Date?
  package var resolution: Resolution
  /// What was ordered; nil where that is not known.
  package var product: String?
  package var carrier: String?
  /// The order counts against the seller in the order defect rate.
  package var isDefect: Bool

  package init(
    id: Int64, account: String, kind: CaseKind, order: String?, at: Date, resolution: Resolution,
    product: String? = nil, carrier: String? = nil, isDefect: Bool = false
  ) {
    self.id = id
    self.account = account
    self.kind = kind
    self.order = order
    self.at = at
    self.resolution = resolution
    self.product = product
    self.carrier = carrier
    self.isDefect = isDefect
  }
}
