import Foundation
import Intake

/// Makes tables and reports of every layout that is known, each with its faults.
struct FuzzedTable {
  var chance: Chance

  private static let cells = [
    "", " ", "1", "-1", "5", "0", "114-5550101-2220202", "2026-02-20T08:00:00Z", "2026-02-20", "20.02.2026", "02/20/26",
    "Feb 20, 2026", "2026-13-45", "99999999999999999999", "1e9", "0.5", "12,50", "€12.50", "EUR", "true", "FALSE",
    "seller", "a-to-z", "pending", "listing", "in", "late-shipment-rate", "=1+1", "a \"quoted\" cell", "two\nlines",
    "\u{1B}[2J", "\u{202E}x", "é", "退款", "thanks", "Dana Poe",
  ]
  private static let reports = [
    #"{"performanceMetrics":[{"marketplaceId":"A1","orderDefectRate":{"afn":{"rate":0.01,"orderCount":100}}}]}"#,
    #"{"standardsProfiles":[{"standardsLevel":"TOP","metrics":[{"metricKey":"CLAIMS_SAF_RATE","value":{"value":"1"}}]}]}"#,
    "<a xmlns:x=\"y\"><sellerPerformanceReport><marketplaceId>A1</marketplaceId><x:orderDefects>&lt;1%</x:orderDefects>"
      + "<![CDATA[ x ]]><!-- c --></sellerPerformanceReport></a>",
  ]

  /// What to import it as, and the file.
  mutating func file() -> (kind: ImportKind, bytes: [UInt8]) {
    if chance.of(15) { return (.performance, Mutation.mutated(Array(chance.pick(Self.reports).utf8), &chance)) }
    let format = chance.pick(TableFormats.all)
    let fields = format.fields
    let bytes = chance.of(25) ? jsonLines(fields) : separated(fields)
    return (format.kind, chance.of(60) ? Mutation.mutated(bytes, &chance) : bytes)
  }

  private mutating func separated(_ fields: [String]) -> [UInt8] {
    let separator = chance.pick([",", "\t", ";"])
    let rows = (0..<chance.upTo(6)).map { _ in fields.map { _ in cell(separator) }.joined(separator: separator) }
    let text = ([fields.joined(separator: separator)] + rows).joined(separator: chance.pick(["\n", "\r\n"]))
    return Array((chance.of(10) ? "\u{FEFF}" + text : text).utf8)
  }

  private mutating func cell(_ separator: String) -> String {
    let cell = chance.pick(Self.cells)
    guard cell.contains(separator) || cell.contains("\"") || cell.contains("\n") || chance.of(10) else { return cell }
    return chance.of(5) ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private mutating func jsonLines(_ fields: [String]) -> [UInt8] {
    var lines: [UInt8] = []
    for _ in 0..<chance.upTo(5) {
      var row: [String: String] = [:]
      for field in fields { row[field] = chance.pick(Self.cells) }
      lines += ((try? JSONSerialization.data(withJSONObject: row)).map { Array($0) } ?? []) + [0x0A]
    }
    return lines
  }
}
