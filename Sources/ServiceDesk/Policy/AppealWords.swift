/// What must not stand in a plan that a marketplace reads: blame, feelings, promises where deeds are asked for
/// (MARKETPLACES.md 7: "short, factual, no emotion").
package enum AppealWords {
  /// Others are made responsible.
  package static func blame(in text: String) -> [String] { found(blame, in: text) }

  package static func emotion(in text: String) -> [String] { found(emotion, in: text) }

  /// Mail addresses and telephone numbers.
  package static func personalData(in text: String) -> [String] {
    let reading = Reading(OutgoingText(text: text, rules: .own))
    return [PersonMark.mailAddress(in: reading), PersonMark.telephone(in: reading)].compactMap { $0 }
  }

  /// Something that is still to be done.
  package static func isFuture(_ text: String) -> Bool { future.stands(in: ReadText(text)) }

  private static func found(_ notion: Notion, in text: String) -> [String] {
    let text = ReadText(text)
    return notion.places(in: text).map(text.words)
  }

  private static let blame = Notion(
    "not|isn_t|wasn_t|never|nothing .. our|my fault; fault|fault_of; blame|blames|blamed|blaming",
    "because of|due_to the? buyer|buyers|customer|customers|amazon|carrier_s",
    "buyer|buyers|customer|customers|amazon .. lied|lying|lies|abuse|abused|abusive|fake|false|wrong|unfair|unfairly",
    "carrier|carriers|supplier|competitor|competitors .. lied|lying|lies|abuse|abused",
    "carrier|carriers|supplier|competitor|competitors .. abusive|fake|false|wrong|unfair|unfairly",
    "buyer|buyers|customer|customers|amazon .. refused|careless|incompetent|dishonest|fraudulent|failed",
    "carrier|carriers|supplier|competitor|competitors .. refused|careless|incompetent|dishonest|fraudulent|failed",
    "buyer|buyers|customer|customers|amazon .. mistake|to_blame|responsible|guilty|stole|cheat*",
    "carrier|carriers|supplier|competitor|competitors .. mistake|to_blame|responsible|guilty|stole|cheat*",
    "unfair|unfairly|unjust|unjustified|wrongly|mistakenly accused|suspended|deactivated|flagged|blamed",
    "amazon s error|mistake|fault|system; beyond our|my control; out of our|my hands",
    "malicious|dishonest|fraudulent buyer|buyers|customer|customers|competitor|competitors",
    "bad|dirty|jealous competitor|competitors; schuld|schuldig|verschulden der|des|am|daran|liegt|ist",
    "kunde|kunden|kaufer|amazon|dhl|paketdienst .. schuld|gelogen|lugt|betrugt|unfair|falsch|versagt",
    "ungerecht|ungerechtfertigt|unfair|zu_unrecht|willkurlich; no es|fue culpa|nuestra",
    "culpa del|de_la|de_los|de_amazon; injusto|injusta|injustamente|injusticia",
    "cliente|clientes|comprador|compradores|amazon .. miente|mintio|mienten|abusa|culpable; faute du|de_la|des|d",
    "pas notre|ma faute; injuste|injustement|injustice|a_tort",
    "client|clients|acheteur|acheteurs|amazon .. ment|menti|mentent|abuse|responsable|coupable; 不是我们的错",
    "不是我的错; 怪买家; 怪亚马逊; 都是买家; 买家的错; 买家撒谎; 恶意买家; 竞争对手恶意; 不公平; 冤枉; 无辜; 无理取闹",
    "亚马逊的错; 快递的错; 物流的错")
  private static let emotion = Notion(
    "please please",
    "beg|begging|desperate|desperately|devastated|heartbroken|shocked|outraged|furious|angry|disappointed",
    "frustrated|frustrating|hurt|saddened|terrified|upset|unbelievable|ridiculous|outrageous|disgrace|shame|shameful",
    "family|families|children|kids|mortgage|rent|livelihood|survive|starving|ruined|ruin|bankrupt|bankruptcy",
    "only|sole source of income; sleepless|tears|crying|nightmare|heart; feel|feeling|felt|feelings",
    "deeply|sincerely|truly|so|very sorry|apologise|apologize|regret; we love|value|appreciate amazon",
    "honor|honour to sell; loyal seller|customer|partner; trust me|us; god; promise you; swear",
    "verzweifelt|entsetzt|fassungslos|wutend|enttauscht|traurig|frustriert|unfassbar|unverschamt",
    "existenz|familie|kinder|flehe|flehen|anflehen|albtraum|herz|gefuhl|gefuhle",
    "zutiefst|aufrichtig|wirklich leid|bedauern|entschuldig*; bitte bitte; schlaflos|tranen",
    "desesperad*|indignad*|decepcionad*|enfadad*|furios*|triste|increible|ridiculo",
    "verguenza|familia|hijos|suplico|rogamos|ruego|pesadilla|lagrimas|corazon; sentimos profundamente|muchisimo",
    "por favor por favor; lo siento mucho; desespere*|choque*|indigne*|decu*|furieux|furieuse|triste|incroyable",
    "ridicule|honte|famille|enfants|supplie|supplions|cauchemar|larmes|coeur; sincerement|profondement desole*",
    "s il vous plait s il; vraiment desole*; 恳求; 求求; 拜托; 绝望; 崩溃; 伤心; 难过; 气愤; 愤怒; 失望; 无语; 家人",
    "孩子; 生计; 倾家荡产; 眼泪; 噩梦; 非常抱歉; 深感抱歉; 万分抱歉; 真诚道歉")
  private static let future = Notion(
    "will|shall|going_to|plan_to|planning|intend|intends|about_to|soon|tomorrow; next week|month; are|is going",
    "to be done|implemented|introduced; from now on",
    "werden|wird|werde|wollen|planen|geplant|demnachst|bald|morgen|kunftig; in zukunft; vamos a; va a",
    "haremos|implementaremos|contrataremos|revisaremos|cambiaremos",
    "pondremos|formaremos|estableceremos|planeamos|pronto|manana; en el futuro",
    "allons|va|vais mettre|former|changer|faire|embaucher|revoir",
    "ferons|mettrons|formerons|changerons|prevoyons|bientot|demain; a l avenir; 将会; 即将; 计划; 打算; 准备; 将要",
    "会在; 未来; 明天; 下周; 下个月")
}
