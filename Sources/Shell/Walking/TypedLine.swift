extension Session {
  /// Runs a command as if it had been typed, and shows what it says; what is wrong with it is said too.
  mutating func perform(_ words: [String], typed: String, before person: any Person) {
    self.typed = typed
    do {
      let answer = try Dispatcher.run(words, in: &self)
      let text = answer.text(on: Page(width: environment.width(), now: now))
      if !text.isEmpty { person.show(text + "\n") }
      for notice in answer.notices { person.show("\(notice, .caution)\n") }
    } catch { person.show(Complaint.of(error).text + "\n") }
  }
}
