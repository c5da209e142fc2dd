import Foundation
import ServiceDesk

/// The canned replies on disk: one file each, in a folder for each language. Read when first asked for.
package struct ReplyLibrary {
  /// A file that can't be used, with what is wrong.
  package struct BadFile: Sendable, Equatable {
    package var path: String
    package var fault: ReplyFault
  }

  private let options: GlobalOptions
  private let environment: Environment
  private let configuration: Configuration

  init(options: GlobalOptions, environment: Environment, configuration: Configuration) {
    self.options = options
    self.environment = environment
    self.configuration = configuration
  }

  /// The folder: as said on the command line, in the configuration, beside the installed binary, in the source tree.
  package func folder() throws -> String {
    if let said = options.responses {
      guard Self.isFolder(said) else { throw Complaint.usage("\(said) is no folder", try: "--responses DIR") }
      return said
    }
    if let configured = try configuration.responses() {
      guard Self.isFolder(configured) else {
        throw Complaint(
          "\(configuration.file) names \(configured) as responses, which is no folder", try: "correct it there")
      }
      return configured
    }
    let places = [environment.binaryFolder + "/../share/replywell/responses", Self.sourceTree + "/responses"]
    guard let found = places.first(where: Self.isFolder) else {
      throw Complaint(
        "the canned replies are not installed", try: "--responses DIR, or responses: DIR in \(configuration.file)")
    }
    return found
  }

  /// The root of the source tree that this binary was built in.
  private static var sourceTree: String {
    (0..<3).reduce(#filePath) { path, _ in (path as NSString).deletingLastPathComponent }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  package func languages() throws -> [String] {
    let folder = try folder()
    return try list(folder).filter { Self.isFolder("\(folder)/\($0)") }
  }

  /// The names of the replies in a language, without reading them.
  package func names(language: String) throws -> [String] {
    try list("\(try folder())/\(language)").compactMap { Self.name(of: $0) }
  }

  /// Every name in any language.
  package func names() throws -> [String] { try Set(languages().flatMap { try names(language: $0) }).sorted() }

  /// All replies of a language that can be read, and the files that can't.
  package func all(language: String) throws -> (replies: [CannedReply], bad: [BadFile]) {
    var replies: [CannedReply] = []
    var bad: [BadFile] = []
    let folder = try folder() + "/" + language
    for file in try list(folder) {
      guard let name = Self.name(of: file) else { continue }
      do { replies.append(try Self.read("\(folder)/\(file)", name: name, language: language)) } catch let fault
        as ReplyFault
      {
        bad.append(BadFile(path: "\(folder)/\(file)", fault: fault))
      }
    }
    return (replies, bad)
  }

  /// The reply of that name in the first of the languages that has it; nil where none has.
  package func reply(_ name: String, languages: [String]) throws -> CannedReply? {
    guard !name.contains("/"), !name.hasPrefix(".") else { return nil }
    let folder = try folder()
    for language in languages {
      let path = "\(folder)/\(language)/\(name).mustache"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      do { return try Self.read(path, name: name, language: language) } catch let fault as ReplyFault {
        throw Complaint("\(path), line \(fault.line): \(fault.reason)", try: fault.remedy)
      }
    }
    return nil
  }

  private static func read(_ path: String, name: String, language: String) throws -> CannedReply {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ReplyFault(line: 0, reason: "can't be read", remedy: "chmod u+r on it")
    }
    guard data.count <= 1 << 17 else {
      throw ReplyFault(line: 0, reason: "is larger than 128 KiB", remedy: "shorten it")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ReplyFault(line: 0, reason: "is not UTF-8", remedy: "save it as UTF-8")
    }
    return try CannedReply(name: name, language: language, file: text.replacingOccurrences(of: "\r\n", with: "\n"))
  }

  private static func name(of file: String) -> String? {
    file.hasSuffix(".mustache") && !file.hasPrefix(".") ? String(file.dropLast(".mustache".count)) : nil
  }

  private func list(_ folder: String) throws -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }
}
