import Foundation
import ServiceDesk

/// This person's `config.yaml`: what is set, aliases, saved filters, further outcomes and causes. Read when first asked
/// for, and again when `set` or `alias` has changed it.
package struct Configuration: Sendable {
  package let folder: String
  package var file: String { folder + "/config.yaml" }
  /// In bytes: nobody writes that much by hand.
  private static let largest = 1 << 20

  init(environment: Environment) { folder = environment.configurationFolder }

  private static let otherKeys = ["responses", "outcomes", "causes", "aliases", "filters"]

  /// The known outcomes, with those that the configuration adds.
  package func outcomes() throws -> [String] { Resolution.outcomes + (try written().list("outcomes") ?? []) }

  /// The known root causes, with those that the configuration adds.
  package func causes() throws -> [String] { Resolution.causes + (try written().list("causes") ?? []) }

  /// Where the canned replies are, if the configuration says so.
  package func responses() throws -> String? { try written().value("responses") }

  /// What is set, and what is wrong with the rest: a mistake in the file must not keep anyone from working.
  package func settings() -> (settings: Settings, faults: [String]) {
    var settings = Settings()
    do {
      let written = try written()
      var faults: [String] = []
      for key in written.keys where !Self.otherKeys.contains(key) {
        let place = "\(file), line \(written.line(of: key))"
        guard let setting = Setting(rawValue: key) else {
          let near = Nearest.names(to: key, among: Setting.allCases.map(\.rawValue) + Self.otherKeys)
          faults.append("\(place): there is no setting \(key)" + (near.first.map { "; try: \($0)" } ?? "; try: set"))
          continue
        }
        let value = written.list(key)?.joined(separator: " ") ?? ""
        if let reason = setting.fault(of: value) {
          faults.append("\(place): \(key): \(reason); the usual stands: \(setting.usual)")
        } else {
          settings.set(setting, to: value)
        }
      }
      return (settings, faults)
    } catch { return (settings, [Complaint.of(error).what + "; what is set there does not hold"]) }
  }

  package func aliases() throws -> [(name: String, value: String)] { try written().section("aliases") }

  package func filters() throws -> [(name: String, value: String)] { try written().section("filters") }

  // MARK: - The file

  private func written() throws -> ConfigurationFile {
    guard let data = FileManager.default.contents(atPath: file) else { return try parsed("") }
    guard data.count < Self.largest else { throw Complaint("\(file) is larger than 1 MiB", try: "a shorter one") }
    return try parsed(String(decoding: data, as: UTF8.self))
  }

  private func parsed(_ text: String) throws -> ConfigurationFile {
    do { return try ConfigurationFile(text) } catch {
      throw Complaint(
        "\(file), line \(error.line): \(error.reason)", try: "KEY: VALUE lines, such as\ncauses: [rain, strike]")
    }
  }

  /// Changes the file as a whole or not at all.
  func change(_ work: (inout ConfigurationFile) throws(ConfigurationFile.Fault) -> Void) throws {
    var changed = try written()
    do { try work(&changed) } catch {
      throw Complaint("\(file) can't be changed: line \(error.line) then \(error.reason)", try: "change it by hand")
    }
    // A link, as people's collections of settings are made of, stays one.
    let target = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data(changed.text.utf8).write(to: target, options: .atomic)
    } catch { throw Complaint("\(file) can't be written", try: "chmod u+w on it and its folder") }
  }
}
