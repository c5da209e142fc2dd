import Testing
import TestSupport

@Suite struct TranscriptTests {
  @Test("a session goes as its transcript says", arguments: Transcript.names)
  func plays(_ name: String) throws {
    try Transcript(path: SourceTree.transcripts + "/" + name).play()
  }

  @Test func thereAreTranscripts() { #expect(Transcript.names.count >= 10) }
}
