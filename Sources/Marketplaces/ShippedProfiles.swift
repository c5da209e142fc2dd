import Foundation

/// The profiles that come with the program, embedded in it as they are written.
package enum ShippedProfiles {
  /// In the order in which they are shown.
  package static let all: [(name: String, yaml: @Sendable () -> String)] = [
    ("amazon", { text(PackageResources.amazon_yaml) }),
    ("amazon-business", { text(PackageResources.amazon_business_yaml) }),
    ("alibaba", { text(PackageResources.alibaba_yaml) }),
    ("ebay", { text(PackageResources.ebay_yaml) }),
    ("walmart", { text(PackageResources.walmart_yaml) }),
    ("etsy", { text(PackageResources.etsy_yaml) }),
    ("plain", { text(PackageResources.plain_yaml) }),
  ]

  package static var names: [String] { all.map(\.name) }

  /// The profile's YAML; nil where none of that name is shipped.
  package static func yaml(_ name: String) -> String? { all.first { $0.name == name }?.yaml() }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
