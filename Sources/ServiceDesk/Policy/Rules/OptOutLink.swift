/// MSG-028: a way to unsubscribe makes it look like advertising.
enum OptOutLink {
  static let rule = PolicyRule(
    "MSG-028", block: [.amazon], proactiveOnly: true, why: "a link to unsubscribe or opt out", source: "A66 [Z]"
  ) { reading in
    reading.ownSentences.compactMap { sentence in
      optOut.first(in: reading.text, sentence).map { reading.hit($0) }
    }
  }

  private static let optOut = Notion(
    "unsubscribe*|unsubscribing; opt out|optout; opting out",
    "stop|no_longer|don_t|not|fewer getting|receiving|receive ... messages|emails ... click|here|link|below",
    "stop|no_longer getting|receiving|receive ... mails|notifications ... click|here|link|below",
    "don_t|not|fewer getting|receiving|receive ... mails|notifications ... click|here|link|below",
    "stop|no_longer|don_t|not|fewer getting|receiving|receive ... messages|emails ... reply|stop|opt|tap",
    "stop|no_longer getting|receiving|receive ... mails|notifications ... reply|stop|opt|tap",
    "don_t|not|fewer getting|receiving|receive ... mails|notifications ... reply|stop|opt|tap",
    "stop|no_longer|don_t|not|fewer want|wish|wanting ... messages|emails ... click|here|link|below",
    "stop|no_longer|don_t|not|fewer want|wish|wanting ... mails|notifications ... click|here|link|below",
    "stop|no_longer|don_t|not|fewer want|wish|wanting ... messages|emails ... reply|stop|opt|tap",
    "stop|no_longer|don_t|not|fewer want|wish|wanting ... mails|notifications ... reply|stop|opt|tap",
    "manage .. preferences|subscription|notifications; message preferences; email preferences",
    "remove .. from .. list; stop to end|unsubscribe; reply stop",
    "abmelden|abbestellen|austragen|abmeldung|abmeldelink; melden sie sich .. ab",
    "keine .. nachrichten|mails|post .. mehr ... hier|klick*|ab|antworten; abzumelden",
    "darse de baja de; darse de baja .. pulse|haga|clic|aqui|enlace; cancelar .. suscripcion",
    "anular .. suscripcion; no .. recibir .. mensajes|correos|avisos ... pulse|clic|aqui|enlace|responda",
    "desuscrib*; darme de baja",
    "desabonn*|desinscri*; ne .. plus .. recevoir .. messages|mails|courriels; se desabonner; vous desinscrire",
    "退订;取消订阅;不再接收;不想再收到;不想收到;拒收请;td 退订;回 t 退订")
}
