import Foundation

extension SuggestionModel {
  /// Changed with the features and with the layout: a model of another version is learned anew.
  private static let version: UInt32 = 1

  /// The model as bytes, for the desk.
  package func encoded() -> Data {
    var data = Data()
    func append(_ number: Int) { withUnsafeBytes(of: UInt32(number).littleEndian) { data.append(contentsOf: $0) } }
    append(Int(Self.version))
    append(lessons)
    append(labels.count)
    append(stride)
    append(documents.count)
    for (label, count) in zip(labels, lessonsOfLabel) {
      append(count)
      append(label.utf8.count)
      data.append(contentsOf: label.utf8)
    }
    var keys = [UInt32](repeating: 0, count: documents.count)
    for (key, row) in rows { keys[Int(row)] = key }
    keys.withUnsafeBytes { data.append(contentsOf: $0) }
    for numbers in [biases, documents, weights] { numbers.withUnsafeBytes { data.append(contentsOf: $0) } }
    return data
  }

  /// Reads what `encoded()` wrote; nil where it was another version's or is damaged.
  package init?(_ data: Data) {
    self.init()
    var reader = Reader(data: data)
    guard reader.number() == Int(Self.version), let lessons = reader.number(), let labelCount = reader.number(),
      let stride = reader.number(), let rowCount = reader.number(), labelCount <= stride
    else { return nil }
    self.lessons = lessons
    self.stride = stride
    for index in 0..<labelCount {
      guard let count = reader.number(), let length = reader.number(), let bytes = reader.bytes(length) else {
        return nil
      }
      let label = String(decoding: bytes, as: UTF8.self)
      labels.append(label)
      lessonsOfLabel.append(count)
      labelIndex[label] = index
    }
    guard let keys: [UInt32] = reader.array(rowCount, of: 0), let biases: [Float] = reader.array(labelCount, of: 0),
      let documents: [Float] = reader.array(rowCount, of: 0),
      let weights: [Float] = reader.array(rowCount * stride, of: 0), reader.isAtEnd
    else { return nil }
    (self.biases, self.documents, self.weights) = (biases, documents, weights)
    rows.reserveCapacity(rowCount)
    for (row, key) in keys.enumerated() { rows[key] = Int32(row) }
  }

  private struct Reader {
    let data: Data
    var place = 0

    var isAtEnd: Bool { place == data.count }

    mutating func bytes(_ count: Int) -> Data? {
      guard count >= 0, count <= data.count - place else { return nil }
      defer { place += count }
      return data.subdata(in: (data.startIndex + place)..<(data.startIndex + place + count))
    }

    mutating func number() -> Int? {
      bytes(4).map { Int($0.enumerated().reduce(0) { $0 | UInt32($1.element) << (8 * UInt32($1.offset)) }) }
    }

    mutating func array<Number>(_ count: Int, of zero: Number) -> [Number]? {
      guard count >= 0, count < 1 << 28, let bytes = bytes(count * MemoryLayout<Number>.size) else { return nil }
      var numbers = [Number](repeating: zero, count: count)
      _ = numbers.withUnsafeMutableBytes { bytes.copyBytes(to: $0) }
      return numbers
    }
  }
}
