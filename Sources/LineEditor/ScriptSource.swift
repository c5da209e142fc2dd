/// Lines out of a script.
package final class ScriptSource: LineSource {
  private var lines: ArraySlice<Substring>

  package init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }[...]
    if lines.last?.isEmpty ?? false { lines.removeLast() }
  }

  package func next(prompt: String) -> LineEvent {
    guard let line = lines.popFirst() else { return .ended }
    return .line(String(line))
  }
}
