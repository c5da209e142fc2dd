/// MSG-041: promises more than the carrier or the product can hold.
enum OverPromise {
  static let rule = PolicyRule(
    "MSG-041", warn: [.walmart], why: "promises what cannot be sure", source: "W5"
  ) { reading in
    reading.ownSentences.compactMap { sentence in
      let text = reading.text
      guard let place = promise.first(in: text, sentence), !warranty.stands(in: text, sentence),
        !refusal.stands(in: text, sentence)
      else { return nil }
      return reading.hit(place)
    }
  }

  private static let promise = Notion(
    "guarantee|guaranteed|guarantees|guaranteeing",
    "definitely|certainly|surely|absolutely|undoubtedly|positively .. arrive|be|reach|deliver*|get",
    "definitely|certainly|surely|absolutely|undoubtedly|positively .. have|receive|there|come|guaranteed|no",
    "for sure|certain",
    "100|hundred|hundred_percent %? .. certain|sure|safe|guaranteed|delivery|effective|satisfaction",
    "i|we|you_have_our promise|swear|word; you have my|our word; no matter what; without fail|doubt",
    "will cure|cures|heals; never|can_t|cannot .. break*|fail*|fade*|rust*; can_t possibly; risk free",
    "whatever the carrier; mark my words",
    "best .. in the world|whole|country|market|planet; will last forever|a_lifetime; miracle",
    "works for everyone; works every time; zero|no risk; impossible to break",
    "garantier*|garantie|garantiert|versprechen|hundertprozentig|definitiv|ganz_sicher|todsicher",
    "auf jeden fall; 100 %; garantiz*|garantizada|prometo|prometemos; aseguramos|aseguro que|la; sin falta",
    "100 % seguro; seguro que llega; con total seguridad",
    "garanti*|promett*; assur* .. livr*|arriv*|100; a 100 %; sans faute; coup sur; sans aucun doute; 保证; 绝对",
    "一定送到; 一定到; 一定能; 肯定到; 肯定能; 百分之百; 100 %; 百分百; 包治; 承诺; 永不; 绝不; 最好的")
  private static let warranty = Notion(
    "guarantee|warranty card|period|of|certificate|covers|terms; money back guarantee .. is|policy|read",
    "guarantee .. return policy; manufacturer*; against faults|defects; for two|one|three|five|ten years",
    "the guarantee is|card|covers|runs|period; under guarantee|warranty",
    "year|month guarantee|warranty; our return policy",
    "garantiekarte|herstellergarantie|garantieschein|garantiezeit; jahre garantie; garantia de|del fabricante",
    "de garantia; garantie constructeur|de|du; de garantie; sous garantie; 保修; 质保; 保证书; 保证卡; 保证期",
    "extended|within|still_under guarantee; best before|regards|wishes|if")
  private static let refusal = Notion(
    "can_t|cannot|not|couldn_t|don_t|never|won_t .. promise|guarantee|guaranteed|be|say|know|swear",
    "no guarantee|guarantees|promise; unfortunately; nicht|kein|keine garant*|versprechen|garantie",
    "konnen|kann .. nicht; no puedo|podemos|se_puede|esta .. garantiz*|promet*|asegur*",
    "ne peux|pouvons|puis|garanti*; pas .. garanti*|promett*; 不能保证;无法保证;不敢保证;没法保证;不保证;难以保证;不一定")
}
