import Foundation
import HealthCore
import ServiceDesk

/// What the right edge of the prompt tells: found out when the desk changes, written anew as time passes.
struct LiveStatus: Equatable {
  var next: Deadline?
  var account = ""
  var rate: Reading?
  var defects: Reading?
  var open = 0
  var overdue = 0

  /// The parts side by side in at most `room` columns: each in full, then each short, then the first ones only.
  func text(_ parts: [PromptPart], at now: Date, room: Int) -> Rich {
    let long = parts.map { part($0, at: now, isShort: false) }.filter { !$0.isEmpty }
    let short = parts.map { part($0, at: now, isShort: true) }.filter { !$0.isEmpty }
    let tries = [long] + (0..<short.count).reversed().map { Array(short.prefix($0 + 1)) }
    for parts in tries {
      let text = parts.dropFirst().reduce(parts.first ?? Rich()) { $0 + Rich(" · ", .faint) + $1 }
      if DisplayWidth.of(text.plainText) <= room { return text }
    }
    return Rich()
  }

  private func part(_ part: PromptPart, at now: Date, isShort: Bool) -> Rich {
    switch part {
    case .deadline:
      guard let next else { return Rich() }
      let left = next.dueAt.seconds - now.seconds
      let style: Style = left < 0 ? .alarm : left < 1800 ? .caution : .plain
      return Rich("\(isShort ? "" : "⏱ ")#\(next.caseID) \(Self.countdown(left, isShort: isShort))", style)
    case .rate:
      guard let rate, let value = rate.value else { return Rich() }
      let whole = rate.ratio.map { Percent.text($0.numerator, of: $0.denominator) } ?? Figure.value(rate)
      return Rich(isShort ? "\(Int(value * 100)) %" : whole, Self.style(of: rate))
    case .defects:
      guard let defects, defects.value != nil else { return Rich() }
      return Rich((isShort ? "" : "ODR ") + Figure.value(defects), Self.style(of: defects))
    case .open: return Rich(isShort ? "\(open)" : "\(open) open")
    case .overdue: return overdue == 0 ? Rich() : Rich(isShort ? "\(overdue)!" : "\(overdue) overdue", .alarm)
    case .account: return Rich(account, .faint)
    case .clock: return Rich("\(now.rfc3339.dropFirst(11).prefix(5)) UTC", .faint)
    }
  }

  private static func style(of reading: Reading) -> Style {
    reading.status == .bad ? .alarm : reading.status == .watch ? .caution : .plain
  }

  /// "3:51:07"; with more than two days left "3 d 4 h", which doesn't change every second.
  static func countdown(_ seconds: Int, isShort: Bool) -> String {
    let left = abs(seconds)
    let sign = seconds < 0 ? "-" : ""
    if left > 172_800 { return sign + Span(seconds: left).description }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if isShort, left >= 3600 { return "\(sign)\(left / 3600):\(two(left / 60 % 60))" }
    if left < 3600, isShort { return "\(sign)\(left / 60):\(two(left % 60))" }
    return "\(sign)\(left / 3600):\(two(left / 60 % 60)):\(two(left % 60))"
  }
}
