import Foundation
import ServiceDesk

/// The canned replies on disk: one file each, in a folder for each language, with the snippets they share in
/// `shared/`. Read when first asked for.
package struct ReplyLibrary: Sendable {
  /// A file that can't be used, with what is wrong.
  package struct BadFile: Sendable, Equatable {
    package var path: String
    package var fault: ReplyFault
  }

  static let ending = ".mustache"
  /// In bytes: no marketplace takes a message as long as that.
  static let longestFile = 1 << 17
  /// The folder of a language's snippets.
  static let shared = "shared"

  private let options: GlobalOptions
  private let environment: Environment
  private let configuration: Configuration
  private let files = ReplyFiles()

  init(options: GlobalOptions, environment: Environment, configuration: Configuration) {
    self.options = options
    self.environment = environment
    self.configuration = configuration
  }

  // MARK: - Where

  /// The folders, one's own before the shipped ones: as said on the command line, as configured, else the one beside the
  /// configuration over the one beside the installed binary or in the source tree.
  package func folders() throws -> [String] {
    if let said = options.responses {
      guard Self.isFolder(said) else { throw Complaint.usage("\(said) is no folder", try: "--responses DIR") }
      return [said]
    }
    if let configured = try configuration.responses() {
      guard Self.isFolder(configured) else {
        throw Complaint(
          "\(configuration.file) names \(configured) as responses, which is no folder", try: "correct it there")
      }
      return [configured]
    }
    let places = [environment.binaryFolder() + "/../share/replywell/responses", Self.sourceTree + "/responses"]
    let shipped = places.first(where: Self.isFolder)
    let found = [ownFolder, shipped].compactMap(\.self).filter(Self.isFolder)
    guard !found.isEmpty else {
      throw Complaint(
        "the canned replies are not installed", try: "--responses DIR, or responses: DIR in \(configuration.file)")
    }
    return found
  }

  /// Where a new or changed reply is written to: never into what was installed.
  package func writableFolder() throws -> String {
    if options.responses != nil { return try folders()[0] }
    return try configuration.responses() ?? ownFolder
  }

  private var ownFolder: String { configuration.folder + "/responses" }

  /// The root of the source tree that this binary was built in.
  private static var sourceTree: String {
    (0..<4).reduce(URL(fileURLWithPath: #filePath)) { path, _ in path.deletingLastPathComponent() }.path
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  /// The file of a reply; nil where no folder has it.
  package func path(of name: String, language: String) throws -> String? {
    guard Self.isName(name), Self.isName(language) else { return nil }
    return try folders().map { "\($0)/\(language)/\(name)\(Self.ending)" }.first {
      FileManager.default.fileExists(atPath: $0)
    }
  }

  // MARK: - What there is

  package func languages() throws -> [String] {
    let found = try folders().flatMap { folder in list(folder).filter { Self.isFolder("\(folder)/\($0)") } }
    return Set(found).sorted()
  }

  /// The names of the replies in a language, without reading them.
  package func names(language: String) throws -> [String] {
    Set(try folders().flatMap { list("\($0)/\(language)").compactMap(Self.name) }).sorted()
  }

  /// Every name in any language.
  package func names() throws -> [String] { Set(try languages().flatMap { try names(language: $0) }).sorted() }

  /// All replies that can be read, each in the first of the languages that has it, and the files that can't.
  package func all(languages: [String]) throws -> (replies: [CannedReply], bad: [BadFile]) {
    var replies: [CannedReply] = []
    var bad: [BadFile] = []
    var seen: Set<String> = []
    for language in languages {
      for name in try names(language: language) where seen.insert(name).inserted {
        guard let path = try path(of: name, language: language) else { continue }
        do { replies.append(try files.read(path, name: name, language: language)) } catch {
          bad.append(BadFile(path: path, fault: error))
        }
      }
    }
    return (replies.sorted { $0.name < $1.name }, bad)
  }

  /// The reply of that name in the first of the languages that has it; nil where none has.
  package func reply(_ name: String, languages: [String]) throws -> CannedReply? {
    for language in languages {
      guard let path = try path(of: name, language: language) else { continue }
      do { return try files.read(path, name: name, language: language) } catch {
        throw Complaint("\(path), line \(error.line): \(error.reason)", try: error.remedy)
      }
    }
    return nil
  }

  /// The snippets of a language; what it lacks is not taken from another one.
  package func snippets(language: String) throws -> Snippets {
    let folders = try folders()
    return Snippets { (name: String) throws(ReplyFault) -> Snippet? in
      guard Self.isName(name), Self.isName(language) else { return nil }
      let paths = folders.map { "\($0)/\(language)/\(Self.shared)/\(name)\(Self.ending)" }
      guard let path = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) else { return nil }
      return try Snippet(name: name, file: try Self.text(of: path))
    }
  }

  // MARK: - Files

  static func read(_ path: String, name: String, language: String) throws(ReplyFault) -> CannedReply {
    try CannedReply(name: name, language: language, file: try text(of: path))
  }

  static func text(of path: String) throws(ReplyFault) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ReplyFault(line: 0, reason: "can't be read", remedy: "chmod u+r on it")
    }
    guard data.count <= longestFile else {
      throw ReplyFault(line: 0, reason: "is larger than 128 KiB", remedy: "shorten it")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ReplyFault(line: 0, reason: "is not UTF-8", remedy: "save it as UTF-8")
    }
    return text.replacingOccurrences(of: "\r\n", with: "\n")
  }

  /// What may stand in a path: nothing that leads out of the folder.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) } && name.utf8.count <= 100
  }

  private static func name(of file: String) -> String? {
    file.hasSuffix(ending) && !file.hasPrefix(".") ? String(file.dropLast(ending.count)) : nil
  }

  private func list(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }
}
