import Foundation
import HealthCore
import ServiceDesk
import Yams

extension Profile {
  /// Reads a profile as it is written: YAML, spans and hours in words.
  package init(name: String, yaml: String) throws(ProfileFault) {
    if YAMLAliases.areTooMany(in: yaml) {
      throw ProfileFault(name: name, reason: YAMLAliases.reason, remedy: "write out what they stand for")
    }
    let written: Written
    do { written = try YAMLDecoder().decode(Written.self, from: yaml) } catch {
      throw ProfileFault(
        name: name, reason: Self.reason(error),
        remedy: "compare it with the profile `plain`: account rules plain")
    }
    func fault(_ reason: String, _ remedy: String) -> ProfileFault {
      ProfileFault(name: name, reason: reason, remedy: remedy)
    }
    self.name = name
    title = written.title
    rules = written.rules ?? [:]
    senders = Senders(
      relays: (written.senders?.relays ?? []).map { $0.lowercased() },
      notices: (written.senders?.notices ?? []).map { $0.lowercased() })
    guard let messages = MessageRules(rawValue: written.messages ?? MessageRules.own.rawValue) else {
      throw fault(
        "unknown messages \(written.messages ?? "")",
        "use " + MessageRules.allCases.map(\.rawValue).joined(separator: ", "))
    }
    self.messages = messages
    let response = written.response
    guard let scope = ResponsePolicy.Scope(rawValue: response.scope ?? "every-message") else {
      throw fault("unknown scope \(response.scope ?? "")", "use every-message, first-of-thread or per-buyer-per-day")
    }
    guard let noReply = ResponsePolicy.NoReply(rawValue: response.noReply ?? "exempts") else {
      throw fault("unknown no-reply \(response.noReply ?? "")", "use exempts, stops or nothing")
    }
    guard let stops = ResponsePolicy.ReplyStops(rawValue: response.replyStops ?? "all") else {
      throw fault("unknown reply-stops \(response.replyStops ?? "")", "use all or newest")
    }
    var limits: [String: Int] = [:]
    for (channel, text) in response.limits ?? ["message": "24h"] {
      guard Channel(rawValue: channel) != nil else { throw fault("unknown channel \(channel)", "use message or chat") }
      guard let span = Span(text), span.seconds > 0 else { throw fault("limit \(text) is no time", "write it as 24h") }
      limits[channel] = span.seconds
    }
    self.response = ResponsePolicy(
      scope: scope, limits: limits, businessTime: nil, dayZone: response.dayZone,
      automaticRepliesCount: response.automaticRepliesCount ?? false, noReply: noReply, replyStops: stops,
      windows: response.windows ?? [7, 30, 90])
    if let zone = response.dayZone, TimeZone(identifier: zone) == nil {
      throw fault("unknown zone \(zone)", "use an IANA name such as America/Los_Angeles")
    }
    if let hours = response.businessTime {
      guard TimeZone(identifier: hours.zone) != nil else {
        throw fault("unknown zone \(hours.zone)", "use an IANA name such as Europe/Berlin")
      }
      guard let frames = BusinessTime.frames(from: hours.hours) else {
        throw fault("hours \(hours.hours) can't be read", "write them as mon-fri 09:00-12:30,13:00-17:00")
      }
      self.response.businessTime = BusinessTime(zone: hours.zone, frames: frames, holidays: Set(hours.holidays ?? []))
    }
    if let target = response.target {
      guard let value = Decimal(target.rate), let condition = Condition(rawValue: target.condition ?? "atLeast") else {
        throw fault("target can't be read", "write rate: 0.9 and condition: atLeast")
      }
      self.target = Target(value: value, condition: condition)
    }
    let health: WrittenHealth
    do { health = try YAMLDecoder().decode(WrittenHealth.self, from: yaml) } catch {
      throw fault(Self.reason(error), "compare it with the profile `plain`: account rules plain")
    }
    try take(health)
    let feedback: WrittenFeedback
    do { feedback = try YAMLDecoder().decode(WrittenFeedback.self, from: yaml) } catch {
      throw fault(Self.reason(error), "compare it with the profile `amazon`: account rules amazon")
    }
    try take(feedback)
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "it lacks \(key.stringValue)"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(context.codingPath.map(\.stringValue).joined(separator: ".")) has another form than expected"
    case DecodingError.dataCorrupted(let context):
      "it is not YAML: \(context.underlyingError.map { "\($0)" } ?? context.debugDescription)"
    default: "it is not YAML"
    }
  }
}

/// A profile as it stands in its file.
private struct Written: Decodable {
  struct Response: Decodable {
    struct Goal: Decodable {
      var rate: String
      var condition: String?
    }
    struct Hours: Decodable {
      var zone: String
      var hours: String
      var holidays: [String]?
    }
    var scope: String?
    var limits: [String: String]?
    var businessTime: Hours?
    var dayZone: String?
    var automaticRepliesCount: Bool?
    var noReply: String?
    var replyStops: String?
    var windows: [Int]?
    var target: Goal?

    enum CodingKeys: String, CodingKey {
      case scope, limits, windows, target
      case businessTime = "business-time"
      case dayZone = "day-zone"
      case automaticRepliesCount = "automatic-replies-count"
      case noReply = "no-reply"
      case replyStops = "reply-stops"
    }
  }
  struct Senders: Decodable {
    var relays: [String]?
    var notices: [String]?
  }
  var title: String
  var response: Response
  var rules: [String: Profile.Rule]?
  var senders: Senders?
  var messages: String?
}
