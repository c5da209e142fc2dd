import Foundation
import TestSupport
import Testing

/// What the README shows is what the program does.
@Suite struct ReadmeTests {
  @Test("the transcript in the README is a real one")
  func transcript() throws {
    let path = SourceTree.root + "/README.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let start = try #require(text.range(of: "```console\n"))
    let end = try #require(text[start.upperBound...].range(of: "\n```"))
    let desk = try DeskSession(width: 100)
    desk.now = Date(timeIntervalSince1970: 1_772_442_000)
    desk.run("account add shop --profile plain")
    desk.run("account set shop shop Lampshop")
    desk.run("import messages \(SourceTree.transcripts)/desks/three.csv")
    var played: [String] = []
    for line in text[start.upperBound..<end.lowerBound].split(separator: "\n") {
      guard line.hasPrefix("replywell"), let sign = line.range(of: "> ") else { continue }
      played.append(String(line))
      let result = desk.run(String(line[sign.upperBound...]))
      #expect(result.code == 0, "\(line): \(result.text)")
      played += result.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
    let joined = played.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      let new = text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: joined)
      try new.write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    #expect(joined == String(text[start.upperBound..<end.lowerBound]))
  }
}
