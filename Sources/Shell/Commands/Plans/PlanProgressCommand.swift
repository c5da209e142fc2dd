import ArgumentParser
import DeskStore
import Foundation
import HealthCore
import Reviews
import ServiceDesk

struct PlanProgressCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "Hold a plan's measures against its figure, until that is healthy.",
    discussion: discussion())
  static let examples = [Example("plan progress 1", "is it getting better?")]

  @Argument(help: "The plan's number; the newest plan if none.") var number: String?

  func run(in session: inout Session) throws -> any Answer {
    let kept = try session.findPlan(number)
    let account = try session.account(of: kept)
    let plan: Plan
    do { plan = try PlanText.read(kept.text).plan } catch { throw Complaint.unreadable(error, in: "plan \(kept.id)") }
    let id = try MetricCommand.metric(kept.metric)
    let points = try Self.instants(from: kept.madeAt, to: session.now).compactMap { instant in
      let health = try AccountHealth(account, session, at: instant, days: kept.days == 0 ? nil : kept.days)
      return try health.report.estimate(health.goal(id), days: kept.days, health.source).map {
        PlanProgress.Point(at: instant, reading: $0)
      }
    }
    let progress = PlanProgress(plan, points: points, today: session.today(at: account)) { instant in
      LocalTime.wall(at: instant, in: account.timeZone).day
    }
    return ProgressAnswer(kept: kept, account: account.name, progress: progress, now: session.now)
  }

  /// From four weeks before it was made, each week to now, the last thirty of them.
  private static func instants(from start: Date, to now: Date) -> [Date] {
    var instants = [now]
    let first = start.addingTimeInterval(-28 * 86_400)
    while instants.count < 30, let last = instants.last, last.addingTimeInterval(-7 * 86_400) >= first {
      instants.append(last.addingTimeInterval(-7 * 86_400))
    }
    return instants.reversed()
  }
}

private struct ProgressAnswer: Answer {
  var kept: KeptPlan
  var account: String
  var progress: PlanProgress
  var now: Date

  var document: Document {
    func figure(_ reading: Reading?) -> Document {
      reading.map {
        .object([
          "numerator": .optional($0.ratio?.numerator), "denominator": .optional($0.ratio?.denominator),
          "value": .optional($0.value), "status": .text($0.status.rawValue),
        ])
      } ?? .null
    }
    return .object([
      "plan": .int(Int(kept.id)), "metric": .text(kept.metric), "account": .text(account),
      "state": .text(kept.state.rawValue),
      "target": .optional(progress.now?.target?.value.value), "now": figure(progress.now),
      "healthy": .bool(progress.isHealthy), "better": .optional(progress.isBetter),
      "points": .list(progress.points.map { .object(["at": .instant($0.at), "figure": figure($0.reading)]) }),
      "measures": .list(
        progress.measures.map {
          .object([
            "cause": .text($0.measure.cause), "control": .text($0.measure.control), "owner": .text($0.measure.owner),
            "start": .optional($0.measure.start?.description), "stage": .text($0.stage.rawValue),
            "before": figure($0.before),
          ])
        }),
      "reviews": .texts(progress.plan.reviews.map(\.description)),
      "nextReview": .optional(progress.nextReview?.description),
    ])
  }

  func text(on page: Page) -> Rich {
    let reading = progress.now
    var output: Rich = "\("plan \(kept.id)", .bold)  \(kept.kind), \(kept.metric), \(account), \(kept.state.rawValue)"
    let value = reading.map(Figure.withCounts) ?? "no figure"
    let target = reading?.target.map { ", target \(Figure.target($0, reading?.metric.unit ?? .share))" } ?? ""
    output += "\nnow \(value)\(target)"
    if let better = progress.isBetter {
      output += better ? ", \("better than at first", .good)" : ", \("worse than at first", .alarm)"
    }
    let line = Sparkline.text(progress.points.map(\.reading.value))
    if !line.isEmpty { output += "\n\(line)  \("each week since \(progress.points[0].at.rfc3339.prefix(10))", .faint)" }
    if !progress.measures.isEmpty {
      var table = TextTable([
        .init("since"), .init("measure", flexible: true), .init("owner"), .init("then", right: true),
        .init("now", right: true),
      ])
      for item in progress.measures {
        table.add([
          Rich(item.measure.start?.description ?? "no date", item.stage == .running ? .plain : .faint),
          Rich(item.measure.control), Rich(item.measure.owner),
          Rich(item.before.map(Figure.value) ?? (item.stage == .planned ? "planned" : "")),
          Rich(item.stage == .running ? reading.map(Figure.value) ?? "" : ""),
        ])
      }
      output += "\n" + table.text(width: page.width)
    }
    if kept.state == .closed {
      output += "\n\("the plan is closed", .faint)"
    } else if progress.isHealthy {
      output += "\n\("the figure is healthy", .good): plan close \(kept.id)"
    } else if let next = progress.nextReview {
      output +=
        "\nnext review: \(next)\(kept.state == .draft ? "; plan start \(kept.id) brings it into the queue" : "")"
    } else {
      output += "\n\("no review is to come", .caution): plan edit \(kept.id) adds one"
    }
    return output
  }
}
