import ArgumentParser
import DeskStore
import Foundation
import ServiceDesk

struct Demo: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make a desk with a sample shop in a temporary place, and open the shell on it.",
    discussion: discussion("Everything in it is invented. Leave it with Ctrl-D; the file can be deleted."))
  static let examples = [
    Example("demo", "look around without a mailbox of one's own"),
    Example("demo --json", "only make it, and say where"),
  ]

  func run(in session: inout Session) throws -> any Answer {
    let folder =
      FileManager.default.temporaryDirectory.path + "/replywell-demo-\(UUID().uuidString.prefix(8).lowercased())"
    let desk = try Desk(path: folder + "/desk.sqlite")
    try DemoShop.fill(desk, options: session.options, environment: session.environment, now: session.now)
    return DemoAnswer(path: desk.path)
  }
}

/// A demo desk; the launcher opens the shell on it.
package struct DemoAnswer: Answer {
  package var path: String

  package var document: Document { .object(["desk": .text(path)]) }

  package func text(on page: Page) -> Rich {
    "a sample shop is on \(path, .bold)\n\("replywell --desk \(path)", .faint)\n\("opens it again; try next, reply where-is-my-order, health, forecast, help", .faint)"
  }
}
