/// Classes of words that phrases name as `@review`: a line a language (English, German, Spanish, French, Chinese),
/// words set apart by spaces, those of several tokens bound by `_`.
enum Vocabulary {
  static let classes: [String: String] = [reviews, talk, trade].reduce(into: [:]) { all, some in
    all.merge(some) { _, new in new }
  }
}
