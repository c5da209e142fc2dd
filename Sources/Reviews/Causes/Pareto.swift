import Foundation
import ServiceDesk

/// Which few causes make most of the trouble: settled cases counted by cause, product, carrier or account, the largest
/// first, each with its share and that of all so far.
package struct Pareto: Sendable, Equatable {
  package enum Grouping: String, Sendable, CaseIterable { case cause, product, carrier, account, outcome, kind }
  package enum Ranking: String, Sendable, CaseIterable { case cases, defects, cost }

  package struct Row: Sendable, Equatable {
    package var name: String
    package var cases: Int
    /// Orders that count in the order defect rate, each once.
    package var defects: Int
    package var costs: Costs
    /// Of what it is ranked by; nil where that is nothing at all.
    package var share: Double?
    package var cumulative: Double?
  }

  package var rows: [Row]
  package var total: Row

  package init(_ cases: [SettledCase], by grouping: Grouping, ranking: Ranking = .cases) {
    let groups = Dictionary(grouping: cases) { $0.name(by: grouping) }
    func row(_ name: String, _ cases: [SettledCase]) -> Row {
      Row(
        name: name, cases: cases.count, defects: Set(cases.filter(\.isDefect).map { $0.order ?? "#\($0.id)" }).count,
        costs: Costs(cases.compactMap(\.resolution.cost)), share: nil, cumulative: nil)
    }
    total = row("all", cases)
    // Amounts of several currencies can't be added: the one with the most cases ranks.
    let currency = total.costs.main
    func weight(_ row: Row) -> Decimal {
      switch ranking {
      case .cases: Decimal(row.cases)
      case .defects: Decimal(row.defects)
      case .cost: row.costs[currency]
      }
    }
    var rows = groups.map { row($0.key, $0.value) }
    rows.sort { (weight($1), $1.cases, $0.name) < (weight($0), $0.cases, $1.name) }
    let whole = rows.reduce(Decimal(0)) { $0 + weight($1) }
    var sum = Decimal(0)
    for index in rows.indices where whole > 0 {
      sum += weight(rows[index])
      rows[index].share = NSDecimalNumber(decimal: weight(rows[index]) / whole).doubleValue
      rows[index].cumulative = NSDecimalNumber(decimal: sum / whole).doubleValue
    }
    self.rows = rows
  }
}

extension SettledCase {
  package func name(by grouping: Pareto.Grouping) -> String {
    switch grouping {
    case .cause: resolution.cause
    case .product: product ?? "unknown"
    case .carrier: carrier ?? "unknown"
    case .account: account
    case .outcome: resolution.outcome
    case .kind: kind.rawValue
    }
  }
}

/// Sums of money, one for each currency, exact to the digit.
package struct Costs: Sendable, Equatable {
  /// By currency; "" where none was said.
  private var sums: [String: Decimal] = [:]
  private var counts: [String: Int] = [:]
  /// The most decimal places of any amount: what is shown.
  private var places: [String: Int] = [:]

  package init(_ amounts: [Money] = []) {
    for amount in amounts {
      guard let value = Decimal(string: amount.amount, locale: Locale(identifier: "en_US_POSIX")) else { continue }
      sums[amount.currency ?? "", default: 0] += value
      counts[amount.currency ?? "", default: 0] += 1
      let decimals = amount.amount.split(separator: ".").dropFirst().first?.count ?? 0
      places[amount.currency ?? ""] = max(places[amount.currency ?? ""] ?? 0, decimals)
    }
  }

  subscript(currency: String) -> Decimal { sums[currency] ?? 0 }

  /// The currency of most amounts.
  var main: String { counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "" }

  /// By currency.
  package var all: [(amount: String, currency: String?)] {
    sums.keys.sorted().map { (text($0), $0.isEmpty ? nil : $0) }
  }

  private func text(_ currency: String) -> String {
    let digits = "\(sums[currency] ?? 0)"
    let wanted = places[currency] ?? 0
    let has = digits.split(separator: ".").dropFirst().first?.count ?? 0
    guard has < wanted else { return digits }
    return digits + (has == 0 ? "." : "") + String(repeating: "0", count: wanted - has)
  }

  package var isEmpty: Bool { sums.isEmpty }

  package var words: String {
    all.map { [$0.amount, $0.currency].compactMap { $0 }.joined(separator: " ") }.joined(separator: " + ")
  }
}
