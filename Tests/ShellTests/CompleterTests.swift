import Foundation
import TestSupport
import Testing

@testable import Shell

/// What Tab offers: `|` is the cursor.
@Suite struct CompleterTests {
  private static let catalogue = try? Catalogue()

  private func complete(_ line: String, _ desk: DeskSession) throws -> (texts: [String], line: String) {
    let cursor = try #require(line.firstIndex(of: "|"))
    let position = line.distance(from: line.startIndex, to: cursor)
    let text = line.replacing("|", with: "", maxReplacements: 1)
    let session = desk.session
    let completer = Completer(
      catalogue: try #require(Self.catalogue), aliases: try session.configuration.aliases()
    ) { ValueSource(session: session).values($0, $1) }
    let found = completer.complete(text, cursor: position)
    let before = String(text.prefix(position).dropLast(found.replaced))
    return (found.candidates.map(\.text), before + (found.only.map { $0.text + found.ending } ?? ""))
  }

  private func desk() throws -> DeskSession {
    let desk = try DeskSession()
    desk.run("account add shop --profile plain")
    desk.run("import messages \(SourceTree.transcripts)/desks/three.csv")
    desk.run("set filter.mine assignee:me")
    desk.run("alias soon \"queue due:<4h\"")
    return desk
  }

  @Test(
    "one candidate is put into the line",
    arguments: [
      ("resol|", "resolve "), ("resolve 1 refu|", "resolve 1 refunded "),
      ("resolve 1 refunded --ca|", "resolve 1 refunded --cause "),
      ("resolve 1 refunded --cause carr|", "resolve 1 refunded --cause carrier-delay "),
      ("queue kin|", "queue kind:"), ("queue kind:mes|", "queue kind:message "),
      ("queue -kind:cl|", "queue -kind:claim "),
      ("queue due:<4h prio|", "queue due:<4h priority:"), ("queue buyer:da|", "queue buyer:dana "),
      ("queue @m|", "queue @mine "), ("soon kind:fee|", "soon kind:feedback "), ("set them|", "set theme "),
      ("set theme li|", "set theme light "), ("set prompt deadline cl|", "set prompt deadline clock "),
      ("account set sh|", "account set shop "), ("show #|", "show "), ("help reso|", "help resolve "),
      ("watch tim|", "watch timers "), ("queue --format mark|", "queue --format markdown "),
      ("metric odr|", "metric "), ("snooze dana|", "snooze 1 "), ("show Jonas|", "show 2 "),
      ("responses where-is-my-o|", "responses where-is-my-order "),
      ("reply 1 new-delivery-date --set |", "reply 1 new-delivery-date --set "),
      ("queue --columns case,du|", "queue --columns case,due "), ("--form|", "--format "),
      ("--json que|", "--json queue "), ("--format mark|", "--format markdown "),
      ("resolve 1 refunded --cause=carr|", "resolve 1 refunded --cause=carrier-delay "),
      ("queue --format=mark|", "queue --format=markdown "), ("import mes|", "import messages "),
    ])
  func completes(_ line: String, _ wanted: String) throws {
    #expect(try complete(line, desk()).line == wanted)
  }

  @Test("letters that stand inside a name find it")
  func fuzzy() throws {
    let found = try complete("resp track|", desk()).texts
    #expect(found.contains("late-parcel-tracking"))
    #expect(try complete("reply 1 lptr|", desk()).texts == ["late-parcel-tracking"])
  }

  @Test("the fields of the reply that the line names")
  func fields() throws {
    let found = try complete("reply 1 late-parcel-tracking --set |", desk()).texts
    #expect(!found.isEmpty && found.allSatisfy { $0.hasSuffix("=") })
    let field = try #require(found.first)
    let rest = try complete("reply 1 late-parcel-tracking --set \(field)Friday --set |", desk()).texts
    #expect(!rest.contains(field))
  }

  @Test("what can't be listed is explained")
  func hints() throws {
    let desk = try desk()
    let completer = Completer(catalogue: try #require(Self.catalogue)) {
      ValueSource(session: desk.session).values($0, $1)
    }
    let found = completer.complete("resolve 1 refunded --cost ", cursor: 26)
    #expect(found.candidates.isEmpty && found.hint == "COST  What it cost, as 12.50 or \"12.50 EUR\".")
  }

  @Test("every kind of value can be asked for")
  func kinds() throws {
    let desk = try desk()
    let source = ValueSource(session: desk.session)
    for kind in ValueKind.allCases where ![.tags, .outbox].contains(kind) {
      let words =
        kind == .settingValues ? ["set", "theme"] : kind == .replyFields ? ["reply", "late-parcel-tracking"] : []
      let found = source.values(kind, Completer.Slot(words: words, partial: ""))
      #expect(!found.isEmpty, "\(kind)")
    }
  }
}
