enum RewardWords {
  /// A review that is asked for, expected or counted on.
  static let asked = Notion(
    "few|couple_of lines|words|sentences on|about|for .. @page|product; one|each|every review from",
    "@write .. @review; @write ... @lines ... @page; @write .. few|couple of? @lines",
    "rate|review|rating us|it|our|the|your|this|now|first",
    "@if .. your|the @review|@lines|opinion",
    "who|whoever|whom|anyone|everyone .. @write .. @review; who|whoever rate|rates|reviews us|me|it|our",
    "wer .. @review|bewertet; quien|quienes .. @write|valor* .. @review; ceux|celles|celui|personne qui .. @review",
    "for|per|each|every|against|with a|each|every|your|any? honest|good|positive|short? @review",
    "@review .. is|goes|are online|posted|live|up|published|done|there; reviewers; review =",
    "screenshot of|from .. @review; your @review =",
    "for your|honest|some? .. @review|words|opinion|write_up; tells|tell|telling others|other|people|amazon",
    "how many stars; star to something",
    "change|update|improve|raise .. star|stars|@review; @stars up|=; stars up; honest @review",
    "post your @review; an|a? honest @review",
    "fur|pro|gegen|bei eine|jede|ihre|einer|ihrer|positiver? *positive*? @review",
    "ihre @review .. ist|drin|da|wert; @review .. @write",
    "sobald|wenn|nach .. @review; schreiben|hinterlassen|verfassen ... @lines|@review; ihre bewertung* .. wert",
    "bewerten sie; uns bewerten",
    "por|con cada|su|una|tu? @review; si|cuando|una_vez ... @review; a cambio de; valore*|valor* nos|su|el|la",
    "publica|publique .. @lines",
    "contre|pour|avec un|une|votre|chaque .. @review; si|une_fois|des_que|lorsque ... @review",
    "notez|evaluez nous|notre|le|la; @review .. publie",
    "un|une petit|petite @review; dites .. pensez; laissez|publiez .. @review|@lines",
    "写 .. @review; @review 后|返|送|就|截图|可; 评价 .. @gift; 把评论; 发评论; 留个言; 留言; 晒 .. 图|单; 好评; 给 .. @review",
    "发 .. @review; 分享 .. @lines")

  static let rewards = Notion(
    "i|we will|ll? @refund; vous|nous|te|le|te|ihnen @refund; remboursons|remboursement; credit .. %|@currency",
    "@gift; @give .. @currency; @give|@please .. @refund; @refund .. @currency|you|your|half|part|full|all",
    "@currency .. off|back|@give",
    "@refund .. ihnen|sie|le|les|vous; die halfte; la mitad|moitie; in|into|enter a|our|prize|monthly draw; prize draw",
    "free|extra .. in|with your|the next; free pair|set|one|item|copy; half|part of the|your price|amount|money",
    "half price; full amount|price",
    "money|price|amount .. back|returns|goes|yours; @currency|% off|credit",
    "% off|discount|lower|cheaper|rebate; save .. %|@currency",
    "next|future|another order|invoice|purchase|parcel .. lower|free|less|off|cheaper",
    "is|are on us|me|the_house; worth .. @currency; something .. nice|extra|little",
    "keep it|the .. free|nothing; take care of the; in|into the draw|raffle",
    "win .. $|card|prize|a; second|extra|another|third .. free|on_us|yours; bonus|loyalty points",
    "extended warranty|for_a_year; tell .. worth",
    "geld zuruck; @currency .. zuruck|gutgeschrieben|auszahlbar|uberweis*|erhalten|bekommen",
    "halben|ganzen|vollen kaufpreis|preis|betrag",
    "etwas .. nettes|schones|kostenloses|extra|kleines; prozent|% .. rabatt|gunstiger|nachlass",
    "lege|legen ... dazu|drauf|obendrauf|bei; geht aufs|auf haus|uns",
    "@give .. @currency|dinero|dinerito; @currency .. de|por|para|@give; proxima compra; dinero",
    "parte del importe; mitad",
    "@give .. @currency; @currency .. offert*|de|sur|rembours*; moitie",
    "prochain|prochaine achat|commande|colis; est pour nous; argent",
    "返 .. 元|块|钱|现; 退 .. 元|块|钱|款; 送 .. 您|你|一|个; @give .. @currency; 全额退款; 免 .. 费|单; 减 .. @currency; 便宜")

  /// What a sentence of its own may promise.
  static let bonus = Notion(
    "in return|exchange; as a thank_you|reward|token|thanks; gift card|voucher",
    "free gift|product|sample|tablet; @give ... @gift; you|we ll ... @gift",
    "worth .. @currency; it s worth; @currency .. paypal|reward|gift; your reward|gift|surprise|prize",
    "enter|entered|win|draw|raffle; cash back|c_sh; cashback",
    "keep|yours .. for nothing|free; for nothing; surprise; gets .. free",
    "dafur bekommen|erhalten|gibt|schenken; als dankeschon|belohnung; im gegenzug",
    "gutschein* .. von|fur|uber|winkt; geschenk*; verlosung",
    "a cambio; como agradecimiento|recompensa; regal* .. le|un|una; le regalamos; tarjeta regalo; sorteo",
    "@currency .. regalo|bono",
    "en echange|retour|contrepartie; en guise de remerciement|merci; un? cadeau; nous vous offrons",
    "vous recevrez .. @gift; tirage",
    "返现;礼品;红包;送您;送你;奖励;小礼物;优惠券;返 .. 元;免运费;作为感谢")

  /// Both in few words.
  static let exchange = Notion(
    "@currency|@gift ... for your|a|an|each|every|posting|writing|leaving .. @review|words|@lines",
    "testers|tester .. keep|free|nothing",
    "in exchange|return for .. @review; @review .. in exchange|return for; a cambio de .. @review",
    "en echange d|de|du .. @review",
    "im tausch|gegenzug ... @review; gegen .. bewertung*|rezension*; looking for testers|reviewers",
    "produkttester; reviewers .. draw|free|raffle|win",
    "@review .. ist .. bares|geld|wert; @gift fur|por|pour .. @review; @review =|换 .. @gift|@currency",
    "评价 .. 返现|红包; 好评 .. 返|送|红包|礼; 凭 .. @review")

  static let refusal = Notion(
    "can_t|cannot|not|don_t|never|t .. offer|give|pay|provide|send|allowed|permitted",
    "can_t|cannot|not|don_t|never|t .. have|depend|tied|linked|exchange|reward|change",
    "forbid*|prohibit*|regardless|independent*|unrelated; no|nothing in return|exchange; don_t have to",
    "against .. rules|policy|policies",
    "whether|regardless .. review; without any; or not you; no|any strings; never .. for .. @review; up to you",
    "unabhangig*|untersagt|verboten|verbiet*",
    "nicht|kein|keine|keinen .. bieten|geben|anbieten|abhangig|gegen|fur|erlaubt|mussen|durfen|gekoppelt",
    "durfen .. nicht|keine|kein; andert nichts; fur @review .. kein|keine|keinen|nichts; gibt es .. kein|keine",
    "gar nichts",
    "no .. podemos|depende|ofrec*|permit*|hace|necesita|esta|paga*|regal*|damos; prohib*|independiente*",
    "sin ningun|nada; nada a cambio",
    "ne|n .. pas|aucun|aucune|depend|rien|jamais; independamment|interdi*; sans lien|contrepartie|obligation",
    "不能;不允许;禁止;无关;没有关系;不可以;不会;不需要;不影响;严禁;不提供;不得;不用评;不要求")
  /// One that has been written already.
  static let past = Notion(
    "read|saw|seen|noticed|noted|received your|the|this|his|her ... @review; you mentioned|described|left",
    "in|from your @review",
    "@thanks .. @review|@stars; sorry .. @review; reviewer s; feedback .. you left|gave",
    "your @review mention*|mentions|says|about|describe*|was",
    "gelesen|gesehen|erwahnt*|geschildert|beschrieben|bemerkt; danke|dank .. @review; in ihrer|der @review",
    "ihrer @review .. schreiben",
    "leimos|hemos leido|visto; vimos su; gracias por; en su @review; que dejo|menciono; avons lu|vu",
    "merci|pris pour|d_avoir|le_temps",
    "dans votre @review; laisse|mentionne dans|hier|par; a mon|notre|votre avis; 看到了;已看;评论里;评价里;评价中;评论中;提到的;收到您的评价")
}
