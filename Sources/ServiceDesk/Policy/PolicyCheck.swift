/// The rules that every outgoing message is held against.
package enum PolicyCheck {
  /// In the order of their numbers.
  package static let rules: [PolicyRule] = [
    ForeignLink.rule, NeedlessLink.rule, BareLink.rule, MailAddress.rule, TelephoneNumber.rule, Messenger.rule,
    HTMLInText.rule, Promotion.rule, RewardForReview.rule, PositiveReview.rule, ReviewRemoval.rule,
    ConditionalReview.rule, SecondReviewRequest.rule, ReviewRequestTime.rule, LateProactive.rule,
    OrderConfirmation.rule, EmptyCourtesy.rule, CancellationWish.rule, ImportantTag.rule, Emoji.rule,
    AnimatedImage.rule, ProductPicture.rule, RemoteImage.rule, LogoWithAddress.rule, AttachmentKind.rule,
    AttachmentSize.rule, TextLength.rule, OptOutLink.rule, OffensiveWords.rule, CarelessSpelling.rule, Styling.rule,
    OtherLanguage.rule, ReviewInstructions.rule, OptedOutBuyer.rule, PersonalData.rule, OutsidePlatform.rule,
    Advertising.rule, Donation.rule, FeedbackForDelivery.rule, OtherChannelFirst.rule, OverPromise.rule,
    AutomaticAnswer.rule, ContactBeforePurchase.rule, PlaceholderLeft.rule, ForeignOrder.rule,
  ]

  /// How many rules a marketplace has.
  package static func count(for marketplace: MessageRules) -> Int {
    rules.count { $0.severities[marketplace] != nil }
  }

  package static func findings(in message: OutgoingText) -> [Finding] {
    let reading = Reading(message)
    return rules.flatMap { $0.findings(in: reading) }
  }

  /// What is found in a text that may go to several marketplaces, each finding with those that object; looked for once,
  /// however many they are.
  package static func findings(
    in text: String, on marketplaces: Set<MessageRules>, isProactive: Bool
  ) -> [(finding: Finding, marketplaces: [MessageRules])] {
    let reading = Reading(OutgoingText(text: text, rules: .own, isProactive: isProactive))
    return rules.flatMap { rule -> [(finding: Finding, marketplaces: [MessageRules])] in
      let objecting = MessageRules.allCases.filter { marketplaces.contains($0) && rule.severities[$0] != nil }
      guard let first = objecting.first, let severity = rule.severities[first] else { return [] }
      return rule.findings(in: reading, severity: severity).map { ($0, objecting) }
    }
  }
}
