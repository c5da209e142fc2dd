import Foundation
import ServiceDesk
import Yams

/// This person's settings, in `config.yaml`; read when first asked for.
package struct Configuration {
  package let folder: String
  package var file: String { folder + "/config.yaml" }

  private struct Written: Decodable {
    var responses: String?
    var outcomes: [String]?
    var causes: [String]?
  }

  init(environment: Environment) { folder = environment.configurationFolder }

  /// The known outcomes, with those that the configuration adds.
  package func outcomes() throws -> [String] { Resolution.outcomes + (try written().outcomes ?? []) }

  /// The known root causes, with those that the configuration adds.
  package func causes() throws -> [String] { Resolution.causes + (try written().causes ?? []) }

  /// Where the canned replies are, if the configuration says so.
  package func responses() throws -> String? { try written().responses }

  private func written() throws -> Written {
    guard let data = FileManager.default.contents(atPath: file) else { return Written() }
    guard data.count < 1 << 20 else { throw Complaint("\(file) is larger than 1 MiB", try: "a shorter one") }
    let text = String(decoding: data, as: UTF8.self)
    if text.allSatisfy(\.isWhitespace) { return Written() }
    do { return try YAMLDecoder().decode(Written.self, from: text) } catch {
      throw Complaint("\(file): it can't be read as settings", try: "KEY: VALUE lines, such as\ncauses: [rain, strike]")
    }
  }
}
