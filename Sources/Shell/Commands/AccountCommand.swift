import ArgumentParser
import Foundation
import HealthCore
import ServiceDesk

struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "The seller accounts of this desk.",
    subcommands: [AccountAdd.self, AccountList.self, AccountSet.self, AccountRules.self],
    defaultSubcommand: AccountList.self)
}

struct AccountAdd: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a seller account.", discussion: discussion())
  static let examples = [
    Example("account add amazon-uk --profile amazon --zone Europe/London", "an account on Amazon"),
    Example(
      "account add shop --profile plain --address service@lampshop.example", "a shop of one's own, with its address"),
  ]

  @Argument(help: "What to call it.") var name: String
  @Option(help: "The marketplace's rules.", completion: .values(.profiles)) var profile: String
  @Option(help: "Its time zone, as Europe/Berlin.") var zone = "UTC"
  @Flag(help: "It sells to businesses.") var business = false
  @Option(parsing: .upToNextOption, help: "The seller's own addresses: mail from them is outgoing.") var address:
    [String] = []

  func run(in session: inout Session) throws -> any Answer {
    guard !name.isEmpty, name.count <= 40, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }),
      !name.hasPrefix("-")
    else {
      throw Complaint.usage("\(name) is no name for an account", try: "letters, digits and hyphens, such as amazon-us")
    }
    let rules = try session.profiles.profile(named: profile)
    try AccountSet.checkZone(zone)
    let added = try session.desk.add(
      Account(
        name: name, profile: rules.name, zone: zone, isBusiness: business, addresses: address.map { $0.lowercased() }))
    try session.profiles.refresh()
    return AccountsAnswer(accounts: [added], heading: "added; next: import mail FILE --account \(name)")
  }
}

struct AccountList: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the accounts.", discussion: discussion())
  static let examples = [Example("account list", "all"), Example("account list --json", "the same, for a script")]

  func run(in session: inout Session) throws -> any Answer {
    AccountsAnswer(accounts: try session.desk.accounts(), heading: nil)
  }
}

struct AccountSet: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change an account.",
    discussion: discussion(
      "Settings: zone, profile, business, address, shop, from, carrier (folder, sendmail, clipboard), sendmail (its command), shop-clock, language, marketplace-id, remind (before deadlines, as 2h 30m 5m), target METRIC."
    ))
  static let examples = [
    Example("account set amazon-us shop-clock \"4h mon-fri 09:00-17:00\"", "the shop's own clock"),
    Example("account set amazon-us target response-rate 0.95", "a target of one's own"),
  ]

  @Argument(help: "The account.", completion: .values(.accounts)) var name: String
  @Argument(help: "The setting.") var setting: String
  @Argument(parsing: .allUnrecognized, help: "Its value; none: back to what it was.") var value: [Word] = []

  func run(in session: inout Session) throws -> any Answer {
    var account = try session.desk.account(named: name)
    var words = try value.texts()
    let text = words.joined(separator: " ")
    let optional = words.isEmpty ? nil : text
    switch setting {
    case "zone":
      try Self.checkZone(text)
      account.zone = text
    case "profile": account.profile = try session.profiles.profile(named: text).name
    case "business": account.isBusiness = ["true", "1", "yes"].contains(text)
    case "address": account.addresses = words.map { $0.lowercased() }
    case "shop": account.settings.shop = optional
    case "from":
      guard optional?.contains("@") ?? true else {
        throw Complaint.usage("\(text) is no address", try: "account set \(name) from service@lampshop.example")
      }
      account.settings.from = optional
    case "carrier":
      guard optional.map({ ["folder", "sendmail", "clipboard"].contains($0) }) ?? true else {
        throw Complaint.usage(
          "there is no carrier \(text)", try: "account set \(name) carrier folder, sendmail or clipboard")
      }
      account.settings.carrier = optional
    case "sendmail": account.settings.sendmail = optional
    case "language": account.settings.language = optional
    case "remind":
      guard optional.map({ Reminders($0) != nil }) ?? true else {
        throw Complaint.usage("\(text) is no list of times", try: "account set \(name) remind \"2h 30m 5m\", or off")
      }
      account.settings.remind = optional
    case "marketplace-id": account.settings.marketplaceIDs = words.isEmpty ? nil : words
    case "shop-clock":
      guard optional.map({ ShopClock($0, zone: account.zone) != nil }) ?? true else {
        throw Complaint.usage(
          "\(text) is no shop clock", try: "account set \(name) shop-clock \"4h mon-fri 09:00-12:30,13:00-17:00\"")
      }
      account.settings.shopClock = optional
    case "target":
      guard let metric = words.first else {
        throw Complaint.usage("target needs a metric", try: "account set \(name) target response-rate 0.95")
      }
      words.removeFirst()
      try Self.checkTarget(metric, words.first, account: name)
      var targets = account.settings.targets ?? [:]
      targets[metric] = words.first
      account.settings.targets = targets.isEmpty ? nil : targets
    default:
      let known = [
        "zone", "profile", "business", "address", "shop", "from", "carrier", "sendmail", "shop-clock", "language",
        "marketplace-id", "remind", "target",
      ]
      throw Complaint.usage("accounts have no setting \(setting)", try: known.joined(separator: ", "))
    }
    try session.desk.update(account)
    try session.profiles.refresh()
    return AccountsAnswer(accounts: [account], heading: "changed")
  }

  static func checkZone(_ zone: String) throws {
    guard TimeZone(identifier: zone) != nil, !zone.isEmpty else {
      throw Complaint.usage(
        "there is no time zone \(zone)", try: "an IANA name, such as Europe/Berlin or America/Los_Angeles")
    }
  }

  private static func checkTarget(_ metric: String, _ value: String?, account: String) throws {
    guard MetricID(rawValue: metric) != nil else {
      let near = Nearest.names(to: metric, among: MetricID.allCases.map(\.rawValue))
      throw Complaint.usage(
        "there is no figure \(metric)",
        try: near.isEmpty ? "account set \(account) target response-rate 0.95" : near.joined(separator: ", "))
    }
    if MetricID(rawValue: metric)?.unit == .share, let share = value.flatMap({ HealthCore.Decimal($0) }),
      share.numerator > share.denominator
    {
      throw Complaint.usage(
        "\(value ?? "") is no share: 1 is all of them",
        try: "0.005 for half a percent: account set \(account) target \(metric) 0.005")
    }
    guard value.map({ HealthCore.Decimal($0) != nil }) ?? true else {
      throw Complaint.usage("\(value ?? "") is no number", try: "account set \(account) target \(metric) 0.95")
    }
  }
}

struct AccountsAnswer: Answer {
  var accounts: [Account]
  var heading: String?

  var document: Document {
    .object([
      "accounts": .list(
        accounts.map { account in
          .object([
            "name": .text(account.name), "profile": .text(account.profile), "zone": .text(account.zone),
            "business": .bool(account.isBusiness), "addresses": .texts(account.addresses),
            "shop": .optional(account.settings.shop), "from": .optional(account.settings.from),
            "carrier": .text(account.settings.carrier ?? "folder"), "shopClock": .optional(account.settings.shopClock),
            "language": .optional(account.settings.language), "remind": .optional(account.settings.remind),
            "targets": .object(
              (account.settings.targets ?? [:]).sorted { $0.key < $1.key }.map {
                .init(key: $0.key, value: .text($0.value))
              }),
          ])
        }), "notices": .list([]),
    ])
  }

  func text(on page: Page) -> Rich {
    guard !accounts.isEmpty else { return "there is no account yet; type: account add NAME --profile PROFILE" }
    var table = TextTable([
      .init("account"), .init("profile"), .init("zone"), .init("shop", flexible: true),
      .init("addresses", flexible: true),
      .init("carrier"), .init("shop clock", flexible: true), .init("targets", flexible: true),
      .init("reminders", flexible: true),
    ])
    for account in accounts {
      table.add([
        Rich(account.name, .bold), Rich(account.profile), Rich(account.zone), Rich(account.settings.shop ?? ""),
        Rich(account.addresses.joined(separator: " ")), Rich(account.settings.carrier ?? "folder"),
        Rich(account.settings.shopClock ?? ""),
        Rich(
          (account.settings.targets ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(
            separator: ", ")), Rich(account.settings.remind ?? ""),
      ])
    }
    let text = table.text(width: page.width)
    return heading.map { text + "\n\($0, .faint)" } ?? text
  }
}
