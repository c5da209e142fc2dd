import Foundation

/// Where Amazon's feedback report has its cells: under English names, else by position, for its header comes in the
/// language of the marketplace (MARKETPLACES.md 6.2).
enum FeedbackLayout {
  struct Cells {
    var date: String?
    var rating: String?
    var comment: String?
    var order: String?
  }

  /// The first three columns as Amazon's marketplaces begin to name them. The year's layout may differ in a word, so
  /// one of the three in its place is enough.
  private static let openings: [[String]] = [
    ["date", "datum", "fecha", "data", "日付"],
    ["rating", "bewertung", "évaluation", "evaluation", "note", "valoración", "calificación", "valutazione", "評価"],
    ["comment", "kommentar", "comentario", "comentário", "commenti", "コメント"],
  ]

  static func isEnglish(_ columns: [String]) -> Bool {
    Set(columns).isSuperset(of: ["date", "rating", "comments", "order id"])
  }

  /// Six columns today, ten in the older layout.
  static func isLocalised(_ columns: [String]) -> Bool {
    guard orderPosition(columns.count) != nil, !columns.contains(where: FeedbackTable.fields.contains) else {
      return false
    }
    return zip(columns, openings).contains { column, words in words.contains { column.hasPrefix($0) } }
  }

  static func cells(_ row: TableRow) throws(IntakeFault) -> Cells {
    let named = Cells(date: row["date"], rating: row["rating"], comment: row["comments"], order: row["order id"])
    if named.rating != nil { return named }
    guard let position = orderPosition(row.values.count) else { return named }
    let values = row.values.map { $0.trimmingCharacters(in: .whitespaces) }
    let order = values[position].isEmpty ? nil : values[position]
    if let order, !isOrderNumber(order) {
      throw IntakeFault(reason: "cell \(position + 1) \"\(Cell.short(order))\" is no order number of Amazon's")
    }
    func cell(_ index: Int) -> String? { values[index].isEmpty ? nil : values[index] }
    return Cells(date: cell(0), rating: cell(1), comment: cell(2), order: order)
  }

  private static func orderPosition(_ count: Int) -> Int? {
    switch count {
    case 6: 4
    case 10: 7
    default: nil
    }
  }

  /// `114-5550101-2220202` (MARKETPLACES.md 6.8 [O]).
  private static func isOrderNumber(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [3, 7, 7]
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
