/// MSG-016: the marketplace itself confirms orders and shipments.
enum OrderConfirmation {
  static let rule = PolicyRule(
    "MSG-016", block: [.amazon], warn: [.walmart], proactiveOnly: true,
    why: "confirms an order or a shipment; the marketplace does that itself", source: "A67, A70, W2"
  ) { reading in
    // A message that also needs something of the buyer is allowed.
    guard !need.stands(in: reading.text) else { return [] }
    return reading.ownSentences.lazy.compactMap { confirmation.first(in: reading.text, $0) }.first
      .map { [reading.hit($0)] } ?? []
  }

  private static let confirmation = Notion(
    "@parcel ... shipped|dispatched|despatched|sent|left|posted|received|accepted|confirmed",
    "@parcel ... processed|packed|mailed|handed|collected",
    "@parcel ... came_through|gone_out|went_out|in_the_post|arrived_in_our_system",
    "confirm your|receipt|the|that .. purchase|order; we .. received|got|have your|the .. order|purchase",
    "has|have|just|been|was|we|ve shipped|dispatched|despatched|posted|mailed|packed",
    "we .. received|got it|them and|.; packing|wrapping it|them right|today|up; hear .. when it|they ships|ship|leaves",
    "on its|the|their way .. you|now; is on its way; is on the way",
    "getting|preparing|packing it|your|order|the ready|for|now|order",
    "order|purchase|shipping|shipment|dispatch confirmation",
    "shipped today|yesterday|with|via|by; left our dock|warehouse|store|building; out for delivery",
    "tracking number|no is|:; packing starts; with the carrier|courier|post_office",
    "thank|thanks .. for your order .. number|received|confirm*|being",
    "@parcel ... eingegangen|erhalten|bestatigt|bearbeitet|verpackt|versandt|verschickt",
    "@parcel ... versendet|unterwegs|aufgegeben|verlassen|ubergeben|abgeholt|losgeschickt",
    "bestatigen .. bestellung|eingang; wurde|haben|ist .. versandt|verschickt|versendet|ubergeben|abgeschickt",
    "auftragsbestatigung|bestellbestatigung|versandbestatigung; sendungsnummer lautet|ist",
    "unser lager verlassen",
    "auf dem weg; bringt es in",
    "@parcel ... enviado|recibido|confirmado|salido|de_camino|en_camino|preparacion|despachado|aceptado|entregado_a",
    "hemos recibido|enviado|entregado|preparado .. pedido|paquete|compra",
    "ha|fue sido? enviado|despachado; ha salido; confirmamos; ya salio|sale|va; su pedido esta",
    "numero de seguimiento es; @parcel ... expedie*|recu|recue|envoye*|confirmee*|prepare*|route",
    "@parcel ... parti|partie|chemin|bientot|remis|quitte|pris_en_charge",
    "recu votre commande; confirmons; avons|ai expedie|envoye|remis|poste",
    "a|est|ete expedie|expediee|remis|remise; vient d etre; en cours de livraison|preparation; l expedions",
    "numero de suivi est; sera chez vous",
    "已发货; 已经发货; 已寄出; 订单已收到; 收到您的订单; 订单确认; 已出库; 正在备货; 已发出; 已揽收; 我们已收到; 正在为您打包; 已确认; 已经寄出; 发货啦; 发货了; 在路上; 已打包",
    "已交给; 快递单号; 顺丰单号; 运单号; 注意查收; 已下单成功")
  /// What the buyer must do or know for the order to be completed.
  static let need = Notion(
    "please|kindly|could_you|can_you|would_you .. tell|name|reply|confirm|answer|send",
    "please|kindly|could_you|can_you|would_you .. choose|pick|provide|give|check|let",
    "please|kindly|could_you|can_you|would_you .. complete|fill|read|scan|register|write",
    "please|kindly|could_you|can_you|would_you .. add|correct|verify|note_that|keep|sign",
    "need|needs|require|requires .. from|you|your|the|to|two|somebody|a",
    "as_soon_as your; lacks; separately; missing|incomplete|wrong|error|mistake|recall",
    "which|what|when|where ... suits|day|time|floor|size|do_you|colour|engraved",
    "nobody|no one at; back at|to; attached; cannot|can_t|could_not|couldn_t deliver|reach",
    "delayed|delay|held|stuck|customs|later; attempt|appointment; split|two parcels|packages|shipments",
    "damaged|unfortunately|sorry",
    "bitte .. teilen|nennen|antworten|geben|bestatigen|senden|wahlen|prufen|melden|schreiben",
    "benotigen|brauchen|fehlt|fehlen|unvollstandig|falsch|leider; teilen sie; nicht zustellen|zugestellt",
    "verzogert|verspatung|termin|anbei|zoll",
    "necesita*|falta|faltan|incompleta|por_favor|indique|confirme|responda|diganos|digame*|cual|prefiere|lamentamos",
    "no cabe; adjunt*|retras*|cita|aduana; merci de|d|confirmer|preciser|indiquer|nous",
    "dites; veuillez|besoin|manque|incomplete|jointe|joint|retard",
    "rendez|pourriez|malheureusement|desole*|douane; 请 .. 确认|告知|提供|回复|选择|补充|填写|告诉|联系|核对|留; 需要; 缺; 不完整; 附件; 延误",
    "无法派送; 哪; 抱歉; 海关")
}
