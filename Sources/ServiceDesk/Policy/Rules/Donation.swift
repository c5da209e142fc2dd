/// MSG-038: asks for a donation, or writes although the buyer asked for silence.
enum Donation {
  static let rule = PolicyRule(
    "MSG-038", block: [.etsy], why: "asks for a donation, or writes after the buyer asked for no more messages",
    source: "T13"
  ) { reading in
    reading.text.sentences.compactMap { sentence in
      if let place = unwanted.first(in: reading.text, sentence) { return reading.hit(place) }
      guard let place = donation.first(in: reading.text, sentence), !thing.stands(in: reading.text, sentence),
        !reading.isDenied(place)
      else { return nil }
      return reading.hit(place)
    }
  }

  private static let donation = Notion(
    "donate|donation|donations|donating|fundraiser .. in|however|help|to|for|please|would|us",
    "donate|donation|donations|donating|fundraiser .. small|our|any|a",
    "donate|donation|donations|donating|fundraiser .. campaign|here|link|appreciated|welcome",
    "fundraising|crowdfunding|gofundme|kickstarter|charity .. in|however|help|to|for|please|would|us",
    "fundraising|crowdfunding|gofundme|kickstarter|charity .. small|our|any|a",
    "fundraising|crowdfunding|gofundme|kickstarter|charity .. campaign|here|link|appreciated|welcome",
    "small|little|any|your|spare|make|consider|kind|modest .. donation|contribution|donate",
    "raising money|funds; chip in; contribute to|towards our|my|a|the",
    "support our|my|us .. cause|fundraiser|charity|campaign|shelter|rescue|studio",
    "give a? little|few .. for|to|towards; needs every penny; spare a few|small|dollar; tip jar",
    "buy me a coffee; pass the hat",
    "spende|spenden|spendet .. sie|etwas|fur|uns|bitte|unser|euro|helfen|freuen|konnten|willkommen",
    "kleine|eine|ihre|um .. spende; geld fur .. verein|projekt|tierheim",
    "unterstutzen sie .. verein|projekt|tierheim|spende; spendenaktion|spendenaufruf",
    "donativo|donacion|donar .. para|a|con|hacer|pequena|pequeno|por|nuestr*",
    "done|colabore|aportacion|aporte .. para|a|con|hacer|pequena|pequeno|por|nuestr*",
    "hacer|haga|pequeno|pequena .. donativo|donacion|aportacion; recaudando|recaudamos",
    "don|dons|donner|contribuer|cagnotte|donation .. pour|a|notre|petit|petits; faire|faites un? .. don|geste",
    "soutenir|soutenez notre|mon .. association|cause|projet|refuge; collecte de fonds",
    "捐 .. 钱|款|元;捐款;捐一;捐点;捐赠;募捐;爱心捐;众筹;捐助;献爱心;捐几;捐些;善款")
  private static let thing = Notion(
    "donor|goes_to|part_of|box|keyring|money_box|jar|collection_box|charity_shop; of the price; as the listing",
    "spendendose|spendenbox|dose|spendendosen; hucha|caja|nombre|cepillo; tronc|boite|urne|mairie; 捐款箱; 箱; 牌",
    "engraved|engraving|lettering|paint|painted; the word|words; aufschrift|inscripcion|inscription")
  private static let unwanted = Notion(
    "asked|told|wanted|said|requested me|us|you ... not to|no|stop ... write|contact|message|messages|again",
    "asked|told|wanted|said|requested me|us|you ... not don_t|never|quit|leave_you_alone ... write|contact",
    "asked|told me|us|you ... not don_t|never|quit|leave_you_alone ... message|messages|again",
    "wanted|said|requested me|us|you ... not don_t|never|quit|leave_you_alone ... message|messages|again",
    "asked|told|wanted|said|requested me|us|you ... not to|no|stop ... writing|contacting",
    "asked|told|wanted|said|requested me|us|you ... not to|no|stop ... messaging|more|text",
    "asked|told me|us|you ... not don_t|never|quit|leave_you_alone ... writing|contacting",
    "wanted|said|requested me|us|you ... not don_t|never|quit|leave_you_alone ... writing|contacting",
    "asked|told me|us|you ... not don_t|never|quit|leave_you_alone ... messaging|more|text",
    "wanted|said|requested me|us|you ... not don_t|never|quit|leave_you_alone ... messaging|more|text",
    "leave you alone; asked me|us to stop",
    "you .. not to write|contact|message; although|though|even .. asked .. stop|not",
    "i|we know you don_t|didn_t|do_not want; one last time|message .. even_though|although|though",
    "despite your|you .. request|asking",
    "gebeten|wollten|geschrieben|gesagt ... nicht_mehr|keine|nicht ... schreiben|kontaktieren|nachrichten",
    "gebeten|wollten|geschrieben|gesagt ... nicht_mehr|keine|nicht ... melden|trotzdem|anzuschreiben",
    "obwohl sie .. keine|nicht .. mehr|nachrichten; trotz ihrer|ihres bitte|wunsches",
    "pidio|dijo|pediste|dijiste|pidieron ... no|dejara|dejaramos ... escrib*|contact*|mensajes|molest*",
    "aunque .. no .. escrib*|mensajes|contact*|quiere; se que no quiere",
    "demande|dit ... ne|plus|cesser|arreter ... contacter|ecrire|deranger|messages",
    "ne plus vous .. contacter|ecrire|deranger; malgre votre demande; bien que vous .. plus|ne",
    "不要再联系 ... 还是;您说过不要;虽然您说;您让我别;让我不要再;不想被打扰 ... 还是;您说不要;您说别;要求我们不要;让我们不要;别再发 ... 但")
}
