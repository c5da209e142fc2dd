import Foundation
import ServiceDesk
import Testing

@testable import Intake

@Suite("A mail finds its account")
struct ChosenAccountTests {
  private func accounts() throws -> [IntakeAccount] {
    var german = try account(2, "amazon-de", addresses: ["service@leuchten.example"])
    german.account.settings.marketplaceIDs = ["A1PA6795UKMFR9"]
    return [
      try account(1, "amazon-us"), german,
      try account(3, "shop", profile: "plain", addresses: ["hello@lampshop.example"]),
    ]
  }

  @Test(
    "By the marketplace's id, by an address, by the marketplace",
    arguments: [
      ("From: x@marketplace.amazon.de\nX-Marketplace-ID: A1PA6795UKMFR9\nTo: all@x.example\n", 2),
      ("From: x@marketplace.amazon.de\nTo: Service@Leuchten.example\n", 2),
      ("From: dana@buyer.example\nTo: hello@lampshop.example\n", 3),
      ("From: service@lampshop.example\nTo: x@marketplace.amazon.com\n", 1),
      ("From: dana@buyer.example\nTo: list@x.example\nDelivered-To: hello@lampshop.example\n", 3),
    ] as [(String, Int64)])
  func chosen(headers: String, id: Int64) throws {
    #expect(try intake("\(headers)Subject: A\n\nx", accounts()).accountID == id)
  }

  @Test(
    "Where several may be meant it is asked for",
    arguments: [
      "From: dana@buyer.example\nTo: nobody@x.example\n", "From: x@marketplace.amazon.com\nTo: nobody@x.example\n",
    ])
  func unclear(headers: String) throws {
    let fault = #expect(throws: IntakeFault.self) { try intake("\(headers)Subject: A\n\nx", accounts()) }
    #expect(fault?.reason.contains("--account") == true)
  }

  @Test("A single account takes all")
  func single() throws {
    #expect(try intake("From: dana@buyer.example\nSubject: A\n\nx", [account(7)]).accountID == 7)
  }
}
