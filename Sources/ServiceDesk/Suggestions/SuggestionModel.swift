import Foundation

/// A message that was answered with a canned reply: what suggestions are learned from.
package struct Lesson: Sendable, Equatable {
  package var text: String
  package var response: String
  /// What was known beside the words, such as `order:late`.
  package var facts: [String]

  package init(text: String, response: String, facts: [String] = []) {
    self.text = text
    self.response = response
    self.facts = facts
  }
}

/// Which canned reply fits a message: multinomial logistic regression over `MessageFeatures`, weighted by how rare a
/// feature is. It learns from one lesson at a time; the same lessons in the same order always make the same model.
package struct SuggestionModel: Sendable {
  /// The replies it has learned, in the order of first meeting.
  package internal(set) var labels: [String] = []
  /// How many lessons it has had, for all and for each label.
  package internal(set) var lessons = 0
  package internal(set) var lessonsOfLabel: [Int] = []

  var labelIndex: [String: Int] = [:]
  var rows: [UInt32: Int32] = [:]
  /// By row: the lessons in which the feature stood.
  var documents: [Float] = []
  /// By row, `stride` for each; the columns are labels.
  var weights: [Float] = []
  var biases: [Float] = []
  /// Columns to a row, a multiple of eight: whole vectors.
  var stride = 0

  package init() {}

  // MARK: - Learning

  /// The step of gradient descent on a message of length 1.
  private static let step: Float = 2
  /// Words need more room than the habit of picking a reply often.
  private static let biasStep: Float = 0.2

  /// Learns many lessons together, each of them several times.
  ///
  /// - Parameter passes: how often; nil: thirty times, which is enough to settle, and fewer the more lessons there are,
  ///   as ten thousand settle sooner.
  package init(_ lessons: [Lesson], passes: Int? = nil) {
    let read = lessons.map { MessageFeatures(of: $0.text, facts: $0.facts) }
    for (lesson, features) in zip(lessons, read) { note(features, lesson.response) }
    let vectors = read.map { vector($0) }
    let targets = lessons.map { labelIndex[$0.response] ?? 0 }
    var order = Array(lessons.indices)
    var random = SplitMix64(seed: 0x5265_706C)
    for _ in 0..<(passes ?? max(6, min(30, 60_000 / max(1, lessons.count)))) {
      order.shuffle(using: &random)
      for index in order { descend(vectors[index], target: targets[index]) }
    }
  }

  /// Learns one lesson now, until the model would suggest it itself.
  package mutating func learn(_ lesson: Lesson) {
    let features = MessageFeatures(of: lesson.text, facts: lesson.facts)
    note(features, lesson.response)
    guard let target = labelIndex[lesson.response] else { return }
    let vector = vector(features)
    for _ in 0..<6 where descend(vector, target: target) < 0.6 {}
  }

  /// Makes room for a lesson's features and label, and counts them.
  private mutating func note(_ features: MessageFeatures, _ label: String) {
    if labelIndex[label] == nil { add(label) }
    for feature in features.features {
      if let row = rows[feature.key] {
        documents[Int(row)] += 1
      } else {
        rows[feature.key] = Int32(documents.count)
        documents.append(1)
        weights.append(contentsOf: repeatElement(0, count: stride))
      }
    }
    lessons += 1
    if let index = labelIndex[label] { lessonsOfLabel[index] += 1 }
  }

  private mutating func add(_ label: String) {
    labelIndex[label] = labels.count
    labels.append(label)
    lessonsOfLabel.append(0)
    biases.append(0)
    guard labels.count > stride else { return }
    let wider = max(8, stride * 2)
    var moved = [Float](repeating: 0, count: documents.count * wider)
    for row in documents.indices {
      for column in 0..<stride { moved[row * wider + column] = weights[row * stride + column] }
    }
    weights = moved
    stride = wider
  }

  /// One step towards `target`; gives how likely the model held it before.
  @discardableResult
  private mutating func descend(_ vector: [Entry], target: Int) -> Float {
    var errors = probabilities(vector)
    let held = errors[target]
    guard held < 0.995 else { return held }
    errors[target] -= 1
    let stride = stride
    for (index, error) in errors.enumerated() { biases[index] -= Self.biasStep * error }
    errors += repeatElement(0, count: stride - errors.count)
    weights.withUnsafeMutableBufferPointer { weights in
      errors.withUnsafeBufferPointer { errors in
        for entry in vector {
          let start = Int(entry.row) * stride
          let change = Self.step * entry.value
          for column in 0..<stride { weights[start + column] -= change * errors[column] }
        }
      }
    }
    return held
  }

  // MARK: - Answering

  private struct Entry {
    var row: Int32
    var value: Float
  }

  /// The message as a vector of length 1 over the features that are known.
  private func vector(_ message: MessageFeatures) -> [Entry] {
    var entries: [(entry: Entry, group: MessageFeatures.Group)] = []
    var squares = [Float](repeating: 0, count: MessageFeatures.Group.allCases.count)
    for feature in message.features {
      guard let row = rows[feature.key] else { continue }
      let rarity = log(Float(1 + lessons) / (1 + documents[Int(row)])) + 1
      let value = (1 + log(feature.count)) * rarity
      squares[Int(feature.group.rawValue)] += value * value
      entries.append((Entry(row: row, value: value), feature.group))
    }
    // Each group has the length of its weight; together they have length 1.
    var total: Float = 0
    for group in MessageFeatures.Group.allCases where squares[Int(group.rawValue)] > 0 {
      total += group.weight * group.weight
    }
    return entries.map { entry, group in
      let length = group.weight / (squares[Int(group.rawValue)] * total).squareRoot()
      return Entry(row: entry.row, value: entry.value * length)
    }
  }

  private func sums(_ vector: [Entry]) -> [Float] {
    var sums = biases
    sums += repeatElement(0, count: stride - sums.count)
    let stride = stride
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for entry in vector {
          let start = Int(entry.row) * stride
          for column in 0..<stride { sums[column] += entry.value * weights[start + column] }
        }
      }
    }
    return Array(sums.prefix(labels.count))
  }

  /// Beside the labels there is always "none of these", whose sum stays 0: else the first label could not be learned,
  /// as it would be the only answer whatever is asked.
  private func probabilities(_ vector: [Entry]) -> [Float] { Array(Softmax.of(sums(vector) + [0]).dropLast()) }

  /// How much speaks for each label, by name; to be compared with each other only.
  package func scores(of message: MessageFeatures) -> [String: Float] {
    Dictionary(uniqueKeysWithValues: zip(labels, sums(vector(message))))
  }

  /// How many lessons it has had for a reply.
  package func lessons(of label: String) -> Int { labelIndex[label].map { lessonsOfLabel[$0] } ?? 0 }

  /// The labels, most likely first; ties in the order of their names.
  package func ranking(of message: MessageFeatures) -> [(label: String, probability: Float)] {
    zip(labels, probabilities(vector(message))).map { ($0, $1) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  /// What each word of the message adds to a label above the others' average.
  func evidence(in message: MessageFeatures, for label: String) -> [Float] {
    var words = [Float](repeating: 0, count: message.words.count)
    guard let column = labelIndex[label] else { return words }
    var gains: [UInt32: Float] = [:]
    let known = message.features.filter { rows[$0.key] != nil }
    for (feature, entry) in zip(known, vector(message)) {
      let row = weights[(Int(entry.row) * stride)..<(Int(entry.row) * stride + labels.count)]
      let mean = row.reduce(0, +) / Float(labels.count)
      gains[feature.key] = entry.value * (row[row.startIndex + column] - mean) / feature.count
    }
    for occurrence in message.occurrences {
      if let gain = gains[occurrence.key], let word = occurrence.word { words[word] += gain }
    }
    return words
  }
}

enum Softmax {
  static func of(_ sums: [Float]) -> [Float] {
    guard let highest = sums.max() else { return [] }
    let powers = sums.map { exp($0 - highest) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }
}
