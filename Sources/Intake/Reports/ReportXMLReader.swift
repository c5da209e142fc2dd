import Mail

/// Reads a document into elements, strictly: tags must match, and the depth and the number of elements are bounded.
struct ReportXMLReader {
  private static let deepest = 64
  private static let most = 100_000

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  /// The elements open around the place reached, under the names as written; the first stands for the document.
  private var open: [(tag: ArraySlice<UInt8>, element: ReportXML)] = [([], ReportXML(name: ""))]
  private var count = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The outermost element.
  mutating func read() throws(IntakeFault) -> ReportXML {
    while index < bytes.endIndex {
      if bytes[index] != UInt8(ascii: "<") {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
        try addText(bytes[index..<end])
        index = end
      } else if take("<!--") {
        _ = try upTo("-->")
      } else if take("<?") {
        _ = try upTo("?>")
      } else if take("<![CDATA[") {
        open[open.count - 1].element.text += Self.string(try upTo("]]>"))
      } else if take("<!") {
        throw IntakeFault(reason: "is XML with a document type of its own, which no report has")
      } else if take("</") {
        try close(try upTo(">"))
      } else {
        index += 1
        try begin(try tag())
      }
    }
    guard open.count == 1, let root = open[0].element.children.first else { throw Self.incomplete }
    return root
  }

  private static let incomplete = IntakeFault(reason: "is no XML, or only a part of it; download the report once more")

  private mutating func take(_ mark: StaticString) -> Bool {
    let isHere = mark.withUTF8Buffer { bytes[index...].starts(with: $0) }
    if isHere { index += mark.utf8CodeUnitCount }
    return isHere
  }

  /// What stands before `mark`, and goes behind it.
  private mutating func upTo(_ mark: StaticString) throws(IntakeFault) -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.endIndex {
      let here = index
      if take(mark) { return bytes[start..<here] }
      index += 1
    }
    throw Self.incomplete
  }

  /// What stands in a tag; a ">" in an attribute's quotation marks does not end it.
  private mutating func tag() throws(IntakeFault) -> ArraySlice<UInt8> {
    let start = index
    var quote: UInt8?
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return bytes[start..<(index - 1)]
      }
    }
    throw Self.incomplete
  }

  private mutating func begin(_ tag: ArraySlice<UInt8>) throws(IntakeFault) {
    let isEmpty = tag.last == UInt8(ascii: "/")
    let name = tag.prefix { !Self.isSpace($0) && $0 != UInt8(ascii: "/") }
    guard !name.isEmpty else { throw Self.incomplete }
    count += 1
    guard open.count <= Self.deepest, count <= Self.most else {
      throw IntakeFault(reason: "is XML of over \(Self.deepest) levels or \(Self.most) elements, which no report has")
    }
    let local = Self.string(name).split(separator: ":").last ?? ""
    open.append((name, ReportXML(name: local.lowercased())))
    if isEmpty { try close(name) }
  }

  private mutating func close(_ tag: ArraySlice<UInt8>) throws(IntakeFault) {
    let name = tag.prefix { !Self.isSpace($0) }
    guard open.count > 1, let last = open.popLast(), last.tag == name else { throw Self.incomplete }
    open[open.count - 1].element.children.append(last.element)
  }

  private mutating func addText(_ text: ArraySlice<UInt8>) throws(IntakeFault) {
    // Between elements stands only space.
    if text.allSatisfy(Self.isSpace) { return }
    guard open.count > 1 else { throw Self.incomplete }
    open[open.count - 1].element.text += try XMLText.decoded(Self.string(text))
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self) ?? Array(bytes).withUnsafeBytes { Charset.western($0) }
  }
}
