/// MSG-018: the seller can't deliver and wants the buyer to cancel, so that it doesn't count.
enum CancellationWish {
  static let rule = PolicyRule(
    "MSG-018", block: [.amazon], why: "asks the buyer to cancel an order that you can't fill",
    source: "A12, A69"
  ) { reading in
    let text = reading.text
    guard reason.stands(in: text), !buyersWish.stands(in: text) else { return [] }
    return reading.ownSentences.compactMap { sentence in
      guard let place = wish.first(in: text, sentence), !own.stands(in: text, sentence),
        !reading.isDenied(before: place)
      else {
        return nil
      }
      return reading.hit(place)
    }
  }

  private static let wish = Notion(
    "cancel|cancelling|canceling|withdraw|withdrew .. order|it|items|purchase|yourself|your",
    "cancel|cancelling|canceling|withdraw|withdrew .. from|on|this|the|side|part",
    "withdrawing|revoke|revoking|annul|rescind .. order|it|items|purchase|yourself|your",
    "withdrawing|revoke|revoking|annul|rescind .. from|on|this|the|side|part",
    "request|submit|choose|select|open|start|send|need|want|put .. cancellation|cancel",
    "cancelled|canceled by you; a cancel request; back out of the; pull out of the",
    "stornier*|storno*|widerruf*|zurucktreten|annullier* .. sie|bitte|bestellung|selbst",
    "stornier*|storno*|widerruf*|zurucktreten|annullier* .. von|anfragen|beantragen|ihrer|kauf",
    "bestellung|kauf .. stornier*|widerruf*|zurucktreten",
    "bitten|bitte .. stornier*|storno*|widerruf*; treten sie .. zuruck; kauf abbrechen",
    "storno* anfragen|beantragen|auslosen; von der bestellung|kauf zuruck*",
    "cancel*|anul*|desist* .. pedido|compra|usted|cancelacion|desde|orden",
    "solicit*|pid* .. cancelacion|anulacion; pedido .. cancel*|anul*; desista",
    "annul* .. commande|vous|depuis|achat|cote; demand* .. annulation; d annuler; renonce* .. achat|commande",
    "retract*",
    "取消订单;申请取消;您取消;取消一下;自己取消;帮忙取消;主动取消;取消这个;点取消;申请退款;取消这笔;取消该订单;您那边取消;取消掉;把订单取消;拍错;点退款")
  /// Why the seller can't deliver.
  private static let reason = Notion(
    "out of stock|these|those|them; ran|run|running out; sold out; no longer available|in_stock|made",
    "stock count|is|was|error|level|problem",
    "price|pricing|listing ... wrong|wrongly|mistake|error|incorrect|typo|too_low",
    "wrong|mistake|error|typo|slip ... price|pricing|listing; listed wrongly|incorrectly",
    "unable|not_able|can_t|cannot|couldn_t|won_t_be_able to? fulfil|fulfill|ship|deliver|supply|send",
    "unable|not_able|can_t|cannot|couldn_t|won_t_be_able to? offer|sell|honour|honor|get|source",
    "supplier*|unavailable|discontinued|inventory|oversold|backorder*; let us down",
    "don_t|no_longer have .. anymore|left|item|it|any; our metrics|account|rating|statistics|score",
    "fully booked; none left; i|we re|m|are out of; is|are gone",
    "ausverkauft|vergriffen|lagerbestand|lieferant*|preisfehler|tippfehler",
    "nicht|nicht_mehr|kaum .. liefern|lieferbar|vorratig|verfugbar|versenden|auf_lager|herstellen",
    "kein|keinen|falscher|falschen lager|bestand|lagerbestand",
    "preis ... falsch|fehler|irrtum|niedrig|vertan; falsch* ... preis|ausgezeichnet; fehler ... preis",
    "ausgegangen; kommt|kommen nicht mehr; nicht mehr .. rein|reinbekommen|nachbestell*|nachliefer*",
    "se nos|me ha|han acabado|agotado|terminado; n en avons plus; won_t|not be restocked",
    "keine .. mehr|exemplare|ware; bestand .. falsch|fehler; nicht mehr produziert",
    "agotad*|existencias|proveedor|descatalogad*",
    "sin stock|existencias; no .. stock|disponible|queda*; falta de stock; error|equivoca* ... precio",
    "precio ... error|equivoca*|incorrecto|mal|erroneo",
    "no podemos|puedo|podremos .. enviar*|servir*|entregar*|suministrar*; nos queda*",
    "rupture|epuise|epuisee|fournisseur|indisponible|introuvable; plus .. stock|disponible; pas .. stock",
    "stock .. faux|erreur; erreur ... prix|tarif|tarification; prix|tarif .. errone|incorrect|faux|erreur",
    "trompes .. prix",
    "ne pouvons|pouvons_plus|peux .. livrer|expedier|honorer|fournir|envoyer; 缺货; 没货; 断货; 无货; 库存; 标错; 价格错",
    "价格标错; 供应商; 发不了; 无法发货; 售罄; 卖完; 停产; 价格设置; 不能发货; 价格弄错; 价格写错; 没有货; 卖光")
  private static let own = Notion(
    "we|i .. have|ve|already|ll|will|can cancelled|canceled|cancel; we cancelled|canceled; so we cancel|have",
    "would you like; prefer; or wait|cancel; if you want|prefer|would|wish|d; no need to cancel",
    "noise cancelling|canceling|cancellation; amazon cancel*",
    "haben wir|wir haben|werden|wir .. storniert|stornieren; haben .. selbst storniert; mochten sie; oder",
    "falls sie; wenn sie; hemos|ha cancelado|anulado; prefiere; si desea; si lo? prefiere; anular la alarma",
    "avons|a annule; c est fait; preferez; si vous",
    "我们已取消;已为您取消;已经取消;如果您想;我们已经取消;我们来取消;如果您要")
  private static let buyersWish = Notion(
    "as you asked|wished|requested|wanted; your request to cancel; you asked; you want|wanted to cancel",
    "your cancellation; you no longer want; keep it; you would rather cancel; you asked how; don|not t cancel",
    "wie gewunscht; ihren|ihrem wunsch; ihre stornierung; como nos? pidio; vous vouliez|souhaitez",
    "votre demande d annulation; 您要求取消; 您想取消; 您申请的; 不要取消; 不用取消; do not cancel; nicht stornieren; no cancele",
    "n annulez pas")
}
