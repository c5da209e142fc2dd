import Foundation

/// What a command has decided: the acts to record, and what to tell the agent. The store applies it in one
/// transaction, together with its entry in the log.
package struct Decision: Sendable, Equatable {
  package struct CaseAct: Sendable, Equatable {
    package var caseID: Int64
    package var act: Act
  }

  package var acts: [CaseAct] = []
  package var notices: [String] = []

  package init() {}

  package mutating func record(_ act: Act, on subject: Case) {
    acts.append(CaseAct(caseID: subject.id, act: act))
  }
}

/// Why a command can't do what it was asked.
package enum DecisionFault: Error, Sendable, Equatable {
  case mergeWithItself(Int64)
  case mergeAcrossAccounts(Int64, Int64)
  case alreadyMerged(Int64, into: Int64)
  case snoozeInPast
}
