import LineEditor
import Testing

@testable import Shell

@Suite("What a few letters mean")
struct FuzzyTests {
  private static let names = [
    "late-parcel-refund", "late-parcel-tracking", "refund-issued", "no-reply", "reply", "where-is-my-order",
  ].map { Completion.Candidate($0, $0 == "where-is-my-order" ? "The buyer asks for the parcel's whereabouts" : "") }

  @Test(
    "the best first",
    arguments: [
      ("rep", ["reply", "no-reply"], 1), ("late", ["late-parcel-refund", "late-parcel-tracking"], 2),
      ("parc", ["late-parcel-refund", "late-parcel-tracking"], 0),
      ("refund", ["refund-issued", "late-parcel-refund"], 1),
      ("lptr", ["late-parcel-tracking"], 0), ("LATE-P", ["late-parcel-refund", "late-parcel-tracking"], 2),
      // By what it is for, where nothing is called so.
      ("whereabouts", ["where-is-my-order"], 0), ("xyz", [], 0),
    ] as [(String, [String], Int)])
  func ranks(_ typed: String, _ wanted: [String], _ beginners: Int) {
    let found = Fuzzy.rank(Self.names, typed: typed, use: WordUse())
    #expect(found.found.map(\.text) == wanted)
    #expect(found.beginners == beginners)
  }

  @Test("what is typed often comes first among equals")
  func mostUsed() {
    let use = WordUse(["reply 1 late-parcel-tracking", "reply 2 late-parcel-tracking"])
    #expect(Fuzzy.rank(Self.names, typed: "late", use: use).found.first?.text == "late-parcel-tracking")
  }
}
