import Foundation
import HealthCore
import ServiceDesk
import Testing

@testable import Marketplaces

@Suite("The profiles that come with the program")
struct ShippedProfilesTests {
  static let topics = ["start", "limit", "clock", "stop", "automatic", "no-reply", "target"]

  private func profile(_ name: String) throws -> Profile {
    try Profile(name: name, yaml: try #require(ShippedProfiles.yaml(name)))
  }

  @Test(
    "Each can be read, and says for each of the seven topics where its rule is from", arguments: ShippedProfiles.names)
  func rules(name: String) throws {
    let profile = try profile(name)
    #expect(profile.name == name)
    #expect(!profile.title.isEmpty)
    #expect(Set(profile.rules.keys).isSuperset(of: Self.topics))
    for (topic, rule) in profile.rules {
      #expect(!rule.text.isEmpty && !rule.source.isEmpty, "\(topic)")
      #expect(["O", "O-old", "OM", "T", "S", "K"].contains(rule.confidence), "\(topic): \(rule.confidence)")
      #expect(rule.date.wholeMatch(of: /\d{4}(-\d{2})?/) != nil, "\(topic): \(rule.date)")
    }
    #expect(profile.response.limit(for: .message) > 0)
    #expect(!profile.response.windows.isEmpty && profile.response.windows.allSatisfy { $0 > 0 })
  }

  @Test("Senders are lower-case, as they are compared", arguments: ShippedProfiles.names)
  func senders(name: String) throws {
    let senders = try profile(name).senders
    for sender in senders.relays + senders.notices { #expect(sender == sender.lowercased() && !sender.isEmpty) }
  }

  @Test("The files of the folder are those that are registered")
  func register() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Marketplaces/Profiles").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(files) == Set(ShippedProfiles.names.map { "\($0).yaml" }))
    #expect(Set(ShippedProfiles.names).count == ShippedProfiles.names.count)
    #expect(ShippedProfiles.yaml("nowhere") == nil)
  }

  @Test("The plain profile is as the interface promises: 24 hours by the calendar, every message, 90 %")
  func plain() throws {
    let profile = try profile("plain")
    #expect(profile.response == ResponsePolicy())
    #expect(profile.target == Target(value: try #require(Decimal("0.9")), condition: .atLeast))
  }
}
