import Testing

@testable import Intake

@Suite("Tables are read record by record")
struct TableReaderTests {
  private func read(_ text: String, size: Int = .max, mapping: [String: String] = [:]) throws -> [TableRow] {
    try read(Array(text.utf8), size: size, mapping: mapping)
  }

  private func read(_ bytes: [UInt8], size: Int = .max, mapping: [String: String] = [:]) throws -> [TableRow] {
    var reader = TableReader(mapping: mapping)
    var rows: [TableRow] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.count - start <= size ? bytes.count : start + size
      try Array(bytes[start..<end]).withUnsafeBytes { try reader.feed($0) { rows.append($0) } }
      start = end
    }
    try reader.finish { rows.append($0) }
    return rows
  }

  static let row = TableRow(line: 2, cells: ["at": "2026-09-12", "text": "Hello, you"], fault: nil)

  @Test(
    "Commas, semicolons, tabs and JSON lines say the same",
    arguments: [
      "at,text\n2026-09-12,\"Hello, you\"\n", "at;text\n2026-09-12;Hello, you\n", "at\ttext\n2026-09-12\tHello, you\n",
      "at,text\r\n2026-09-12,\"Hello, you\"\r\n",
      "\u{FEFF}at,text\n2026-09-12,\"Hello, you\"", "AT, Text \n2026-09-12,\"Hello, you\"\n",
      "\n{\"at\":\"2026-09-12\",\"text\":\"Hello, you\"}\n",
      "at,text,more\n2026-09-12,\"Hello, you\",\n", "\"at\",\"text\"\n\"2026-09-12\",\"Hello, you\"\n\n\n",
    ])
  func forms(text: String) throws {
    #expect(try read(text) == [Self.row])
  }

  @Test("Quoted cells run over lines, and the lines are counted", arguments: [1, 3, 16, Int.max])
  func quotedLines(size: Int) throws {
    let rows = try read("at,text\n1,\"one\r\ntwo \"\"three\"\"\n\nfour\"\n2,x\n", size: size)
    #expect(rows.map(\.line) == [2, 6])
    #expect(rows.map { $0.cells["text"] } == ["one\r\ntwo \"three\"\n\nfour", "x"])
  }

  @Test("Columns are renamed as they are mapped, in either case")
  func mapping() throws {
    #expect(try read("When,text\n2026-09-12,\"Hello, you\"\n", mapping: ["at": "when"]) == [Self.row])
    #expect(try read("\n{\"When\":\"2026-09-12\",\"text\":\"Hello, you\"}", mapping: ["at": "WHEN"]) == [Self.row])
  }

  @Test("JSON's numbers, truths and nulls become cells")
  func jsonValues() throws {
    let rows = try read("{\"a\":5,\"b\":true,\"c\":false,\"d\":null,\"e\":1.5,\"f\":\"\\u00e4\\n\\\"\",\"g\":\"\"}\n")
    #expect(
      rows == [TableRow(line: 1, cells: ["a": "5", "b": "true", "c": "false", "e": "1.5", "f": "ä\n\""], fault: nil)])
  }

  @Test(
    "A record that can't be read has a fault, and those around it none",
    arguments: [
      ("at,text\n1,a\n2\n3,c\n", [nil, "has 1 cells", nil]), ("at,text\n1,a\n2,b,c\n3,c\n", [nil, "has 3 cells", nil]),
      ("{\"at\":1}\nnot json\n{\"at\":3}\n", [nil, "no JSON object", nil]),
      ("{\"at\":1}\n[1]\n{\"at\":3}\n", [nil, "no JSON object", nil]),
      ("{\"at\":1}\n{\"at\":[2]}\n{\"at\":3}\n", [nil, "neither text", nil]),
      ("at,text\n1,a\n2,\"b\n3,c\n", [nil, "never closed"]),
    ] as [(String, [String?])])
  func faults(text: String, faults: [String?]) throws {
    let rows = try read(text)
    #expect(rows.count == faults.count)
    for (row, fault) in zip(rows, faults) {
      if let fault { #expect(row.fault?.contains(fault) == true) } else { #expect(row.fault == nil) }
    }
    #expect(rows.dropFirst().first?.line == (text.hasPrefix("{") ? 2 : 3))
  }

  @Test("A quotation mark in the midst of a cell is part of it: an inch is written so")
  func inches() throws {
    let rows = try read("at,text,buyer\n1,a 5\" lamp,Dana\n2,b,Kim\n3,c,Sam\n")
    #expect(rows.map { $0.cells["buyer"] } == ["Dana", "Kim", "Sam"])
    #expect(rows.first?.cells["text"] == "a 5\" lamp")
  }

  @Test("Bytes that are no UTF-8 are what spreadsheets save")
  func windows() throws {
    let rows = try read(Array("at,text\n1,caf".utf8) + [0xE9, 0x20, 0x80, 0x0A])
    #expect(rows.first?.cells["text"] == "café €")
  }

  @Test(
    "A file that is no table is refused as a whole",
    arguments: [
      ([0x1F, 0x8B, 8, 0], "gunzip"), ([0x50, 0x4B, 3, 4], "CSV"), ([0xFF, 0xFE, 0x61, 0], "UTF-16"),
      ([0x61, 0, 0x62], "binary"),
      (Array("\"at,text\n1,a\n".utf8), "never closed"),
    ] as [([UInt8], String)])
  func refused(bytes: [UInt8], reason: String) {
    let refusal = #expect(throws: TableRefusal.self) { try read(bytes) }
    #expect(refusal?.line == 1)
    #expect(refusal?.reason.contains(reason) == true)
  }

  @Test(
    "An empty file, and one with its header alone, have no records", arguments: ["", "\n\n", "at,text\n", "at,text"])
  func empty(text: String) throws {
    #expect(try read(text) == [])
  }
}
