import Foundation
import HealthCore
import ServiceDesk

@testable import Intake

/// What a format makes of a table.
struct ReadTable {
  var records: [IncomingRecord] = []
  var rejects: [Reject] = []

  struct Reject: Equatable {
    var line: Int
    var reason: String
  }

  /// - Parameter text: the header and the rows, whose cells no quotation marks surround.
  init(_ format: any TableFormat.Type, _ text: String, separator: Character = ",", zone: String = "UTC") {
    var account = Account(id: 4, name: "lamps", profile: "plain", zone: zone)
    account.settings.shop = "Lamp Shop"
    var table = format.init(TableContext(account: account, now: importedAt))
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
    for (index, values) in lines.enumerated().dropFirst() {
      do throws(IntakeFault) {
        add(try table.take(Self.row(index + 1, lines[0], values)))
      } catch {
        rejects.append(Reject(line: index + 1, reason: error.reason))
      }
    }
    add(table.finish())
  }

  private mutating func add(_ more: [IncomingRecord]) {
    for record in more {
      if let fault = record.fault {
        rejects.append(Reject(line: record.line, reason: fault))
      } else {
        records.append(record)
      }
    }
  }

  private static func row(_ line: Int, _ header: [String], _ values: [String]) -> TableRow {
    guard values.count == header.count else {
      return TableRow(line: line, cells: [:], fault: "has \(values.count) cells, the header \(header.count)")
    }
    let cells = zip(header.map { $0.lowercased() }, values).filter { !$0.1.isEmpty }
    return TableRow(line: line, cells: Dictionary(uniqueKeysWithValues: cells), values: values)
  }

  var reasons: [String] { rejects.map(\.reason) }
  var facts: [IncomingFact] { records.flatMap(\.facts) }
  var orders: [OrderFact] { facts.compactMap { if case .order(let order) = $0 { order } else { nil } } }
  var feedback: [FeedbackFact] { facts.compactMap { if case .feedback(let fact) = $0 { fact } else { nil } } }
  var claims: [ClaimFact] { facts.compactMap { if case .claim(let claim) = $0 { claim } else { nil } } }
  var violations: [ViolationFact] { facts.compactMap { if case .violation(let fact) = $0 { fact } else { nil } } }
  var messages: [IncomingMessage] { facts.compactMap { if case .message(let message) = $0 { message } else { nil } } }
  var snapshots: [PerformanceSnapshot] { facts.compactMap { if case .snapshot(let one) = $0 { one } else { nil } } }
}

func instant(_ text: String) -> Date? { InstantParser.parse(text, zone: .gmt) }
