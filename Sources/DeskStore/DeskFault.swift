/// Why the desk can't be opened or can't do what it was asked.
package enum DeskFault: Error, Sendable, Equatable {
  case notADesk(path: String)
  case newer(path: String, version: Int)
  case readOnly(path: String)
  case cannotOpen(path: String, reason: String)
  case busy(path: String)
  case full(path: String)
  case broken(path: String, reason: String)
  case accountExists(String)
  case noSuchAccount(String)
  case nothingToUndo
  case laterAct(command: String, caseID: Int64)
  case handedOver(caseID: Int64)
  /// Somebody has changed the plan meanwhile.
  case planChanged(Int64)
  /// A backup can't be made over the desk itself, nor the desk restored from itself.
  case isItself(path: String)
  case cannotWrite(path: String)
  /// Something that is no backup has the name that a backup was to get.
  case inTheWay(path: String)
}
