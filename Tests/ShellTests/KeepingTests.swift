@testable import DeskStore
import Foundation
import TestSupport
import Testing

/// What is kept, copied, given out and taken away.
@Suite("Keeping and forgetting") struct KeepingTests {
  private static let now = Date(timeIntervalSince1970: 1_772_442_000)  // 2026-03-02 09:00

  /// A shop with orders, feedback, a claim and answered conversations, old and new.
  private func shop() throws -> DeskSession {
    let desk = try DeskSession()
    desk.now = Self.now
    func file(_ name: String, _ text: String) throws -> String {
      let path = desk.folder.path + "/" + name
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }
    let orders = try file(
      "orders.csv",
      """
      order_id,purchased_at,ship_by,shipped_at,deliver_by,delivered_at,carrier,tracking,tracking_valid,buyer
      114-0000001-0000001,2026-01-05,2026-01-06,2026-01-06,2026-01-12,2026-01-10,UPS,1Z1,true,Dana Quarrel
      114-0000002-0000002,2026-01-06,2026-01-07,2026-01-09,2026-01-12,2026-01-11,UPS,1Z2,true,Mona Quarrel
      114-0000003-0000003,2026-02-20,2026-02-21,2026-02-21,2026-02-25,2026-02-24,UPS,1Z3,true,Nils Quarrel
      """)
    let messages = try file(
      "messages.jsonl",
      """
      {"message_id":"m1","order_id":"114-0000001-0000001","buyer":"Dana Quarrel","at":"2026-01-15T09:00:00Z","text":"The zinnober lamp flickers."}
      {"message_id":"m2","order_id":"114-0000002-0000002","buyer":"Mona Quarrel","at":"2026-01-16T09:00:00Z","text":"A vermilion lamp, please."}
      {"message_id":"m3","order_id":"114-0000003-0000003","buyer":"Nils Quarrel","at":"2026-02-26T09:00:00Z","text":"A cobalt lamp arrived."}
      """)
    let feedback = try file(
      "feedback.csv",
      """
      feedback_id,order_id,rating,comment,left_at
      f1,114-0000001-0000001,5,"Lovely, says Dana Quarrel",2026-01-20
      """)
    let claims = try file(
      "claims.csv",
      """
      claim_id,order_id,kind,opened_at,text
      c1,114-0000002-0000002,a-to-z,2026-01-18,"Mona Quarrel wants her money"
      """)
    for line in [
      "account add amazon-us --profile amazon", "import orders \(orders)", "import messages \(messages)",
      "import feedback \(feedback)", "import claims \(claims)",
      "reply 1 --text \"Dear Dana Quarrel, a new one is on its way.\" --send --yes",
      "resolve 1 replaced --cause defective --note \"Dana Quarrel was friendly\"",
    ] {
      let result = desk.run(line)
      try #require(result.code == 0, "\(line): \(result.text)")
    }
    return desk
  }

  private static let figures = [
    "health --json", "compliance --json", "compliance --by weekday --json", "metric order-defect-rate --trend --json",
    "headroom --json", "forecast --json", "causes --json", "report metrics",
  ]

  private func figures(of desk: DeskSession) -> [String] { Self.figures.map { desk.run($0).text } }

  private func everything(of desk: DeskSession) -> [String] {
    figures(of: desk)
      + [
        "queue --all --json", "show 1 --json", "show 2 --json", "history 1 --json", "find lamp --json",
        "account list --json",
      ]
      .map { desk.run($0).text }
  }

  private func isSound(_ desk: DeskSession) -> Bool {
    desk.run("verify --json").text.contains(#""chain":"ok","totals":"ok","problems":[]"#)
  }

  @Test("what was exported makes an equal desk, of which the same is exported again") func roundTrip() throws {
    let desk = try shop()
    let file = desk.folder.path + "/all.jsonl"
    #expect(desk.run("export everything --output \(file)").code == 0)
    let other = try DeskSession()
    other.now = Self.now
    let result = other.run("restore \(file)")
    try #require(result.code == 0, "\(result.text)")
    #expect(isSound(other))
    #expect(everything(of: other) == everything(of: desk))
    #expect(other.run("export everything").text == desk.run("export everything").text)
    // Both go on from there, with the same log.
    #expect(other.run("note 3 \"called\"").code == 0 && isSound(other))
  }

  @Test("an export that was changed, cut off or belongs to another release is refused, and the desk stays empty")
  func damagedExport() throws {
    let desk = try shop()
    let whole = desk.run("export everything").text
    let lines = whole.split(separator: "\n").map(String.init)
    let damaged: [(String, String)] = [
      (whole.replacing("zinnober", with: "zinnoter"), "messages 1 (#1): not as entry"),
      (lines.dropLast().joined(separator: "\n"), "was cut off"),
      ((lines.prefix(9) + lines.dropFirst(10)).joined(separator: "\n"), "rows were written"),
      (whole.replacing(#""schema":5"#, with: #""schema":4"#), "another Replywell"),
      (whole.replacing(#""table":"orders""#, with: #""table":"horders""#), "there is no table horders"),
      (whole.replacing(#""number":"#, with: #""numbers":"#), "orders: it has other columns"),
      (whole + "{}\n", "follows the export's end"),
    ]
    for (text, word) in damaged {
      let other = try DeskSession()
      let file = other.folder.path + "/all.jsonl"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      let result = other.run("restore \(file)")
      #expect(result.code != 0 && result.text.contains(word), "\(word): \(result.text)")
      #expect(other.run("account list --json").text.hasPrefix("{\"accounts\":[],"))
    }
    let other = try shop()
    let file = other.folder.path + "/all.jsonl"
    try whole.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(other.run("restore \(file)").text.contains("has something on it"))
  }

  @Test(
    "tables that are exported bring nothing new when they are imported",
    arguments: [
      "orders", "messages", "feedback", "claims", "violations", "examples",
    ])
  func tables(_ kind: String) throws {
    let desk = try shop()
    let file = desk.folder.path + "/\(kind).jsonl"
    #expect(desk.run("export \(kind) --output \(file)").code == 0)
    let before = everything(of: desk)
    let result = desk.run("import \(kind) \(file) --json")
    #expect(result.code == 0 && result.text.contains(#""added":0,"updated":0"#), "\(result.text)")
    #expect(everything(of: desk) == before)
  }

  @Test("a masked export names nobody") func masked() throws {
    let desk = try shop()
    for kind in ["everything", "cases", "orders", "messages", "feedback", "claims"] {
      let result = desk.run("export \(kind) --masked")
      #expect(result.code == 0)
      for word in ["Quarrel", "Dana", "zinnober", "friendly", "\"m1\"", "1Z1"] {
        #expect(!result.text.contains(word), "\(kind): \(word)")
      }
    }
    let orders = desk.run("export orders --masked").text
    #expect(orders.contains("114-0000001-0000001") && orders.contains("buyer-"))
  }

  @Test("a filter takes only what belongs to its cases") func filtered() throws {
    let desk = try shop()
    let messages = desk.run("export messages order:114-0000003-0000003").text
    #expect(messages.split(separator: "\n").count == 1 && messages.contains("cobalt"))
    #expect(desk.run("export orders state:resolved").text.contains("114-0000001-0000001"))
    #expect(desk.run("export everything state:open").code == 64)
  }

  @Test("what stands for a claim in the queue is exported as the claim, not as a message too") func matters() throws {
    let desk = try shop()
    #expect(desk.run("queue kind:claim --json").text.contains(#""order":"114-0000002-0000002""#))
    let messages = desk.run("export messages").text.split(separator: "\n")
    #expect(messages.count == 4 && messages.allSatisfy { !$0.contains("wants her money") }, "\(messages)")
    #expect(desk.run("export claims").text.contains("wants her money"))
  }

  @Test("purging takes every word of a buyer's out of the file and leaves every figure as it was") func purge() throws {
    let desk = try shop()
    let before = figures(of: desk)
    #expect(desk.run("purge").code == 64)
    let rehearsal = desk.run("purge --dry-run --json").text
    #expect(figures(of: desk) == before && desk.run("show 1").text.contains("zinnober"))
    let result = desk.run("purge --yes --json")
    #expect(result.code == 0)
    #expect(result.text == rehearsal.replacing(#""dryRun":true"#, with: #""dryRun":false"#))
    #expect(figures(of: desk) == before)
    #expect(isSound(desk))
    // Open claims and what is not due yet are kept.
    #expect(result.text.contains(#""order":"114-0000002-0000002","reason":"its claim is open""#), "\(result.text)")
    #expect(desk.run("export orders").text.contains("Mona Quarrel"))
    #expect(desk.run("show 3").text.contains("cobalt"))
    for suffix in ["", "-wal"] {
      let bytes = (try? Data(contentsOf: URL(fileURLWithPath: desk.session.desk.path + suffix))) ?? Data()
      for word in ["Dana", "zinnober", "friendly", "Lovely"] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) is still in desk.sqlite\(suffix)")
      }
    }
    #expect(desk.run("find zinnober").text.contains("nothing found"))
    #expect(try desk.session.desk.lessons(after: LessonMark()).lessons == [])
    #expect(desk.run("purge --dry-run").text.contains("nothing is due"))
  }

  @Test("what was purged does not come back with the old files") func purgedForGood() throws {
    let desk = try shop()
    #expect(desk.run("purge --yes").code == 0)
    for kind in ["orders.csv", "messages.jsonl", "feedback.csv"] {
      let path = desk.folder.path + "/" + kind
      let name = kind.split(separator: ".")[0]
      #expect(desk.run("import \(name) \(path)").code == 0)
    }
    for line in ["export orders", "export messages", "export feedback", "show 1 --json"] {
      let text = desk.run(line).text
      #expect(!text.contains("Dana") && !text.contains("zinnober"), "\(line): \(text)")
    }
    #expect(isSound(desk))
  }

  @Test("of a desk that holds nothing it is said, where its name may have been mistyped") func empty() throws {
    let desk = try DeskSession()
    for line in ["verify", "backup \(desk.folder.path)/desk.backup"] {
      let result = desk.run(line)
      #expect(result.code == 0 && result.text.contains("desk.sqlite holds nothing yet"), "\(result.text)")
      #expect(!desk.results.contains("holds nothing"))
    }
    #expect(desk.run("account add shop --profile plain").code == 0)
    #expect(!desk.run("verify").text.contains("holds nothing"))
  }

  @Test("a case tagged legal-hold keeps its words") func hold() throws {
    let desk = try shop()
    #expect(desk.run("tag 1 +legal-hold").code == 0)
    #expect(desk.run("purge --yes").text.contains("legal-hold"))
    #expect(desk.run("show 1").text.contains("zinnober"))
    #expect(desk.run("export orders").text.contains("Dana Quarrel"))
  }

  @Test("a backup is one sound file; it is put back only where nothing newer is lost, unless forced") func backup()
    throws
  {
    let desk = try shop()
    let file = desk.folder.path + "/desk.backup"
    let then = everything(of: desk)
    #expect(desk.run("backup \(file)").code == 0)
    #expect(!FileManager.default.fileExists(atPath: file + "-wal"))
    #expect(desk.run("restore \(file)").code == 0)
    #expect(desk.run("note 3 \"called\"").code == 0)
    let refused = desk.run("restore \(file)")
    #expect(refused.code == 1 && refused.text.contains("1 log entry since 2026-03-02T09:00:00Z"), "\(refused.text)")
    #expect(desk.run("history 3").text.contains("called"))
    let forced = desk.run("restore \(file) --force")
    #expect(forced.code == 0)
    #expect(everything(of: desk) == then && isSound(desk))
    // What was there is beside it, and can be had again.
    #expect(desk.run("restore \(desk.session.desk.path).before-restore-20260302090000").code == 0)
    #expect(desk.run("history 3").text.contains("called") && isSound(desk))
  }

  @Test("what is no sound backup is refused, and nothing is changed") func damagedBackup() throws {
    let desk = try shop()
    let file = desk.folder.path + "/desk.backup"
    #expect(desk.run("backup \(file)").code == 0)
    let before = everything(of: desk)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let place = try #require(bytes.range(of: Data("zinnober".utf8)))
    bytes[place.lowerBound] ^= 1
    for (content, word, code) in [(bytes, "messages 1", 69), (Data("no desk".utf8), "neither a backup", Int32(65))] {
      try content.write(to: URL(fileURLWithPath: file))
      let result = desk.run("restore \(file) --force")
      #expect(result.code == code && result.text.contains(word), "\(result.text)")
    }
    #expect(desk.run("backup \(desk.session.desk.path)").code == 64)
    let other = desk.folder.path + "/letter.txt"
    try "Dear all".write(toFile: other, atomically: true, encoding: .utf8)
    #expect(desk.run("backup \(other)").text.contains("is no backup"))
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "Dear all")
    #expect(everything(of: desk) == before)
  }

  @Test("nothing is written over a desk, nor a backup over another desk") func overwriting() throws {
    let desk = try shop()
    let other = try shop()
    let backup = desk.folder.path + "/desk.backup"
    #expect(desk.run("backup \(backup)").code == 0 && desk.run("backup \(backup)").code == 0)
    let before = everything(of: other)
    for target in [other.session.desk.path, desk.session.desk.path, backup] {
      for line in ["export orders --output \(target)", "export orders > \(target)"] {
        let result = desk.run(line)
        #expect(result.code != 0 && result.text.contains("is a desk"), "\(line): \(result.text)")
      }
    }
    #expect(desk.run("backup \(other.session.desk.path)").text.contains("is no backup"))
    #expect(everything(of: other) == before && isSound(other) && isSound(desk))
  }

  @Test("a reply that waits is not forgotten by restoring, nor sent again unasked") func waiting() throws {
    let desk = try shop()
    let backup = desk.folder.path + "/desk.backup"
    // As a shell leaves it that died within the time in which a reply can be taken back.
    try desk.session.desk.write { db in try db.execute(sql: "UPDATE outbox SET state = 'queued'") }
    #expect(desk.run("backup \(backup)").code == 0)
    let refused = desk.run("restore \(backup) --force")
    #expect(refused.code == 1 && refused.text.contains("waiting to go out"), "\(refused.text)")
    let new = try DeskSession()
    #expect(new.run("restore \(backup)").code == 0)
    #expect(new.run("outbox list --json").text.contains(#""state":"uncertain""#))
    #expect(new.run("send").text.contains("nothing was waiting") && isSound(new))
  }

  @Test("a masked export is not taken for facts", arguments: ["orders", "messages", "feedback", "claims"])
  func maskedImport(_ kind: String) throws {
    let desk = try shop()
    let before = everything(of: desk)
    for format in ["json", "csv"] {
      let file = desk.folder.path + "/masked.\(format)"
      #expect(desk.run("export \(kind) --masked --format \(format) --output \(file)").code == 0)
      let result = desk.run("import \(kind) \(file)")
      #expect(result.code == 65 && result.text.contains("masked export"), "\(result.text)")
    }
    #expect(everything(of: desk) == before)
  }

  @Test("what holds buyers' words is its owner's alone") func permissions() throws {
    let desk = try shop()
    let folder = desk.folder.path
    #expect(desk.run("backup \(folder)/b").code == 0 && desk.run("export messages --output \(folder)/e").code == 0)
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    for path in [
      desk.session.desk.path, desk.session.desk.path + "-wal", desk.session.desk.path + "-shm", folder + "/b",
      folder + "/e",
    ] {
      #expect(try mode(path) == 0o600, "\(path)")
    }
    let outbox = desk.session.desk.path + ".outbox"
    for path in [outbox, outbox + "/new"] { #expect(try mode(path) == 0o700) }
    let mails = try FileManager.default.contentsOfDirectory(atPath: outbox + "/new")
    #expect(mails.count == 1)
    for mail in mails { #expect(try mode(outbox + "/new/" + mail) == 0o600) }
  }
}
