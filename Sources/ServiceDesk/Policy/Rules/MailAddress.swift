/// MSG-004: a mail address, also in words.
enum MailAddress {
  static let rule = PolicyRule(
    "MSG-004", block: [.amazon, .ebay], warn: [.etsy, .walmart, .alibaba],
    why: "a mail address; the conversation has to stay on the marketplace", source: "A66 [Z], A72 [API], E15"
  ) { reading in
    let written = reading.mailAddresses.map { PolicyRule.Hit(reading.text.written($0)) }
    return written.isEmpty ? named(reading) : written
  }

  private static let providers = Notion(
    "gmail|googlemail|hotmail|outlook|yahoo|icloud|protonmail|gmx|aol|163|126|qq|foxmail; g mail; web de",
    "qq 邮箱; 谷歌邮箱; 网易邮箱; 邮箱是; 邮箱号")
  private static let mailbox = Notion(
    "my|our|me|write|send|mail|under|address|name .. gmail|googlemail|hotmail|icloud|protonmail|gmx|yahoo",
    "my|our|on|by g mail",
    "gmail|hotmail|icloud|gmx|yahoo .. is|name|account|address|user|under",
    "my|our|his|her e? mail|email is|address; mail me|us at|under|on",
    "meine|unsere e? mail|mailadresse|emailadresse; email lautet|ist; per mail an|unter",
    "bei gmx|gmail|hotmail|yahoo|web",
    "mi|nuestro correo|email es|en|de|gmail|hotmail",
    "escribame|escribanos|mandeme .. gmail|hotmail|yahoo|correo; en|de gmail|hotmail",
    "mon|notre adresse mail|courriel|email est|sur|chez; chez|sur gmail|hotmail|yahoo; 我的邮箱; 我们邮箱; 我们的邮箱; 加我邮箱",
    "发到邮箱; 邮箱号; QQ邮箱; 邮箱发给我; 发我邮箱; 邮箱是")

  /// The name of a mail service with the user's: no sign of an address is left.
  private static func named(_ reading: Reading) -> [PolicyRule.Hit] {
    reading.ownSentences.compactMap { sentence in
      guard let place = mailbox.first(in: reading.text, sentence), providers.stands(in: reading.text, sentence),
        !reading.isDenied(place)
      else { return nil }
      return reading.hit(place)
    }
  }
}
