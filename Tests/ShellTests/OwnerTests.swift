import Foundation
import Testing

@testable import Shell

/// Whether the process that was handing a reply over still does: if not, nobody knows whether it went out.
@Suite struct OwnerTests {
  @Test("a process is known by its number and its start, as the next one may have its number")
  func owners() {
    #expect(Session.isAlive(Session.owner))
    #expect(!Session.isAlive("pid \(getpid()) 1"))
    // As an earlier release wrote it.
    #expect(Session.isAlive("pid \(getpid())"))
    // No number is as large on Linux.
    #expect(!Session.isAlive("pid \(Int32.max) 1"))
    #expect(!Session.isAlive(""))
  }
}
