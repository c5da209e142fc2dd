import DeskStore
import Foundation
import ServiceDesk

/// Tells a person what is new, in the ways that are set: above the prompt, by the bell, by a command, in the list of
/// `notices`; not during quiet hours, of which the list tells later.
struct Notifier {
  private var lookout: Lookout?
  private let log: NoticeLog
  private var keptQuiet = 0

  init(session: Session) {
    lookout = try? Lookout(session)
    log = NoticeLog(environment: session.environment, desk: session.desk.path)
  }

  struct Told {
    var lines: [Rich] = []
    var rings = false
  }

  /// This shell's own changes are not noticed by themselves.
  mutating func commandEnded(_ session: inout Session) {
    lookout?.deskChanged()
    if session.hasImported { lookout?.passOver(session) }
    session.hasImported = false
  }

  func status(_ session: Session, room: Int) -> Rich {
    lookout?.status.text(session.settings.prompt, at: session.now, room: room) ?? Rich()
  }

  mutating func news(_ session: Session, isTyping: Bool = false) -> Told {
    var notices = deliver(session)
    // A desk that can't be read just now is looked at again in a second.
    notices += (try? lookout?.look(session, isTyping: isTyping)) ?? []
    notices = notices.filter { session.settings.notices.contains($0.kind) }
    log.append(notices)
    var told = Told()
    guard !isQuiet(session) else {
      keptQuiet += notices.count
      return told
    }
    if keptQuiet > 0 {
      told.lines.append(
        Rich("\(keptQuiet) \(keptQuiet == 1 ? "notice" : "notices") during quiet hours: notices", .faint))
      keptQuiet = 0
    }
    told.lines += notices.map { Self.line($0, width: session.environment.width()) }
    told.rings = session.settings.rings && !notices.isEmpty
    if let command = session.settings.notifyCommand {
      for notice in notices { NotifyCommand.run(command, notice) }
    }
    return told
  }

  /// One row: a longer one would wrap and push the prompt about.
  static func line(_ notice: Notice, width: Int) -> Rich {
    let style: Style = notice.isAlarm ? .alarm : notice.kind == .due ? .caution : .accent
    let words = DisplayWidth.cut(TextGate.oneLine(notice.words), to: max(10, width - 3))
    return Rich(notice.isAlarm ? "! " : "• ", style) + Rich(words, notice.isAlarm ? .alarm : .plain)
  }

  private func isQuiet(_ session: Session) -> Bool {
    guard let hours = session.settings.quietHours else { return false }
    let zone = session.environment.zone()
    let seconds = session.now.seconds + zone.secondsFromGMT(for: session.now)
    return hours.hold(at: (seconds % 86_400 + 86_400) % 86_400 / 60)
  }

  /// Replies whose time to be taken back is over. Somebody is typing: the desk is not waited for.
  private func deliver(_ session: Session) -> [Notice] {
    guard let release = try? session.desk.nextRelease(), release <= session.now else { return [] }
    let done = (try? session.desk.ifFree { try session.deliverDue() }) ?? nil
    return (done ?? []).filter { $0.state != .sent }.map { item in
      let words = (try? session.outcome(of: item))?.joined(separator: "; ")
      return Notice(
        kind: .failed, at: session.now, key: "failed \(item.id)", caseID: item.caseID,
        words: words ?? "the reply to #\(item.caseID) was not taken: \(item.error ?? "") · outbox retry \(item.id)",
        isAlarm: item.state == .failed)
    }
  }
}

/// `set notify-command`: a command of the person's own, which runs beside the shell.
enum NotifyCommand {
  /// The notice is handed over in the environment, never as part of the command: it holds others' words.
  static func run(_ command: String, _ notice: Notice) {
    setenv("REPLYWELL_NOTIFY_COMMAND", command, 1)
    setenv("REPLYWELL_NOTICE", TextGate.oneLine(notice.words), 1)
    setenv("REPLYWELL_NOTICE_KIND", notice.kind.rawValue, 1)
    setenv("REPLYWELL_NOTICE_CASE", notice.caseID.map { "\($0)" } ?? "", 1)
    defer {
      for name in ["COMMAND", "NOTICE", "NOTICE_KIND", "NOTICE_CASE"] {
        unsetenv(name == "COMMAND" ? "REPLYWELL_NOTIFY_COMMAND" : "REPLYWELL_\(name)")
      }
    }
    // In the background, so that nobody waits for it; the shell that starts it ends at once.
    ChildProcess.runAside("(eval \"$REPLYWELL_NOTIFY_COMMAND\") </dev/null >/dev/null 2>&1 &")
  }
}
