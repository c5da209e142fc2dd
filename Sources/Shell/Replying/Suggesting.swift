import DeskStore
import Foundation
import ServiceDesk

extension Session {
  /// Ranks these replies; what their files teach is kept for the next question.
  mutating func suggester(among replies: [CannedReply]) throws -> ReplySuggester {
    if filesTeach?.replies != replies { filesTeach = (replies, ReplySuggester.prior(of: replies)) }
    return ReplySuggester(candidates: replies, prior: filesTeach?.model, learned: try learnedSuggestions())
  }

  /// What has been learned from examples and picks up to now.
  ///
  /// The kept model is brought up to date with what has come since; from time to time that is kept too, so that the way
  /// from it stays short.
  func learnedSuggestions() throws -> SuggestionModel {
    guard let kept = try desk.suggestionModel() else { return try relearn() }
    var model = kept.model
    let news = try desk.lessons(after: kept.mark)
    for lesson in news.lessons { model.learn(lesson) }
    if news.lessons.count >= 64 { try desk.keep(model, learnedTo: news.mark) }
    return model
  }

  /// Learns everything anew, as after an import of examples: together, lessons teach more than one after the other.
  @discardableResult
  func relearn() throws -> SuggestionModel {
    let all = try desk.lessons(after: LessonMark())
    guard !all.lessons.isEmpty else { return SuggestionModel() }
    let model = SuggestionModel(all.lessons)
    try desk.keep(model, learnedTo: all.mark)
    return model
  }

  /// What a case asks: the buyer's words since the last answer.
  func question(of subject: Case) throws -> SuggestionQuestion {
    let messages = (try desk.file(subject.id, at: now)?.messages ?? []).filter { !$0.isAutomatic }
    let waiting = messages.suffix(while: { $0.direction == .in })
    let words = (waiting.isEmpty ? messages.filter { $0.direction == .in }.suffix(1) : waiting).map(\.text)
    var text = words.joined(separator: "\n")
    // A message without words of its own may have said all in its subject.
    if !text.contains(where: \.isLetter) { text = subject.subject ?? "" }
    return SuggestionQuestion(
      text: text, kind: subject.kind, order: try order(of: subject)?.situation(at: now) ?? .none,
      language: subject.language)
  }
}

extension Array {
  /// The elements at the end that all fulfil a condition.
  fileprivate func suffix(while isKept: (Element) -> Bool) -> ArraySlice<Element> {
    var start = endIndex
    while start > startIndex, isKept(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
