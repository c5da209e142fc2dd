/// What a command gives back: a value with a face for people and one for machines. Only the loop prints.
package protocol Answer {
  /// As a person reads it, without a line break at the end.
  func text(on page: Page) -> Rich
  /// As JSON, and by its first list as CSV or Markdown.
  var document: Document { get }
  /// What CSV and Markdown are made of, where the document nests what a table must not.
  var table: Document { get }
  /// Where JSON is given as one object a line, whatever the format; nil elsewhere.
  var jsonLines: [Document]? { get }
  /// Where the answer may be larger than memory: writes it piece by piece, in the format asked for; nil elsewhere.
  var pieces: Pieces? { get }
  /// What a person should know beside it; goes to standard error.
  var notices: [String] { get }
  /// 0 unless the answer itself is the news, as with `check`.
  var exitCode: Int32 { get }
}

package typealias Pieces = (_ write: (String) throws -> Void) throws -> Void

extension Answer {
  package var table: Document { document }
  package var jsonLines: [Document]? { nil }
  package var pieces: Pieces? { nil }
  package var notices: [String] { [] }
  package var exitCode: Int32 { 0 }
}

/// An answer that is only said.
package struct Said: Answer {
  package var words: Rich
  package var document: Document
  package var notices: [String] = []

  package init(_ words: Rich, document: Document = .object([:]), notices: [String] = []) {
    self.words = words
    self.document = document
    self.notices = notices
  }

  package func text(on page: Page) -> Rich { words }
}
