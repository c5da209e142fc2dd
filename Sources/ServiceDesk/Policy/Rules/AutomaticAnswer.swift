/// MSG-042: a text that any machine could have sent stops no response timer.
enum AutomaticAnswer {
  static let rule = PolicyRule(
    "MSG-042", warn: [.amazon, .walmart, .alibaba],
    why: "reads as an automatic acknowledgement; it answers nothing and may not stop the timer", source: "A25, W5, AB2"
  ) { reading in
    guard reading.message.occasion.isOnlyAnswer, let place = acknowledgement.first(in: reading.text) else { return [] }
    let rest = reading.text.sentences.filter { !acknowledgement.stands(in: reading.text, $0) && $0.count >= 6 }
    return rest.isEmpty ? [reading.hit(place)] : []
  }

  private static let acknowledgement = Notion(
    "received|got your message|email|inquiry|request|enquiry; this is an auto*",
    "automatic|automated reply|response|message",
    "we will|ll get back|reply|respond|answer .. soon|shortly|hours|possible; out of office",
    "thank you for contacting|reaching|your message",
    "haben ihre nachricht|anfrage .. erhalten; automatische* antwort|nachricht",
    "melden uns .. in kurze|bald|schnellstmoglich; vielen dank fur ihre nachricht|anfrage",
    "hemos recibido su mensaje|consulta; respuesta automatica; le responderemos; nos pondremos en contacto",
    "avons bien? recu votre message|demande; reponse automatique; vous repondrons|reviendrons",
    "已收到您的消息;已收到您的留言;自动回复;稍后回复;会尽快回复;尽快回复您")
}
