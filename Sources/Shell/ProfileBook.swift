import DeskStore
import Foundation
import Marketplaces
import ServiceDesk

/// Finds the profile of an account. Reading YAML costs more than a whole start, so the desk keeps what was compiled
/// from it, by the digest of the text.
package struct ProfileBook {
  private let desk: Desk
  /// Where the user's own profiles are.
  private let folder: String

  init(desk: Desk, folder: String) {
    self.desk = desk
    self.folder = folder
  }

  /// The names that may be given to `--profile`.
  package var names: [String] {
    let own = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return ShippedProfiles.names
      + own.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
      .filter { !ShippedProfiles.names.contains($0) }.sorted()
  }

  /// The profile of that name, the user's own before the shipped one.
  package func profile(named name: String) throws -> Profile {
    guard let yaml = try text(name) else {
      throw Complaint.usage(
        "there is no profile \(name)", try: "one of \(names.joined(separator: ", ")), or write \(folder)/\(name).yaml")
    }
    return try Profile(name: name, yaml: yaml)
  }

  package func profile(of account: Account) throws -> Profile {
    try compiled(Profile.self, of: account) ?? profile(named: account.profile)
  }

  /// What the desk keeps of an account's profile, or of that a part: only what is asked for is decoded.
  private func compiled<Part: Decodable>(_ part: Part.Type, of account: Account) throws -> Part? {
    guard let yaml = try text(account.profile),
      let kept = try desk.compiledProfile(of: account, digest: Self.digest(yaml)), let end = kept.range(of: "\n\n")
    else { return nil }
    return try? JSONDecoder().decode(part, from: Data(kept[end.upperBound...].utf8))
  }

  /// The parts of a profile that every batch of an import asks for, and every list of cases.
  private struct Clocks: Decodable {
    var response: ResponsePolicy
    var deadlines: CaseDeadlines
  }

  func policy(of account: Account) throws -> ResponsePolicy {
    try compiled(Clocks.self, of: account)?.response ?? profile(of: account).response
  }

  func deadlines(of account: Account) throws -> CaseDeadlines {
    try compiled(Clocks.self, of: account)?.deadlines ?? profile(of: account).deadlines
  }

  private struct Rules: Decodable { var rules: [String: Profile.Rule] }

  /// A rule in words.
  func rule(_ topic: String, of account: Account) throws -> Profile.Rule {
    try compiled(Rules.self, of: account)?.rules[topic] ?? profile(of: account).rule(topic)
  }

  /// What an account's figures should be. The goals stand before the compiled profile in plain lines, as they are asked
  /// for at every start, and decoding the whole costs more than the rest of one.
  package func goals(of account: Account) throws -> HealthGoals {
    if let yaml = try text(account.profile),
      let kept = try desk.compiledProfile(of: account, digest: Self.digest(yaml)),
      let end = kept.range(of: "\n\n"), let goals = HealthGoals(kept[..<end.lowerBound])
    {
      return goals
    }
    return HealthGoals(of: try profile(of: account))
  }

  /// The windows and the target of an account's response rate.
  package func goal(of account: Account) throws -> ResponseGoal { try goals(of: account).response }

  package func engine(of account: Account) throws -> TimerEngine {
    let policy = try policy(of: account)
    let clock = account.settings.shopClock.flatMap { ShopClock($0, zone: account.zone) }
    return TimerEngine(policy: policy, shopClock: clock)
  }

  /// Compiles what has changed since the desk was last open, and has the timers that depend on it made anew.
  package func refresh() throws {
    for account in try desk.accounts() {
      guard let yaml = try text(account.profile) else { continue }
      let digest = Self.digest(yaml)
      guard account.profileDigest != digest else { continue }
      let profile = try Profile(name: account.profile, yaml: yaml)
      let compiled =
        "\(HealthGoals(of: profile))\n\n" + String(decoding: try JSONEncoder().encode(profile), as: UTF8.self)
      try desk.keepCompiledProfile(compiled, of: account, digest: digest)
    }
  }

  private func text(_ name: String) throws -> String? {
    guard !name.contains("/"), !name.hasPrefix(".") else { return nil }
    let own = "\(folder)/\(name).yaml"
    if access(own, R_OK) == 0 {
      guard let data = FileManager.default.contents(atPath: own), data.count < 1 << 20 else {
        throw Complaint("\(own) can't be read", try: "a profile of under 1 MiB")
      }
      return String(decoding: data, as: UTF8.self)
    }
    return ShippedProfiles.yaml(name)
  }

  /// FNV-1a of the text, with the version of the compiled form: not a secret, only a sign of change.
  private static func digest(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return "5:" + String(hash, radix: 16)
  }
}

extension Session {
  /// Whose rules a question goes by: the profile named, else the account's, else the only one's there is.
  ///
  /// - Parameters:
  ///   - command: what asks, for the complaint.
  ///   - usual: the profile to go by where nothing says.
  func askedProfile(_ name: String?, for command: String, else usual: String? = nil) throws -> Profile {
    if let name { return try profiles.profile(named: name) }
    if let account = try chosenAccount() { return try profiles.profile(of: account) }
    let accounts = try desk.accounts()
    guard Set(accounts.map(\.profile)).count == 1 else {
      if let usual { return try profiles.profile(named: usual) }
      throw Complaint.usage("\(command) needs to know whose rules", try: "--profile amazon")
    }
    return try profiles.profile(of: accounts[0])
  }
}
