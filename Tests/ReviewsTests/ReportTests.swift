import Foundation
import HealthCore
import Testing

@testable import Reviews

@Suite("What reports are made of")
struct ReportTests {
  private static let now = Date(timeIntervalSince1970: 1_772_442_000)

  @Test("Foreign text can't leave its place in a page")
  func escape() {
    #expect(
      HTML.text("<script>alert(\"1\")</script> & 'x'")
        == "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;")
    #expect(HTML.text("a\u{1B}[31m\u{202E}b") == "a\u{FFFD}[31m\u{FFFD}b")
    #expect(!HTML.table(["a"], [["\"><img src=x>"]]).contains("<img"))
  }

  @Test("A line has its words, its target, and gaps where nothing is known")
  func line() {
    let ratios: [Ratio?] = [Ratio(1, of: 100), nil, Ratio(2, of: 100), Ratio(3, of: 100)]
    let trend = Report.Trend(
      account: "shop", metric: .orderDefectRate, days: 60,
      target: Target(value: Decimal(numerator: 1, denominator: 100), condition: .lessThan),
      points: ratios.enumerated().map { (Self.now.addingTimeInterval(Double($0.offset) * 604_800), $0.element) })
    let svg = TrendChart.svg(trend, id: "t")
    #expect(
      svg.contains("from 1.00 % (1 of 100) to 3.00 % (3 of 100); lowest 1.00 %, highest 3.00 %; target &lt; 1.00 %"))
    #expect(svg.components(separatedBy: "<polyline").count == 3)
    #expect(svg.contains("class=\"target\""))
    let short = Report.Trend(
      account: "shop", metric: .orderDefectRate, days: 60, target: nil, points: [(Self.now, Ratio(1, of: 2))])
    #expect(TrendChart.svg(short, id: "t").contains("too few figures"))
  }

  @Test("Figures for monitoring are escaped, and end as OpenMetrics asks")
  func metrics() {
    var output = OpenMetrics()
    output.gauge("none", "nothing", [])
    output.gauge("x", "a \\ b", [.init([("account", "a\"b\\c\nd")], 0.5), .init([], 3)])
    #expect(
      output.text == """
        # HELP replywell_x a \\\\ b
        # TYPE replywell_x gauge
        replywell_x{account="a\\"b\\\\c\\nd"} 0.5
        replywell_x 3
        # EOF

        """)
  }

  @Test("A period is compared with the one of the same length before it")
  func period() {
    let period = Report.Period(.week, at: Self.now)
    #expect(period.to.timeIntervalSince(period.from) == 7 * 86_400)
    #expect(period.before.to == period.from && period.from.timeIntervalSince(period.before.from) == 7 * 86_400)
  }

  @Test("Every table has a name by which it is asked for")
  func names() {
    let report = Report(title: "r", asOf: Self.now, period: .init(.week, at: Self.now))
    #expect(report.tables.map(\.name) == Report.tableNames)
  }
}
