/// MSG-021: moving images.
enum AnimatedImage {
  static let rule = PolicyRule(
    "MSG-021", block: [.amazon], why: "an animated image", source: "A66 [Z], A73"
  ) { reading in
    let files = reading.message.attachments.filter { $0.type == "image/gif" || $0.name.lowercased().hasSuffix(".gif") }
      .map { PolicyRule.Hit($0.name) }
    let html = Markup.tags(in: reading.original + (reading.message.html ?? ""))
      .filter { $0.lowercased().contains(".gif") || $0.lowercased().hasPrefix("<marquee") }.map { PolicyRule.Hit($0) }
    return files + html + announced(reading)
  }

  private static let gif = Notion(
    "gif|gifs; animated|moving|animierte*|animado|anime|animee image|picture|bild|imagen; 动图; 动态图")
  private static let shown = Notion(
    "attached|attach|sending|see|watch|below|here|included",
    "look|enclosed|shows|loop|loops|anbei|im_anhang|endlosschleife|schleife",
    "unten|angehangt|hier|siehe|adjunto|adjunta|aqui|vea|joint",
    "jointe|ci_joint|dessous|boucle|bucle|abajo|voici|regardez|附; 看; 如下; 发给; 下面; 这张")

  private static func announced(_ reading: Reading) -> [PolicyRule.Hit] {
    reading.ownSentences.compactMap { sentence in
      guard let place = gif.first(in: reading.text, sentence), shown.stands(in: reading.text, sentence),
        !reading.isDenied(place)
      else { return nil }
      return reading.hit(place)
    }
  }
}
