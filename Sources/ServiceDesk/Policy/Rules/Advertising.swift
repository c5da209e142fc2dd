/// MSG-037: mailing lists, clubs, advertising that nobody asked for.
enum Advertising {
  static let rule = PolicyRule(
    "MSG-037", block: [.amazon, .ebay, .etsy, .walmart], why: "advertising, or an invitation to a mailing list",
    source: "E15, T13, W12"
  ) { reading in
    reading.ownSentences.compactMap { sentence in
      guard let place = list.first(in: reading.text, sentence), !reading.isDenied(place) || asks(sentence, reading)
      else {
        return nil
      }
      return reading.hit(place)
    }
  }

  /// "… so you never miss new pans?": what is denied is not the invitation.
  private static func asks(_ sentence: Range<Int>, _ reading: Reading) -> Bool {
    invitation.stands(in: reading.text, sentence)
  }

  private static let invitation = Notion(
    "shall|may|can we|i add|sign|put; never|don_t|not miss; join|subscribe|sign_up; nie|nichts .. verpassen",
    "para no perderse; pour ne rien|pas manquer|rater; 不要错过; 别错过")
  private static let list = Notion(
    "join|subscribe|subscribing|signup ... newsletter|newsletters|mailing|mailing_list|list|club|vip",
    "sign|signing|get|receive ... newsletter|newsletters|mailing|mailing_list|list|club|vip",
    "register|enroll|opt|added|add|put|become|invite ... newsletter|newsletters|mailing",
    "register|enroll|opt|added|add|put|become|invite ... mailing_list|list|club|vip",
    "join|subscribe|subscribing|signup|sign|signing|get|receive ... community|member|members|updates",
    "join|subscribe|subscribing|signup ... alerts|distribution|subscriber|subscribers",
    "sign|signing|get|receive ... alerts|distribution|subscriber|subscribers",
    "register|enroll|opt|added|add|put|become|invite ... community|member|members|updates",
    "register|enroll|opt|added|add|put|become|invite ... alerts|distribution|subscriber|subscribers",
    "our|my newsletter|mailing_list|vip|club|catalogue_is|catalog_is|new_catalogue",
    "keep you posted|updated|informed on|about .. launches|new|products|offers|arrivals|deals",
    "be the first to hear|know; first to hear|know about; subscribe to our",
    "i|we now also; i|we now also? sell|stock|carry; what came|just_came in; what s new in|at",
    "thought you might|may|would|d .. want|like|enjoy|interested .. see|our|my|new",
    "additionally repair|sell|offer|make; business proposal; are you interested in our|a",
    "looking for distributors|partners|resellers|affiliates; follow our|my brand|store|shop",
    "catalogue|catalog|collection is out|now; new arrivals|collection",
    "bought .. from us last|before|a_year; mailing list; weekly|monthly tips|offers|deals|newsletter",
    "stay in the loop; our latest news|offers|collection",
    "newsletter|verteiler|mailingliste|rundbrief|kundenclub|vip ... anmelden|abonnieren|eintragen|melden",
    "newsletter|verteiler|mailingliste ... tragen|erhalten|werden|aufnehmen|bekommen",
    "rundbrief|kundenclub|vip ... tragen|erhalten|werden|aufnehmen|bekommen",
    "tragen|melden sie sich .. ein|an|newsletter|verteiler; abonnieren sie",
    "unser|unseren|unserem newsletter|verteiler|kundenclub|rundbrief",
    "erfahren sie zuerst|als_erste; mitglied werden; neuer katalog",
    "neue|neuen kollektion|katalog ... da|eingetroffen|ansehen|stobern",
    "suscrib* .. boletin|lista|newsletter|nuestro|nuestra|novedades",
    "unase|unete|apuntese|registrese|hagase .. club|lista|comunidad|boletin|socio|miembro",
    "nuestro|nuestra boletin|newsletter|club|lista_de_correo; lista de correo|distribucion",
    "reciba|recibir|recibira .. novedades|ofertas|noticias|boletin; nuevo catalogo",
    "inscri*|abonn*|rejoignez|adhere* ... newsletter|lettre|club|liste|infolettre|communaute|programme",
    "notre newsletter|infolettre|lettre|club|liste_de_diffusion; lettre d information; liste de diffusion",
    "recevez|recevoir nos|notre .. nouveautes|offres|actualites|catalogue; nos nouvelles collections",
    "nouveau catalogue; devenez membre",
    "订阅 ... 邮件;邮件列表;加入 ... 会员;加入会员;成为会员;加入 ... 群;推送;订阅我们;关注我们的店;关注店铺;会员俱乐部;新品通知;入群;粉丝群;会员群;注册会员;新款目录;最新目录")
}
