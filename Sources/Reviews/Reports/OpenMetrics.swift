import Foundation
import HealthCore
import ServiceDesk

/// Figures in the text format of OpenMetrics 1.0, which Prometheus reads too: for monitoring.
package struct OpenMetrics {
  package struct Sample: Sendable {
    package var labels: [(name: String, value: String)]
    package var value: Double

    package init(_ labels: [(name: String, value: String)], _ value: Double) {
      (self.labels, self.value) = (labels, value)
    }
  }

  private var families: [(name: String, help: String, samples: [Sample])] = []

  package init() {}

  /// A gauge; left out where it has no samples.
  package mutating func gauge(_ name: String, _ help: String, _ samples: [Sample]) {
    if !samples.isEmpty { families.append((name, help, samples)) }
  }

  package var text: String {
    var output = ""
    for family in families {
      output +=
        "# HELP replywell_\(family.name) \(Self.escaped(family.help, quotes: false))\n# TYPE replywell_\(family.name) gauge\n"
      for sample in family.samples {
        let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }.joined(
          separator: ",")
        output += "replywell_\(family.name)\(labels.isEmpty ? "" : "{\(labels)}") \(Self.number(sample.value))\n"
      }
    }
    return output + "# EOF\n"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    var output = ""
    // By scalars: "\r\n" is one character, and a line break of its own would begin another figure.
    for scalar in TextGate.clean(text).unicodeScalars {
      switch scalar {
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\"" where quotes: output += "\\\""
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
