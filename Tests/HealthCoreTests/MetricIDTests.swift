import Testing

@testable import HealthCore

@Suite("The names of the figures")
struct MetricIDTests {
  @Test(
    "INTERFACE.md promises these",
    arguments: [
      "order-defect-rate", "negative-feedback-rate", "a-to-z-claim-rate", "chargeback-rate", "late-shipment-rate",
      "on-time-shipment-rate", "on-time-delivery-rate", "cancellation-rate", "valid-tracking-rate", "response-rate",
      "average-response-time", "feedback-score", "policy-violations", "inventory-performance-index", "listing-quality",
      "account-health-rating", "invoice-defect-rate", "return-dissatisfaction-rate", "unit-on-time-delivery-rate",
      "listing-violations",
    ])
  func promised(name: String) {
    #expect(MetricID(rawValue: name)?.rawValue == name)
  }

  @Test(
    "What the value is a number of",
    arguments: [
      (.orderDefectRate, .share), (.responseRate, .share), (.feedbackScore, .share), (.averageResponseTime, .seconds),
      (.averageRating, .stars), (.policyViolations, .count), (.performanceNotifications, .count),
      (.accountHealthRating, .points), (.inventoryPerformanceIndex, .points),
    ] as [(MetricID, MetricID.Unit)])
  func units(id: MetricID, unit: MetricID.Unit) {
    #expect(id.unit == unit)
  }

  @Test(
    "A defect raises these",
    arguments: [.orderDefectRate, .lateShipmentRate, .cancellationRate, .policyViolations] as [MetricID])
  func raised(id: MetricID) {
    #expect(id.countsDefects)
  }

  @Test(
    "A defect lowers these",
    arguments: [
      .onTimeShipmentRate, .onTimeDeliveryRate, .unitOnTimeDeliveryRate, .validTrackingRate, .responseRate,
      .feedbackScore, .averageRating, .accountHealthRating,
    ] as [MetricID])
  func lowered(id: MetricID) {
    #expect(!id.countsDefects)
  }

  @Test(
    "As people call them",
    arguments: [
      (.orderDefectRate, "Order defect rate"), (.aToZClaimRate, "A-to-z claim rate"),
      (.onTimeDeliveryRate, "On-time delivery rate"), (.unitOnTimeDeliveryRate, "Unit on-time delivery rate"),
      (.feedbackScore, "Feedback score"),
    ] as [(MetricID, String)])
  func titles(id: MetricID, title: String) {
    #expect(id.title == title)
  }
}
