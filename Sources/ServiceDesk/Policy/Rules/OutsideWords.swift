enum OutsideWords {
  /// Around the marketplace.
  static let beside = Notion(
    "outside|without|skip|skipping|bypass|bypassing of? the? @platform",
    "avoid|around|leave|leaving|circumvent|off of? the? @platform; off the? @platform|site|books|record|app",
    "without|skip|skipping|avoid|avoiding|no .. fee|fees|commission|commissions|cut",
    "save|saves|saving|pays|pay|minus .. fee|fees|commission|commissions|cut",
    "not|no|isn_t through|via|on @platform .. but|sell",
    "leave|cut|keep @platform out; @platform needn_t|need_not|doesn_t_need|does_not_need|has_nothing",
    "no|without ebay|amazon|etsy|walmart|alibaba checkout|fees|needed|involved",
    "buy|order|purchase|sell|deal|pay ... directly|direct from|with|to|through|at|via me|us|our",
    "buy|order|purchase|sell|deal|pay ... straight|privately from|with|to|through|at|via me|us|our",
    "bought|ordering|reorder ... directly|direct|straight|privately from|with|to|through|at|via me|us|our",
    "go|get|come|settle ... directly|direct|straight|privately from|with|to|through|at|via me|us|our",
    "from|with|through|at me|us directly|direct|privately; directly|direct from|with|through|via us|me|our",
    "order|buy straight|direct|directly; privately; private sale|deal",
    "on the side; @our own? @own_site ... @cheap|@pay",
    "@pay ... on|from|at|in|through|via|with @our own? @own_site; @our own? @own_site",
    "@cheap .. from|on|at|in|through|via our|my own?",
    "cancel|withdraw .. bid|order|listing .. pay|sell|send|direct|me; close|end .. listing|auction .. early?",
    "behind|around|past ebay|amazon s|back",
    "outside the app|system|platform|site; under the table; next|another time .. directly|direct|through us",
    "no need for @platform; trade assurance .. not needed; not needed? .. trade assurance",
    "an .. @platform vorbei; ohne|ausserhalb|neben .. @platform; direkt bei|uber|von|mit|an uns|mir|unser*",
    "direkt uber",
    "nicht .. uber .. @platform .. laufen|lauft|gehen|abwickeln; lauft .. nicht uber",
    "privat verkaufen|kaufen|bezahlen|uberweisen|zahlen|abwickeln|einigen|verkauf",
    "gebuhren|provision sparen|umgehen|weg",
    "unserem|unseren|unser|meinem|eigenen eigenen|onlineshop|webshop .. @cheap|@pay|direkt",
    "unserem|unseren|unser|meinem|eigenen laden|ladengeschaft|homepage .. @cheap|@pay|direkt; unter der hand",
    "am besten gleich direkt; im webshop|onlineshop|ladengeschaft .. @cheap|@pay; am @platform vorbei",
    "kauf|auktion|gebot .. abbrechen|zuruckziehen .. geld|konto|direkt|dann",
    "fuera de|del @platform; sin pasar por; sin @platform|comision*; no pasa|pase|pasar por @platform",
    "directamente en|con|a|de nuestra|nuestro|nosotros|mi|tienda",
    "ahorr* .. comision*|tarifa*",
    "cancelamos|cancela|cancele|anule .. venta|pedido|puja .. ebay|amazon|directo|transfer*",
    "por privado; pag*|compr*|vend*|hac*|arregl*|trat*|transfer* .. por fuera; al margen de",
    "nuestra|mi tienda fisica|online|web .. @cheap|comprar*; nuestra|mi web|pagina .. @cheap|compr*",
    "tratar directamente; compr*|pag* directamente",
    "hors|dehors|contournant|contourner de|d? @platform; sans .. passer|par|de|d .. @platform; sans @platform",
    "directement chez|aupres|avec|a|sur nous|moi|notre|nos",
    "economis*|eviter|evit* .. commission*|frais; sans commission|frais .. @platform; en prive; de la main",
    "notre|ma|mon boutique|site|magasin .. moins|cher|directement|en_direct|commander",
    "come .. to us|me direct|directly|straight",
    "@pay .. en direct; traiter|vendre|acheter en direct; passer|passez par notre|mon site",
    "s arranger|arrange entre nous; entre nous .. @platform",
    "不走平台;私下;绕过;平台外;平台之外;线下交易;线下付款;线下转账;线下打款;直接打款;直接找我们;直接跟我们;直接付给;取消订单 ... 转;不用在;不经过;不通过 @platform",
    "不要在平台;脱离平台;站外;场外;官网 ... 便宜|优惠|下单|买;官网下单;自己的网站;不用走;走线下;避开平台;私人转账;私聊价格;直接转;直接向我们;省手续费;省佣金;不走 @platform;线下")
  /// Ways to pay that no marketplace uses between buyer and seller.
  static let means = Notion(
    "@paymeans; via|by|through|per bank; friends and family; @our company? bank? account",
    "gift cards as payment; to the account of; cash .. hand|pick|envelope; geld .. konto",
    "uberweisung auf; auf unser|mein .. konto; cash|in cash on; hacer* .. transferencia; notre|mon compte; 微信付",
    "付给我; 转给我; 打给我; 转到")
  /// What makes a way of paying an offer.
  static let deal = Notion(
    "pay|payment|send|wire|transfer|accept|take|settle|yours|buy|order|ship",
    "sell|deposit|money|easier|cheaper|prefer|please|me|account|discount|price|happy|commission",
    "zahlen|bezahlen|uberweisen|reicht|konto|senden|schicken|kaufen",
    "gunstiger|bestellen|lieber|einfach*|statt|bitte|mach|nehme|anzahlung",
    "pag*|mand*|cuenta|precio|listo|mejor|compr*|acept*|envi*|hacer*|puede|descuento|rebaja",
    "payer|payez|regl*|envoy*|envoie|arranger|expedie|accept*|compte|moins|possible",
    "付;打款;汇;转;便宜;账户;价;就行;直接;给我;优惠")
  /// The marketplace's own ways, money that goes back, and warnings.
  static let inside = Notion(
    "refund|refunded|refunds .. to|card|goes|bank|on|paypal",
    "trade assurance .. you|credited|on|through|deposit|account|order; through|via|on|to the? trade assurance",
    "you made on",
    "amazon pay; collects the payment; pay by invoice; settled by; pickup code; cash register|drawer|box",
    "toy bank; not pay anything; money to anybody|anyone; already paid",
    "cash back wallet; you paid; somebody|someone|anyone|anybody|caller .. asking|asked|asks|rang; was not us",
    "the only place; report it; vat|customs|duty|duties|driver|courier|import",
    "inside|through|via amazon|ebay|etsy|walmart|alibaba .. only|checkout|invoice|order",
    "on amazon|ebay|etsy|walmart|alibaba .. only|checkout|invoice; you used at",
    "power bank|cord; direct current; directly to|from the|leeds; hold by your bank",
    "erstattung lauft|uber; auf ihr bankkonto|konto; bitte zahlen sie uber; zahlungsmittel",
    "barzahlung .. nicht; ruckzahlung; erstattet|erstatten; nachnahme*|zoll|bote|zusteller; powerbank",
    "reembolso|devolucion|aduana; tarjeta con la que; caja fuerte; reembols*; si le piden",
    "transferencia de calor; remboursement; virement automatique; rembours*|rembourse|douane|livreur",
    "cable|batterie|interrupteur|tension; 退款; 原路退回; 平台上付款; 在平台; 通过平台; 如有人; 让您转账; 关税; 快递员; 充电",
    "bank transfer takes; heat transfer")
  static let refusal = Notion(
    "can t|not; cannot|can_not; may not; don|doesn|won t; do not; not allowed|able|permitted|possible",
    "sorry .. no|not|outside; no deals|sales|sale|business; not allowed; we never",
    "do not sell|accept|take|deal|offer; please don_t|never; against; forbid*|prohibit*; avoid scams",
    "only accept|sell|take; has|have to be completed|paid|done here|on; stay on|within",
    "nicht erlaubt|gestattet|moglich|vorgesehen|zulassig; durfen .. nicht|keine|keinen|nur",
    "kein verkauf|verkaufe; konnen .. nicht|keine|nur; untersagt|verboten; nicht in frage; nicht .. abwickeln",
    "no puedo|podemos|vendo|vendemos|acepto|aceptamos|esta|se|es|hacemos; prohib*",
    "unicamente|solo aceptamos|vendemos; ne|n peux|pouvons|puis|acceptons|vendons|est|faisons|pas",
    "pas possible|autorise; pas .. autoris*; interdi*; 不接受;不能;不支持;不允许;禁止;无法;不可以;请勿;不要转;不会;不做;只接受;不私下;违反")
  /// A denial that is part of the offer.
  static let pitch = Notion(
    "but|however i|we .. sell|can|ll|do|offer; then; saves|save; @cheap; is|are not needed; needn_t; neither",
    "doesn_t matter|take; no need; so that; no etsy|ebay|amazon checkout",
    "sans passer; sin pasar; no pasa; don t need|pay|lose .. fee|commission|fees|@platform; nicht uber",
    "commission; so we both; beide .. sparen; y asi")
}
