extension CrashScenario {
  /// Every kind of work: a new one is one more value here.
  package static let all: [CrashScenario] =
    [
      firstUse, mailImport, tableImport, orderImport, reply, resolve, undo, bulkResolve, session, purge, backup,
      restore,
    ]
    + ["desk-1.db", "desk-2.db", "desk-3.db", "desk-4.db"].map(migration)

  private static let shop = [
    ["account", "add", "shop", "--profile", "plain", "--address", "service@lampshop.example"],
    ["import", "messages", SourceTree.transcripts + "/desks/three.csv"],
  ]

  /// No desk is there yet: it is made, and is whole or can be made again.
  private static let firstUse = CrashScenario(name: "first use", line: shop[0], cases: [], meetsDiskFaults: true)

  private static let mailImport = CrashScenario(
    name: "import of mails", files: ["all.mbox": mbox(1...1040), "first.mbox": mbox(1...1000)], setUp: [shop[0]],
    line: ["import", "mail", "FILES/all.mbox"], between: [["import", "mail", "FILES/first.mbox"]],
    cases: [1, 600, 1000, 1001, 1040], again: .always)

  private static let tableImport = CrashScenario(
    name: "import of a table", setUp: [shop[0]], line: shop[1], cases: Array(1...6), meetsDiskFaults: true,
    again: .always)

  private static let orderImport = CrashScenario(
    name: "import of orders", setUp: shop, line: ["import", "orders", SourceTree.transcripts + "/desks/orders.csv"],
    cases: [1, 6], again: .always)

  private static let resolve = CrashScenario(
    name: "resolve", setUp: shop + [["tag", "1", "+kept"]],
    line: ["resolve", "1", "refunded", "--cause", "lost", "--cost", "12.50 EUR", "--note", "parcel lost", "--yes"],
    cases: Array(1...5))

  private static let undo = CrashScenario(
    name: "undo", setUp: shop + [["tag", "2", "+kept"], ["resolve", "1", "3", "answered", "--yes"]], line: ["undo"],
    cases: Array(1...5))

  private static let bulkResolve = CrashScenario(
    name: "bulk resolve", setUp: shop + [["assign", "4", "kim"]],
    line: ["resolve", "state:all", "answered", "--cause", "other", "--yes"], cases: Array(1...5))

  /// Several commands of one process: those that it has told of are there. No two stages may look the same.
  private static let session: CrashScenario = {
    let lines = ["assign 1 kim", "tag 2 +urgent", "resolve 3 answered --cause other", "snooze 4 2d"]
    var files: [String: String] = [:]
    for place in 0...lines.count {
      files["first-\(place)"] = lines[..<place].joined(separator: "\n")
      files["rest-\(place)"] = lines[place...].joined(separator: "\n")
    }
    return CrashScenario(
      name: "session", files: files, setUp: shop, line: ["-f", "FILES/rest-0"],
      between: (1..<lines.count).map { ["-f", "FILES/first-\($0)"] }, cases: Array(1...5), meetsDiskFaults: true,
      isSession: true, again: .rest
    )
  }()

  private static let purge: CrashScenario = {
    let order = """
      order_id,purchased_at,delivered_at,buyer
      114-0000001-0000001,2026-01-01T00:00:00Z,2026-01-05T00:00:00Z,Dana Poe
      """
    let message = #"{"message_id":"m1","order_id":"114-0000001-0000001","at":"2026-01-06T00:00:00Z","text":"Lamp?"}"#
    return CrashScenario(
      name: "purge", files: ["order.csv": order, "message.jsonl": message],
      setUp: [
        ["account", "add", "shop", "--profile", "amazon"], ["import", "orders", "FILES/order.csv"],
        ["import", "messages", "FILES/message.jsonl"], ["resolve", "1", "answered", "--yes"],
      ], line: ["purge", "--yes"], cases: [1], meetsDiskFaults: true, again: .always)
  }()

  /// A backup changes nothing on the desk; what has its name is whole.
  private static let backup = CrashScenario(
    name: "backup", setUp: shop + [["note", "1", "called"]], line: ["backup", "BESIDE/b.backup"], cases: [1],
    meetsDiskFaults: true, again: .always,
    conclusion: { desk in
      try desk.must(["note", "1", "and again"])
      try desk.must(["restore", "BESIDE/b.backup", "--force"])
      guard try !desk.must(["history", "1"]).contains("and again") else {
        throw CrashFinding("the backup was not put back")
      }
    })

  private static let restore = CrashScenario(
    name: "restore", setUp: shop + [["backup", "BESIDE/b.backup"], ["note", "1", "called"]],
    line: ["restore", "BESIDE/b.backup", "--force"], cases: [1], meetsDiskFaults: true)

  /// Opening an old desk brings it up to date; looking at what a crash has left does so again.
  private static func migration(_ fixture: String) -> CrashScenario {
    CrashScenario(
      name: "migration of \(fixture)", fixture: fixture, line: ["queue"], cases: Array(1...6),
      meetsDiskFaults: fixture == "desk-2.db", again: .always)
  }

  /// Mails of as many buyers, as one file.
  private static func mbox(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { number in
      """
      From x Mon Mar  2 06:00:00 2026
      From: Buyer \(number) <buyer-\(number)@buyers.example>
      To: service@lampshop.example
      Subject: Lamp \(number)
      Message-ID: <\(number)@buyers.example>
      Date: Mon, 2 Mar 2026 0\(number % 9):\(10 + number % 50):00 +0000

      Where is lamp \(number), which I have ordered?


      """
    }.joined()
  }

  // MARK: - Replies

  package static let reply = CrashScenario(
    name: "reply", setUp: shop + [["note", "1", "has called"]],
    line: ["reply", "1", "--text", "Hello Dana, it left today.", "--send", "--yes"], cases: Array(1...5),
    meetsDiskFaults: true,
    resume: sendWhatIsLeft, conclusion: isSentOnce)

  /// After a restart a reply waits, was sent, or may have been sent, which nobody but a person decides.
  private static let sendWhatIsLeft: @Sendable (CrashDesk) throws -> Void = { desk in
    let (states, mails) = (try desk.outboxStates(), desk.mails().count)
    switch (states, mails) {
    case ([], 0), (["sent"], 1): return
    case (["queued"], 0...1): try desk.must(["send"])
    case (["uncertain"], 0...1):
      try desk.must(["send"])
      guard try desk.run(["outbox", "retry", "1"]).code != 0, desk.mails().count == mails else {
        throw CrashFinding("a reply that may have gone out was sent again without asking")
      }
      try desk.must(["outbox", "retry", "1", "--yes"])
    default: throw CrashFinding("the outbox has \(states) after the crash, its folder \(mails) mails")
    }
  }

  private static let isSentOnce: @Sendable (CrashDesk) throws -> Void = { desk in
    let (states, mails) = (try desk.outboxStates(), desk.mails())
    guard states == ["sent"], mails.count == 1, desk.mails(in: "tmp").isEmpty else {
      throw CrashFinding("the outbox has \(states), its folder \(mails.count) mails, not one reply sent once")
    }
    guard mails[0].contains("Hello Dana, it left today.") else {
      throw CrashFinding("the mail is not whole: \(mails[0])")
    }
  }
}
