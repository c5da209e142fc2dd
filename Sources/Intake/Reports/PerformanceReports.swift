import HealthCore

/// Reads reports on an account's performance that are documents and no tables, whatever their file is called.
package enum PerformanceReports {
  package static func read(_ bytes: [UInt8]) throws(IntakeFault) -> [PerformanceSnapshot] {
    var text = bytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    text = text.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    switch text.first {
    case nil: throw IntakeFault(reason: "is empty")
    case UInt8(ascii: "<"): return try AmazonPerformanceV1.read(try ReportXML.read(text))
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try readJSON(Array(text))
    default: throw IntakeFault(reason: "is neither JSON nor XML; \(expected)")
    }
  }

  private static let expected =
    "performance reports are Amazon's GET_V2_SELLER_PERFORMANCE_REPORT (JSON) and GET_V1_SELLER_PERFORMANCE_REPORT "
    + "(XML) and eBay's seller standards profile (JSON)"

  private static func readJSON(_ bytes: [UInt8]) throws(IntakeFault) -> [PerformanceSnapshot] {
    let root = try ReportJSON.read(bytes)
    if AmazonPerformanceV2.recognises(root) { return try AmazonPerformanceV2.read(root) }
    if EbayStandards.recognises(root) { return EbayStandards.read(root) }
    throw IntakeFault(reason: "is JSON, but no performance report; \(expected)")
  }
}
