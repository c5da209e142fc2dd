import HealthCore
import ServiceDesk
import Testing

@testable import Marketplaces

@Suite("Profiles are read from YAML")
struct ProfileParserTests {
  @Test("Every setting is taken")
  func reading() throws {
    let profile = try Profile(
      name: "shop",
      yaml: """
        title: Lamp shop
        response:
          scope: per-buyer-per-day
          limits: {message: 24h, chat: 1h}
          business-time: {zone: Europe/Berlin, hours: "mon-fri 09:00-17:00", holidays: ["2026-12-25"]}
          day-zone: America/Los_Angeles
          automatic-replies-count: true
          no-reply: stops
          reply-stops: newest
          windows: [30]
          target: {rate: 0.95, condition: greaterThan}
        senders: {relays: [Relay.Lamp.Example], notices: ["No-Reply@lamp."]}
        rules:
          limit: {text: a day, source: own, confidence: K, date: 2026-10}
        """)
    let response = profile.response
    #expect(response.scope == .perBuyerPerDay)
    #expect(response.limits == ["message": 86_400, "chat": 3600])
    #expect(response.businessTime?.frames.count == 5)
    #expect(response.businessTime?.holidays == ["2026-12-25"])
    #expect(response.dayZone == "America/Los_Angeles")
    #expect(response.automaticRepliesCount && response.noReply == .stops && response.replyStops == .newest)
    #expect(response.windows == [30])
    #expect(profile.target == Target(value: Decimal(numerator: 95, denominator: 100), condition: .greaterThan))
    #expect(profile.senders == .init(relays: ["relay.lamp.example"], notices: ["no-reply@lamp."]))
    #expect(profile.rule("limit").citation == "own [K] 2026-10")
    #expect(profile.rule("stop").source == "own")
  }

  @Test("What isn't said has the plain defaults")
  func defaults() throws {
    let profile = try Profile(name: "shop", yaml: "title: Lamp shop\nresponse: {}")
    #expect(profile.response == ResponsePolicy())
    #expect(profile.target == nil)
    #expect(profile.senders == .init() && profile.rules.isEmpty)
  }

  @Test(
    "A profile that can't be read is refused with its name and a remedy",
    arguments: [
      "", "just words", "- a\n- list", "title: [", "title: A", "response: {}", "title: A\nresponse: soon",
      "title: A\nresponse: {scope: sometimes}", "title: A\nresponse: {no-reply: maybe}",
      "title: A\nresponse: {reply-stops: oldest}", "title: A\nresponse: {limits: {message: soon}}",
      "title: A\nresponse: {limits: {message: 0h}}", "title: A\nresponse: {limits: {pigeon: 1h}}",
      "title: A\nresponse: {day-zone: Moon/Base}",
      "title: A\nresponse: {business-time: {zone: Moon/Base, hours: 'mon 09:00-10:00'}}",
      "title: A\nresponse: {business-time: {zone: UTC, hours: always}}",
      "title: A\nresponse: {target: {rate: high}}", "title: A\nresponse: {target: {rate: '-0.9'}}",
      "title: A\nresponse: {target: {rate: '0.9', condition: about}}", "title: A\nresponse: {windows: many}",
      "title: A\nresponse: {}\nrules: {limit: {text: a day}}",
    ])
  func refused(yaml: String) {
    let fault = #expect(throws: ProfileFault.self) { try Profile(name: "shop", yaml: yaml) }
    #expect(fault?.name == "shop")
    #expect(fault?.reason.isEmpty == false && fault?.remedy.isEmpty == false)
  }
}
