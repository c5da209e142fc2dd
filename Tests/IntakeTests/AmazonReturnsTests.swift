import Foundation
import HealthCore
import Testing

@testable import Intake

@Suite("Amazon's returns become claims")
struct AmazonReturnsTests {
  static let header =
    "Order ID\tReturn request date\tReturn request status\tAmazon RMA ID\tCurrency code\tA-to-Z Claim\tItem Name"
    + "\tReturn Reason\tOrder Amount\tRefunded Amount"

  private func read(_ lines: String...) -> ReadTable {
    ReadTable(AmazonReturns.self, ([Self.header] + lines).joined(separator: "\n"), separator: "\t")
  }

  @Test("The documented line, with all its columns")
  func documented() {
    let row =
      "114-5550101-2220202\t02-Sep-2026\t11-Sep-2026\tApproved\tDxT1RMA01\t\tAmazonUnPaidLabel\t0\tUSD\tUSPS"
      + "\t9400100000000000000000\tCustomer\tN\tN\tB0TEST4040\tGL-40\tGarden Lamp 40cm\t1\tCR-DAMAGED_BY_CARRIER\tY"
      + "\tC-Returns\tStandardRefund\t\t\t24.90\t1\t\t\t\t\t\t0"
    let header = DocumentedHeaders.amazonReturns.joined(separator: "\t")
    let table = ReadTable(AmazonReturns.self, "\(header)\n\(row)\n", separator: "\t")
    var expected = ClaimFact(id: "DxT1RMA01")
    (expected.order, expected.kind, expected.outcome) = ("114-5550101-2220202", .return, .granted)
    expected.openedAt = instant("2026-09-11")
    (expected.amount, expected.currency) = ("24.90", "USD")
    expected.text = "CR-DAMAGED_BY_CARRIER: Garden Lamp 40cm"
    #expect(table.claims == [expected] && table.reasons == [])
  }

  @Test("With the flag it is an A-to-z claim, whose outcome the report does not tell")
  func claim() {
    let table = read("114-1\t2026-09-11\tApproved\t\tUSD\tY\t\t\t24.90\t10.00")
    #expect(table.claims.first?.id == "return 114-1" && table.claims.first?.kind == .aToZ)
    #expect(table.claims.first?.outcome == nil && table.claims.first?.amount == "10.00")
  }

  @Test(
    "The status of the request",
    arguments: [
      ("Approved", "0", .granted), ("Completed", "", .granted), ("Denied", "", .denied), ("rejected", "", .denied),
      ("Withdrawn", "", .withdrawn), ("Cancelled", "", .withdrawn), ("Closed", "5.00", .granted),
      ("Closed", "0.00", .withdrawn), ("Pending Seller Action", "", .pending), ("", "", .pending),
    ] as [(String, String, ClaimFact.Outcome)])
  func outcome(status: String, refund: String, outcome: ClaimFact.Outcome) {
    let table = read("114-1\t2026-09-11\t\(status)\tR1\tUSD\tN\t\t\t24.90\t\(refund)")
    #expect(table.claims.map(\.outcome) == [outcome] && table.claims.map(\.closedAt) == [nil])
  }

  @Test("The lines of one return are one claim")
  func lines() {
    let table = read(
      "114-1\t11-Sep-2026\tApproved\tR1\tUSD\tN\tLamp\tBROKEN\t49.80\t24.90",
      "114-2\t11-Sep-2026\tApproved\tR2\tUSD\tN\tLamp\tBROKEN\t24.90\t",
      "114-1\t10-Sep-2026\tDenied\tR1\tUSD\tN\tShade\tLATE\t49.80\t0.10")
    #expect(table.claims.map(\.id) == ["R1", "R2"])
    #expect(table.claims.map(\.amount) == ["25.00", "24.90"])
    #expect(table.claims.first?.text == "BROKEN: Lamp; LATE: Shade" && table.claims.first?.outcome == .granted)
    #expect(table.claims.first?.openedAt == instant("2026-09-10"))
  }

  @Test("Bad values are named")
  func bad() {
    #expect(read("114-1\t31-Sep-2026\t\tR1\t\t\t\t\t\t").reasons.first?.contains("\"31-Sep-2026\" is no date") == true)
    #expect(read("114-1\t\t\tR1\t\t\t\t\t\t-5").reasons.first?.contains("refunded amount \"-5\"") == true)
    #expect(read("\t\t\tR1\t\t\t\t\t\t").reasons == ["has no order id"])
  }
}
