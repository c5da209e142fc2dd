import Foundation
import TestSupport
import Testing

/// The built program is killed, or its disk fails, amid its work: what was acknowledged is there afterwards, what was
/// begun is done wholly or not at all, and done again it gives what it would have given.
///
/// `Tests/Benchmarks/crash` does the same at many more places.
@Suite struct CrashTests {
  /// How many kills there are altogether; nil in a usual run.
  private static let wanted = ProcessInfo.processInfo.environment["REPLYWELL_KILLS"].flatMap(Int.init)

  /// How many of the kills fall to each scenario: the first ones take what can't be shared equally.
  private static let shares = zip(CrashScenario.all, CrashScenario.all.indices).map { scenario, place in
    let (kills, count) = (wanted ?? 30, CrashScenario.all.count)
    return (scenario, max(1, kills / count + (place < kills % count ? 1 : 0)))
  }

  @Test("a crash leaves all or nothing, a failing disk is complained of", arguments: shares)
  func survives(scenario: CrashScenario, kills: Int) throws {
    let trial = try CrashTrial(scenario)
    try attempt(CrashPlan.kills(kills, among: trial.calls, seed: 20_261_122), trial, "kills", scenario)
    guard scenario.meetsDiskFaults else { return }
    for kind in [DiskFault.Kind.error, .errors, .full] {
      let seed = UInt64(scenario.name.utf8.count + kind.rawValue.utf8.count)
      let faults = CrashPlan.faults(kind, sample: Self.wanted == nil ? 1 : nil, among: trial.calls, seed: seed)
      try attempt(faults, trial, "faults (\(kind.rawValue))", scenario)
    }
    try attempt([DiskFault(.readonly, at: 1)], trial, "faults (readonly)", scenario)
  }

  @Test("a reply is on the disk before it is handed over, and its mail before it counts as sent")
  func order() throws {
    let calls = try CrashTrial(CrashScenario.reply).calls
    let handsOver = try #require(calls.firstIndex { $0.hasPrefix("rename ") })
    // A loss of power takes away what was written since the file was last synced.
    let log = calls[..<handsOver].last { $0.hasSuffix(" desk.sqlite-wal") }
    #expect(log == "fdatasync desk.sqlite-wal")
    #expect(calls[handsOver...].dropFirst().first == "fsync desk.sqlite.outbox/new")
    #expect(calls[handsOver - 1].hasPrefix("fsync desk.sqlite.outbox/tmp/"))
  }

  /// Goes through all, so that one finding does not hide the next.
  private func attempt(_ faults: [DiskFault], _ trial: CrashTrial, _ what: String, _ scenario: CrashScenario) throws {
    try #require(!faults.isEmpty)
    var found = 0
    for fault in faults {
      do { try trial.survive(fault) } catch {
        found += 1
        Issue.record(error)
      }
    }
    if Self.wanted != nil { print("crash: \(faults.count) \(what), \(found) findings: \(scenario.name)") }
  }
}
