import ServiceDesk

/// Breaks a scenario off at one place after the other, and looks at what is left each time.
package struct CrashTrial {
  private let scenario: CrashScenario
  private let files = ScratchFolder()
  /// The desk just before the command line under test.
  private let start: CrashDesk
  /// What a desk may look like after the crash: nothing done, what lies between, all done.
  private let stages: [[String]]
  /// The calls on files of an undisturbed run, by number from 0.
  package let calls: [String]

  package init(_ scenario: CrashScenario) throws {
    self.scenario = scenario
    for (name, text) in scenario.files { _ = try files.file(name, text) }
    let start = try CrashDesk(files: files.path, fixture: scenario.fixture)
    for line in scenario.setUp { try start.must(line) }
    self.start = start
    var stages = [try start.copy().view(cases: scenario.cases)]
    for line in scenario.between {
      let desk = try start.copy()
      try desk.must(line)
      stages.append(try desk.view(cases: scenario.cases))
    }
    let desk = try start.copy()
    let undisturbed = try desk.run(scenario.line)
    guard undisturbed.code == 0 else { throw CrashFinding("undisturbed: \(undisturbed.complaints)") }
    stages.append(try desk.view(cases: scenario.cases))
    self.stages = stages
    calls = undisturbed.calls
  }

  /// Runs the command line with a fault, and throws what is not as it must be then or after it was done again.
  package func survive(_ fault: DiskFault) throws {
    let place = calls.indices.contains(fault.call - 1) ? calls[fault.call - 1] : "?"
    do { try meet(fault) } catch let finding as CrashFinding {
      throw CrashFinding("\(scenario.name), \(fault), \(place): \(finding)")
    }
  }

  private func meet(_ fault: DiskFault) throws {
    let desk = try start.copy()
    let run = try desk.run(scenario.line, fault: fault)
    guard run.isKilled == fault.kind.isKill else {
      throw CrashFinding("it ended with \(run.code): \(run.output)\(run.complaints)")
    }
    if !fault.kind.isKill { try Self.checkComplaint(run) }
    try desk.must(["verify"])
    let left = try stage(of: desk)
    guard left >= acknowledged(by: run) else {
      throw CrashFinding("it said what it did, and that is not there: \(run.output)")
    }
    try scenario.resume(desk)
    switch scenario.again {
    case .always: try desk.must(scenario.line)
    case .whereNothingWasDone: if left == 0 { try desk.must(scenario.line) }
    case .rest: try desk.must(["-f", "FILES/rest-\(left)"])
    }
    guard try stage(of: desk) == last else { throw CrashFinding("done again, it is not as undisturbed") }
    try scenario.conclusion(desk)
  }

  private var last: Int { stages.count - 1 }

  /// The stage that the desk must have reached after what the program has said.
  private func acknowledged(by run: CrashDesk.Run) -> Int {
    if !run.isKilled, run.code == 0 { return last }
    let told = run.output.split(separator: "\n").count
    return scenario.isSession ? told : told > 0 ? last : 0
  }

  /// Which of the stages the desk is at.
  private func stage(of desk: CrashDesk) throws -> Int {
    let view = try desk.view(cases: scenario.cases)
    if let last = stages.lastIndex(of: view) { return last }
    let differences = stages.map { Self.difference(of: view, from: $0) }
    throw CrashFinding("neither nothing nor all is there:\n" + differences.joined(separator: "\n"))
  }

  /// Where two views part, in a few words.
  private static func difference(of view: [String], from stage: [String]) -> String {
    guard let (found, wanted) = zip(view, stage).first(where: { $0 != $1 }) else {
      return "\(view.count) answers, not \(stage.count)"
    }
    let same = max(0, zip(found, wanted).prefix { $0 == $1 }.count - 30)
    return "wanted …\(wanted.dropFirst(same).prefix(90))…, got …\(found.dropFirst(same).prefix(90))…"
  }

  /// A fault that the program lives through is told of in words for the person who has to do something about it.
  private static func checkComplaint(_ run: CrashDesk.Run) throws {
    guard run.code != 0 else { return }
    let raw = ["SQLite", "Fatal", "disk I/O", "GRDB", "Error(", "while executing", "errno"]
    // Before it there may be what the commands before it had to say.
    guard [1, 69].contains(run.code), ("\n" + run.complaints).contains("\nerror: "), run.complaints.contains("\ntry: "),
      !raw.contains(where: run.complaints.contains)
    else { throw CrashFinding("it ended with \(run.code), saying: \(run.complaints)") }
  }
}

/// Where a scenario is to be broken off.
package struct CrashPlan {
  /// - Parameter seed: the same one gives the same places on every machine.
  package static func kills(_ count: Int, among calls: [String], seed: UInt64) -> [DiskFault] {
    var random = SplitMix64(seed: seed)
    let numbers = Array(1...max(calls.count, 1))
    // A commit is done when the disk has it: the places around that are the most telling ones.
    let syncs = numbers.filter { calls.indices.contains($0 - 1) && calls[$0 - 1].contains("sync ") }
      .flatMap { [DiskFault(.kill, at: $0), DiskFault(.killAfter, at: $0)] }.shuffled(using: &random)
    let others = numbers.flatMap { [DiskFault(.kill, at: $0), DiskFault(.torn, at: $0)] }.shuffled(using: &random)
    // Half of them, so that neither keeps the other out of a short run.
    let first = syncs.prefix(max((count + 1) / 2, count - others.count))
    return Array(first + others.prefix(count - first.count))
  }

  /// Faults at so many of the calls; nil for each one.
  package static func faults(_ kind: DiskFault.Kind, sample: Int?, among calls: [String], seed: UInt64) -> [DiskFault] {
    var random = SplitMix64(seed: seed)
    let all = calls.indices.map { DiskFault(kind, at: $0 + 1) }
    return sample.map { Array(all.shuffled(using: &random).prefix($0)) } ?? all
  }
}
