/// The layouts of tables that can be read. A new one is a file of this folder and a line here.
package enum TableFormats {
  /// The marketplaces' own before the desk's.
  package static let all: [any TableFormat.Type] = [
    AmazonOrders.self, AmazonUnshipped.self, AmazonReturns.self, AmazonFeedback.self, AlibabaInquiries.self,
    EtsyOrders.self,
    MessageTable.self, OrderTable.self, FeedbackTable.self, ClaimTable.self, ViolationTable.self, FigureTable.self,
    ExampleTable.self,
  ]

  /// The layout of a table that is to be imported as `kind`, by its columns in lower case.
  package static func recognised(columns: [String], kind: ImportKind) -> (any TableFormat.Type)? {
    all.first { $0.kind == kind && $0.recognises(columns) }
  }

  /// The desk's own columns for a kind; nil for mail, which is no table.
  package static func own(kind: ImportKind) -> (any TableFormat.Type)? {
    switch kind {
    case .orders: OrderTable.self
    case .feedback: FeedbackTable.self
    case .claims: ClaimTable.self
    case .violations: ViolationTable.self
    case .performance: FigureTable.self
    case .messages: MessageTable.self
    case .examples: ExampleTable.self
    case .mail: nil
    }
  }

  /// The layout of a table of whatever kind.
  package static func kindOf(columns: [String]) -> (any TableFormat.Type)? {
    all.first { $0.recognises(columns) }
  }

  /// What to do instead with a table that was to be imported as `kind` but is of another; nil where it may be of it.
  package static func misplaced(columns: [String], kind: ImportKind) -> String? {
    if columns.contains("masked") { return "is a masked export, and would mask what is known: export without --masked" }
    guard recognised(columns: columns, kind: kind) == nil, let format = kindOf(columns: columns), format.kind != kind
    else { return nil }
    return "this is \(format.title): import \(format.kind.rawValue) FILE"
  }
}
