import Testing

@testable import Intake

/// The headers as MARKETPLACES.md section 6 has them.
enum DocumentedHeaders {
  static let amazonOrders = words(
    """
    amazon-order-id, merchant-order-id, purchase-date, last-updated-date, order-status, fulfillment-channel, \
    sales-channel, order-channel, ship-service-level, product-name, sku, asin, item-status, quantity, currency, \
    item-price, item-tax, shipping-price, shipping-tax, gift-wrap-price, gift-wrap-tax, item-promotion-discount, \
    ship-promotion-discount, ship-city, ship-state, ship-postal-code, ship-country, promotion-ids, cpf, \
    is-business-order, purchase-order-number, price-designation
    """)
  static let amazonUnshipped = words(
    """
    order-id, order-item-id, purchase-date, payments-date, reporting-date, promise-date, days-past-promise, \
    buyer-email, buyer-phone-number, sku, product-name, quantity-purchased, quantity-shipped, quantity-to-ship, \
    ship-service-level, recipient-name, ship-address-1, ship-address-2, ship-address-3, ship-city, ship-state, \
    ship-postal-code, ship-country, is-business-order, purchase-order-number, price-designation, is-prime
    """)
  static let amazonReturns = words(
    """
    Order ID, Order date, Return request date, Return request status, Amazon RMA ID, Merchant RMA ID, Label type, \
    Label cost, Currency code, Return carrier, Tracking ID, Label to be paid by, A-to-Z Claim, Is prime, ASIN, \
    Merchant SKU, Item Name, Return quantity, Return Reason, In policy, Return type, Resolution, Invoice number, \
    Return delivery date, Order Amount, Order quantity, SafeT Action reason, SafeT claim id, SafeT claim state, \
    SafeT claim creation time, SafeT claim reimbursement amount, Refunded Amount
    """)
  static let amazonFeedback = words("Date, Rating, Comments, Your Response, Order ID, Rater Email")
  static let amazonFeedbackOlder = words(
    """
    Date, Rating, Comments, Your Response, Arrived on Time, Item as Described, Customer Service, Order ID, \
    Rater Email, Rater Role
    """)
  static let alibabaInquiries = words(
    "inquiry_id, channel, buyer_id, buyer_country, received_at, first_reply_at, state")
  static let etsyOrders = words(
    """
    Sale Date, Order ID, Buyer User ID, Full Name, First Name, Last Name, Number of Items, Payment Method, \
    Date Shipped, Street 1, Street 2, Ship City, Ship State, Ship Zipcode, Ship Country, Currency, Order Value, \
    Coupon Code, Coupon Details, Discount Amount, Shipping Discount, Shipping, Sales Tax, Order Total, Status, \
    Card Processing Fees, Order Net, Adjusted Order Total, Adjusted Card Processing Fees, \
    Adjusted Net Order Amount, Buyer, Order Type, Payment Type
    """)

  private static func words(_ text: String) -> [String] { text.split(separator: ", ").map(String.init) }

  static let all: [(any TableFormat.Type, [String])] = [
    (AmazonOrders.self, amazonOrders), (AmazonUnshipped.self, amazonUnshipped), (AmazonReturns.self, amazonReturns),
    (AmazonFeedback.self, amazonFeedback), (AmazonFeedback.self, amazonFeedbackOlder),
    (AlibabaInquiries.self, alibabaInquiries), (EtsyOrders.self, etsyOrders),
    (OrderTable.self, OrderTable.fields), (FeedbackTable.self, FeedbackTable.fields),
    (ClaimTable.self, ClaimTable.fields), (ViolationTable.self, ViolationTable.fields),
    (FigureTable.self, FigureTable.fields),
  ]
}

@Suite("Layouts are recognised by their header")
struct TableFormatsTests {
  @Test("Each knows its own, and no other's", arguments: DocumentedHeaders.all)
  func recognised(format: any TableFormat.Type, header: [String]) {
    let columns = header.map { $0.lowercased() }
    #expect(TableFormats.all.filter { $0.recognises(columns) }.map { $0.name } == [format.name])
    #expect(TableFormats.recognised(columns: columns, kind: format.kind)?.name == format.name)
    #expect(TableFormats.kindOf(columns: columns)?.name == format.name)
    #expect(format.missing(header, mapping: [:]) == nil)
  }

  @Test("None takes what it can't know")
  func strangers() {
    for columns in [["order_id", "at"], ["a", "b"], []] {
      #expect(TableFormats.kindOf(columns: columns) == nil)
    }
  }

  @Test("Names are unique, and each asks for its required fields")
  func register() {
    #expect(Set(TableFormats.all.map { $0.name }).count == TableFormats.all.count)
    for format in TableFormats.all { #expect(Set(format.fields).isSuperset(of: format.required)) }
    for kind in [ImportKind.messages, .orders, .feedback, .claims, .violations, .performance] {
      #expect(TableFormats.own(kind: kind)?.kind == kind)
    }
    #expect(TableFormats.own(kind: .mail) == nil)
  }

  @Test("A table of another kind is named, with what to do instead")
  func misplaced() {
    let columns = DocumentedHeaders.amazonReturns.map { $0.lowercased() }
    #expect(
      TableFormats.misplaced(columns: columns, kind: .orders)
        == "this is Amazon's returns report: import claims FILE")
    #expect(TableFormats.misplaced(columns: columns, kind: .claims) == nil)
    #expect(TableFormats.misplaced(columns: ["a", "b"], kind: .claims) == nil)
  }
}
