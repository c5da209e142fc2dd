import ServiceDesk

/// The part of a profile about feedback and personal data, as it stands in its file.
struct WrittenFeedback: Decodable {
  struct Request: Decodable {
    var from, until: String
    var text, source, confidence, date: String
  }
  struct Cap: Decodable {
    var most: Int
    var per: String
    var text, source, confidence, date: String
  }
  struct Retention: Decodable {
    var within: String
    var text, source, confidence, date: String
  }
  var removal: [String: Profile.Rule]?
  var removalRequests: Cap?
  var feedbackRequest: Request?
  var personalData: Retention?

  enum CodingKeys: String, CodingKey {
    case removal
    case removalRequests = "removal-requests"
    case feedbackRequest = "feedback-request"
    case personalData = "personal-data"
  }
}

extension Profile {
  mutating func take(_ written: WrittenFeedback) throws(ProfileFault) {
    let name = name
    func span(_ text: String, _ what: String) throws(ProfileFault) -> Int {
      guard let span = Span(text), span.seconds >= 0 else {
        throw ProfileFault(name: name, reason: "\(what) \(text) is no time", remedy: "write it as 30d")
      }
      return span.seconds
    }
    for (key, rule) in written.removal ?? [:] {
      guard let ground = RemovalGround(rawValue: key) else {
        throw ProfileFault(
          name: name, reason: "there is no ground \(key)",
          remedy: "use \(RemovalGround.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      feedback.grounds.insert(ground)
      rules["removal \(key)"] = rule
    }
    if let cap = written.removalRequests {
      feedback.mostRequests = max(0, cap.most)
      feedback.per = try span(cap.per, "per")
      rules["removal-requests"] = Rule(
        text: cap.text, source: cap.source, confidence: cap.confidence, date: cap.date)
    }
    if let request = written.feedbackRequest {
      feedback.askFrom = try span(request.from, "from")
      feedback.askUntil = try span(request.until, "until")
      rules["feedback-request"] = Rule(
        text: request.text, source: request.source, confidence: request.confidence, date: request.date)
    }
    if let retention = written.personalData {
      feedback.retention = try span(retention.within, "within")
      rules["personal-data"] = Rule(
        text: retention.text, source: retention.source, confidence: retention.confidence, date: retention.date)
    }
  }
}
