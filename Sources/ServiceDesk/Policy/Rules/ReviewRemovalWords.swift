enum ReviewRemovalWords {
  static let verb = Notion(
    "@remove; take|taking|took ... down|off|away|back|offline; another|second look|thought",
    "give .. another_look|second_thought; if|see it|that disappear*|vanish*|went_away|were_gone|was_gone",
    "have|get the|it|that text|words|wording? updated|changed|removed|corrected|revised",
    "set|put|bring|move .. up|to|higher; from one|two|three|1|2|3 .. to four|five|4|5|three|3; don_t want .. online",
    "nimm|nehmen|nehme|nahmen ... zuruck|raus|herunter|runter|vom|heraus|offline; machen .. ruckgangig",
    // Verbs that part: "passen Sie … an", "stufen Sie … hoch".
    "passen|passe|pass sie|bitte ... an; stufen|setzen sie|bitte ... hoch|herauf|hoher",
    "schreiben|arbeiten sie|bitte ... um",
    "von 1|2|3 .. auf 4|5",
    "dar .. de_baja; dejar|deje .. sin_efecto; de 1|2|3|una|dos .. a 4|5|cuatro|cinco; echar atras",
    "mettre .. a_jour|hors_ligne; faire .. disparaitre; revenir sur; de 1|2|3 .. a 4|5|quatre|cinq; repasser",
    "改成五星;改成好评;改成别的;改为好评;去掉;处理掉;撤一下")

  /// What is to go.
  static let target = Notion(
    "@review; what|that|which you wrote|posted|said|put|published|have_written; text|words|entry|lines .. @page",
    "your|those|the|these|that|of one|two|three|1|2|3|low|few|poor|bad star|stars; how many stars; star rating",
    "number of stars; your|the|that comment|comments|post|remark|remarks .. @page",
    "die|ihre|der|den|eine|einen ein|zwei|drei|1|2|3|einen|wenigen stern|sterne; sternezahl|sternzahl",
    "text|satze|beitrag .. @page",
    "was sie .. geschrieben|veroffentlicht; ihren|den beitrag|text auf|bei|zum; das geschriebene",
    "lo que escribio|publico|puso|dejo; las|sus|esas una|dos|tres|1|2|3|pocas? estrellas; texto .. @page",
    "ce que vous; les|vos|ces deux|trois|1|2|une etoiles|etoile; votre|la|cette note",
    "le|votre texte|message .. @page",
    "您写的;一星;两星;那条;差评")
  static let things = Notion(
    "@review from|of|between one|1 to|and five|5; @review plate|label|field|settings|board|photo",
    "@review of_the_drawing|of_the_proof|of_the_design|copy|scale|sheet|panel; de passage",
    "反馈给|指示灯|工程师; rating .. v|amp|watt|volts; comment field|on_the_delivery|on_the_return",
    "kommentar auf der retoure|rechnung")
  static let wish = Notion(
    "@please; sollten; that|it|this would|ll; wollen wir|sie; es ware; nimm|nehmen|take|mach*",
    "would you do; do this; do that")
  static let pronoun = Notion(
    "it|that|this|them|those|so; sie|diese|es|dies|ihn|diesen|davon; la|lo|las|los|lo_que; le|l|les|cela|ca",
    "*arla|*irla|*erla|*arlo|*erlo",
    "*uela|*elo|*ela|*quela|*erlas|*arlas; nach_oben; down|off; 请|麻烦|能不能|可以|帮忙|一下")
  /// Done already, or by somebody else.
  static let done = Notion(
    "cambiamos|modificamos|retiramos|eliminamos|actualizamos|corregimos",
    "we|i|amazon|they|warehouse|ve|has|already only? @remove",
    "we|i|amazon|ve|has|been|was|were|is|already .. changed|updated|edited|revised",
    "we|i|ve|amazon|been|already .. removed|deleted|corrected|improved|altered|adjusted|modified",
    "thank|thanks .. for .. @remove",
    "have|has gone; gone through|over|into|wrong; after several; you already",
    "you have changed|updated|edited|removed; on your own; asks|expect|ask for any",
    "led us to; made us",
    "wir|amazon|werk .. @remove; haben .. geandert|entfernt|korrigiert|geloscht|angepasst",
    "wurde|wurden .. geandert|entfernt; danke .. @remove",
    "ob wir|amazon; und andern nun; hemos|han|ha|nosotros .. @remove|cambiado|modificado",
    "gracias por .. @remove; hemos modificado|cambiado",
    "avons|ont|nous|a .. modifie|change|corrige|supprime|mis; nous a|ont fait; merci d|de avoir; merci pour",
    "amazon .. supprim*",
    "我们已|已经|已|我们会|我们将|工厂|感谢您|谢谢您|您自己 .. @remove; 看到了")
  /// A denial that only makes the request polite.
  static let question = Notion(
    "can|could|would|will|won|wouldn|couldn you not; wouldn|won|couldn t you|it; would you mind; mind; why not",
    "能不能; 可不可以; 是不是; 要不要",
    "nicht .. uberdenken|andern|mal; konnten|wollen|mochten sie .. nicht; no podria|le_importaria|puede",
    "ne pourriez|voudriez; sans; please; bitte")
  static let aboutSeller = Notion(
    "seller|shop|store|courier|delivery feedback|rating|score; seller_feedback",
    "verkauferbewertung*|handlerbewertung*|shopbewertung*",
    "valoracion|opinion|voto|comentario de|del|como vendedor; evaluation|avis|note du|de|en_tant_que vendeur",
    "avis vendeur",
    "卖家反馈; 店铺反馈; 卖家评价; 卖家评分; 店铺评分; feedback revision; seller rating|score; delivery address|note",
    "lieferadresse; drawing|proof|artwork")
}
