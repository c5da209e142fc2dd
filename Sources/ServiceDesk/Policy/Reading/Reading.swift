/// A message with what several rules need to know of it.
final class Reading: Sendable {
  /// In Unicode scalars, six times what Amazon takes (MSG-027); what comes after is not read, so that time is bounded.
  static let longest = 12_000

  let message: OutgoingText
  /// The message's text as far as it is read.
  let original: String
  let text: ReadText
  let mailAddresses: [Range<Int>]
  let links: [Link]
  /// The sentences, without those that only repeat what the buyer said or asked.
  let ownSentences: [Range<Int>]

  init(_ message: OutgoingText) {
    self.message = message
    let original = String(String.UnicodeScalarView(message.text.unicodeScalars.prefix(Self.longest)))
    let text = ReadText(original)
    let mailAddresses = MailScanner.addresses(in: text)
    self.original = original
    self.text = text
    self.mailAddresses = mailAddresses
    links = LinkScanner.links(in: text).filter { link in !mailAddresses.contains { $0.overlaps(link.range) } }
    ownSentences = text.sentences.filter { !Words.isReported($0, in: text) }
  }

  /// What a rule found at these words.
  func hit(_ range: Range<Int>, why: String? = nil) -> PolicyRule.Hit { PolicyRule.Hit(text.words(range), why: why) }

  /// Something is refused, denied or excluded in the clauses over which `place` goes.
  func isDenied(_ place: Range<Int>) -> Bool {
    let clauses = text.clauses(of: place)
    return Words.denial.places(in: text, clauses).contains { denial in
      denial.upperBound <= clauses.upperBound && !isEncouragement(denial)
    }
  }

  /// Only what comes before counts: "cancel it, so that we don't have to" asks for it all the same.
  func isDenied(before place: Range<Int>) -> Bool {
    let start = text.clauses(of: place).lowerBound
    return start < place.lowerBound && Words.denial.stands(in: text, start..<place.lowerBound)
  }

  /// "Don't hesitate", "why not": a denial in form only.
  private func isEncouragement(_ denial: Range<Int>) -> Bool {
    let sentence = text.sentence(of: denial.lowerBound)
    let around = max(sentence.lowerBound, denial.lowerBound - 2)..<denial.upperBound
    return Words.encouragement.places(in: text, around).contains { $0.overlaps(denial) }
  }

  /// A sentence with the `count` own ones that follow it.
  func passage(from index: Int, with count: Int) -> Range<Int> {
    ownSentences[index].lowerBound..<ownSentences[min(index + count, ownSentences.count - 1)].upperBound
  }

  /// Two ranges as one, with what lies between.
  static func span(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
    min(one.lowerBound, other.lowerBound)..<max(one.upperBound, other.upperBound)
  }
}
