import Foundation
import HealthCore
import ServiceDesk
import Testing

@testable import Shell

@Suite("The right edge of the prompt")
struct LiveStatusTests {
  private let now = Date(timeIntervalSince1970: 1_772_442_000)

  private func status(secondsLeft: Int) -> LiveStatus {
    var status = LiveStatus()
    status.next = Deadline(
      caseID: 1039, accountID: 1, dueAt: now.addingTimeInterval(Double(secondsLeft)), kind: .message)
    status.rate = Reading(
      metric: .responseRate, window: MetricWindow(days: 30, at: now), ratio: Ratio(193, of: 200), target: nil)
    status.open = 6
    status.overdue = 2
    return status
  }

  @Test(
    "in full, short, then the first parts only",
    arguments: [
      (40, "⏱ #1039 3:51:07 · 96.5 % · 6 open"), (33, "⏱ #1039 3:51:07 · 96.5 % · 6 open"),
      (32, "#1039 3:51 · 96 % · 6"), (20, "#1039 3:51 · 96 %"), (16, "#1039 3:51"), (9, ""),
    ])
  func fits(_ room: Int, _ text: String) {
    let shown = status(secondsLeft: 13_867).text([.deadline, .rate, .open], at: now, room: room)
    #expect(shown.plainText == text)
  }

  @Test(
    "the countdown",
    arguments: [
      (13_867, "3:51:07", "3:51"), (59, "0:00:59", "0:59"), (0, "0:00:00", "0:00"), (-61, "-0:01:01", "-1:01"),
      (172_800, "48:00:00", "48:00"), (172_801, "2 d", "2 d"), (270_000, "3 d 3 h", "3 d 3 h"),
    ])
  func countsDown(_ seconds: Int, _ long: String, _ short: String) {
    #expect(LiveStatus.countdown(seconds, isShort: false) == long)
    #expect(LiveStatus.countdown(seconds, isShort: true) == short)
  }

  @Test("nothing to show is nothing")
  func empty() {
    #expect(LiveStatus().text([.deadline, .rate, .overdue], at: now, room: 80).isEmpty)
    #expect(status(secondsLeft: 5).text([], at: now, room: 80).isEmpty)
    #expect(status(secondsLeft: 5).text([.overdue, .clock], at: now, room: 80).plainText == "2 overdue · 09:00 UTC")
  }

  @Test("for libedit, each escape sequence is followed by a character that shows")
  func prompt() throws {
    let theme = try #require(Theme(.dark, variables: [:]))
    let text: Rich = "\("a", .alarm)\(" · ", .faint)\("b", .caution)"
    #expect(
      text.prompt(in: theme)
        == "\u{1}\u{1B}[31m\u{1}a\u{1}\u{1B}[0m\u{1B}[2m\u{1} · \u{1}\u{1B}[0m\u{1B}[33m\u{1}b\u{1}\u{1B}[0m\u{1} ")
    #expect(Rich("plain").prompt(in: theme) == "plain")
    #expect(text.prompt(in: nil) == "a · b")
  }
}
