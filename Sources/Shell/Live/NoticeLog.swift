import Foundation
import ServiceDesk

/// The notices of this person's shells, for `notices`: a line of JSON each, in the state folder.
struct NoticeLog {
  private struct Line: Codable {
    var desk: String
    var notice: Notice
  }

  let path: String
  let desk: String
  private let environment: Environment
  /// In bytes; then the older half goes.
  private static let largest = 1 << 18

  init(environment: Environment, desk: String) {
    self.environment = environment
    path = environment.stateFolder + "/notices.jsonl"
    self.desk = URL(fileURLWithPath: desk).standardizedFileURL.path
  }

  /// A list that can't be kept is no reason to stop working.
  func append(_ notices: [Notice]) {
    guard !notices.isEmpty else { return }
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .secondsSince1970
    let text = notices.compactMap { try? encoder.encode(Line(desk: desk, notice: $0)) }
      .map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
    environment.makeStateFolder()
    shorten()
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = DescriptorOutput.write(text, to: descriptor)
  }

  private func shorten() {
    guard let data = FileManager.default.contents(atPath: path), data.count > Self.largest else { return }
    let kept = String(decoding: data.suffix(Self.largest / 2), as: UTF8.self).split(separator: "\n").dropFirst()
    write(Array(kept))
  }

  private func write(_ lines: [Substring]) {
    let text = lines.map { $0 + "\n" }.joined()
    try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    chmod(path, 0o600)
  }

  /// Takes out what was told on this desk before `end`: notices name buyers.
  func forget(before end: Date) {
    guard let data = FileManager.default.contents(atPath: path) else { return }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    let kept = String(decoding: data, as: UTF8.self).split(separator: "\n").filter { text in
      guard let line = try? decoder.decode(Line.self, from: Data(text.utf8)) else { return false }
      return line.desk != desk || line.notice.at >= end
    }
    write(kept)
  }

  /// The last ones on this desk, the newest last; what several shells told of is there once.
  func last(_ count: Int, before now: Date) -> [Notice] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    var seen: Set<String> = []
    let notices = String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      try? decoder.decode(Line.self, from: Data(line.utf8))
    }.filter { $0.desk == desk && $0.notice.at <= now && seen.insert($0.notice.key).inserted }.map(\.notice)
    return Array(notices.suffix(count))
  }
}
