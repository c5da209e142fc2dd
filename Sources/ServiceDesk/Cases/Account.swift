import Foundation

/// A seller account on one marketplace.
package struct Account: Sendable, Equatable {
  package var id: Int64
  package var name: String
  package var profile: String
  /// An IANA name.
  package var zone: String
  package var isBusiness: Bool
  /// The seller's own sender addresses, lower-case: mail from them is outgoing.
  package var addresses: [String]
  package var settings: AccountSettings
  /// Of the profile text from which its timers were last derived; nil for an account that has none yet.
  package var profileDigest: String?

  package init(
    id: Int64 = 0, name: String, profile: String, zone: String = "UTC", isBusiness: Bool = false,
    addresses: [String] = [], settings: AccountSettings = AccountSettings()
  ) {
    self.id = id
    self.name = name
    self.profile = profile
    self.zone = zone
    self.isBusiness = isBusiness
    self.addresses = addresses
    self.settings = settings
  }

  package var timeZone: TimeZone { TimeZone(identifier: zone) ?? .gmt }
}

/// What may be set on an account; everything has a default.
package struct AccountSettings: Sendable, Equatable, Codable {
  /// As buyers know the shop.
  package var shop: String?
  /// The address that replies are sent from.
  package var from: String?
  /// `folder`, `sendmail` or `clipboard`; nil: `folder`.
  package var carrier: String?
  /// The command that the sendmail carrier runs, split at spaces; nil: `/usr/sbin/sendmail -i`.
  package var sendmail: String?
  /// As `ShopClock` reads it: `4h mon-fri 09:00-17:00`.
  package var shopClock: String?
  /// Targets that replace the profile's, by metric.
  package var targets: [String: String]?
  /// The marketplace's own ids for this account's marketplaces, as mails carry them.
  package var marketplaceIDs: [String]?
  /// The language of replies where the buyer's can't be told.
  package var language: String?
  /// When to be reminded of deadlines, as `Reminders` reads it: `2h 30m 5m`.
  package var remind: String?

  package init() {}
}
