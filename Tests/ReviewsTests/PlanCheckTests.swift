import ServiceDesk
import Testing

@testable import Reviews

@Suite("What gets plans rejected")
struct PlanCheckTests {
  private static let today = CivilDay(number: 20_514)  // 2026-03-02

  /// A plan that nothing is wrong with.
  private static var sound: Plan {
    var plan = Plan(kind: .poa, metric: "order-defect-rate", account: "shop")
    plan.facts = ["Order defect rate: 2 of 100. Negative feedback 1, A-to-z claims 1, chargebacks 0."]
    plan.concerns = ["114-0000002-0000002"]
    plan.causes = [
      .init(name: "lost", words: "Parcels were not followed up.", evidence: ["#2 (order 114-0000002-0000002)"])
    ]
    plan.actions = [.init(day: CivilDay("2026-02-27"), cause: "lost", words: "refunded the order")]
    plan.measures = [
      .init(cause: "lost", control: "daily list", owner: "shift lead", record: "list", start: CivilDay("2026-03-02"))
    ]
    plan.reviews = [CivilDay(number: 20_521)]
    return plan
  }

  private static func kinds(_ change: (inout Plan) -> Void) throws -> [PlanFault.Kind] {
    var plan = sound
    change(&plan)
    return try PlanCheck.faults(in: PlanText.written(plan), today: today).map(\.kind)
  }

  @Test("A sound plan has none")
  func none() throws { #expect(try Self.kinds { _ in } == []) }

  @Test("Each fault is found, and nothing else with it")
  func each() throws {
    #expect(try Self.kinds { $0.actions = [] } == [.causeWithoutAction])
    #expect(try Self.kinds { $0.measures = [] } == [.causeWithoutPrevention])
    #expect(try Self.kinds { $0.actions[0].day = nil } == [.unfilled])
    let undated = PlanText.written(Self.sound).replacing("2026-02-27 · lost", with: "soon · lost")
    #expect(try PlanCheck.faults(in: undated, today: Self.today).map(\.kind) == [.actionWithoutDate])
    #expect(try Self.kinds { $0.actions[0].day = CivilDay("2026-03-03") } == [.actionInFuture])
    #expect(try Self.kinds { $0.actions[0].words = "will refund the order" } == [.actionInFuture])
    #expect(try Self.kinds { $0.causes[0].words = "‹why?›" } == [.unfilled])
    #expect(try Self.kinds { $0.timeline = [.init(day: nil, words: "begun")] } == [.unfilled])
    #expect(try Self.kinds { $0.measures[0].owner = "" } == [.measureIncomplete])
    #expect(try Self.kinds { $0.measures[0].owner = "‹who?›" } == [.unfilled])
    #expect(try Self.kinds { $0.causes[0].evidence = ["#2"] } == [.notMentioned])
    #expect(
      try Self.kinds {
        $0.causes[0].evidence = []; $0.concerns = []
      } == [.causeWithoutEvidence])
    #expect(
      try Self.kinds { $0.facts = ["Order defect rate: 2 of 100. Negative feedback 1, chargebacks 0."] } == [
        .componentNotNamed
      ])
    #expect(try Self.kinds { $0.facts = ["Negative feedback, A-to-z claims, chargebacks"] } == [.noFigures])
    #expect(try Self.kinds { $0.reviews = [] } == [.noReview])
    #expect(try Self.kinds { $0.causes[0].words = "Buyers lied, it was not our fault." }.allSatisfy { $0 == .blame })
    #expect(try Self.kinds { $0.causes[0].words = "We are devastated." } == [.emotion])
    #expect(try Self.kinds { $0.facts.append("Write to boss@shop.example, 1.") } == [.personalData])
    #expect(
      try Self.kinds { $0.facts.append(String(repeating: "word ", count: 1001)) } == [.tooLong])
    #expect(
      try Self.kinds {
        $0.causes = []; $0.facts[0] += " 114-0000002-0000002"
      } == [.noCause])
    #expect(
      try Self.kinds {
        $0.metric = "late-shipment-rate"; $0.facts = ["2 of 100"]
      } == [])
  }

  @Test("Evidence that the desk does not have is told, and buyers by name")
  func unproved() throws {
    let records = PlanCheck.Records(
      hasOrder: { $0 == "114-0000002-0000002" }, hasCase: { $0 == 2 }, buyers: ["Ann Lee"])
    func kinds(_ change: (inout Plan) -> Void) throws -> [PlanFault.Kind] {
      var plan = Self.sound
      change(&plan)
      return try PlanCheck.faults(in: PlanText.written(plan), today: Self.today, records: records).map(\.kind)
    }
    #expect(try kinds { _ in } == [])
    #expect(try kinds { $0.causes[0].evidence.append("order 114-0000003-0000003") } == [.unknownEvidence])
    #expect(
      try kinds {
        $0.concerns.append("114-0000009-0000009"); $0.facts.append("114-0000009-0000009")
      } == [])
    #expect(try kinds { $0.causes[0].evidence.append("#3") } == [.unknownEvidence])
    #expect(try kinds { $0.actions[0].words = "refunded Ann Lee" } == [.personalData])
  }

  @Test("To repeat the notice is not to answer it")
  func repeated() throws {
    #expect(
      try Self.kinds {
        $0.causes[0].evidence = ["#2"]
        $0.facts.append("Notice of 2026-02-26: it concerns 114-0000002-0000002")
      } == [.notMentioned])
  }

  @Test(
    "Blame and feelings are found in five languages, and plain facts are left alone",
    arguments: [
      ("It was not our fault", true, false), ("The buyers lied to us", true, false),
      ("We beg you, our family depends on it", false, true),
      ("Das ist ungerecht, der Kunde lügt", true, false), ("Wir sind verzweifelt", false, true),
      ("La culpa es de Amazon, culpa del cliente", true, false), ("Estamos desesperados", false, true),
      ("C'est injuste, la faute du transporteur", true, false), ("Nous sommes désespérés", false, true),
      ("这都是买家的错", true, false), ("我们非常绝望", false, true),
      ("Parcels were handed over on the same day and scanned at the packing table.", false, false),
      ("Jede Sendung wird beim Packen gescannt; die Liste wird täglich geprüft.", false, false),
      ("Cada paquete se escanea al embalar.", false, false), ("Chaque colis est scanné avant le départ.", false, false),
      ("每个包裹在打包时扫描,每天检查清单。", false, false),
    ])
  func wording(text: String, blames: Bool, feels: Bool) {
    #expect(AppealWords.blame(in: text).isEmpty == !blames)
    #expect(AppealWords.emotion(in: text).isEmpty == !feels)
  }

  @Test("A notice names its orders and listings, each once")
  func concerns() {
    #expect(
      NoticeReading.concerns(
        in: "Orders 114-0000002-0000002, 114-0000002-0000002; ASIN B0ABCDEFG1. Not 12-34 or B0abc.")
        == ["114-0000002-0000002", "B0ABCDEFG1"])
  }
}
