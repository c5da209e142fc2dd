/// MSG-040: sends the buyer to the telephone or another channel first.
enum OtherChannelFirst {
  static let rule = PolicyRule(
    "MSG-040", block: [.amazon, .walmart], why: "sends the buyer to another channel first", source: "W4, A76"
  ) { reading in
    reading.ownSentences.compactMap { sentence in
      let text = reading.text
      guard !device.stands(in: text, sentence), !refusal.stands(in: text, sentence) else { return nil }
      if let place = number.first(in: text, sentence) { return reading.hit(place) }
      guard let place = channel.first(in: text, sentence), first.stands(in: text, sentence) else { return nil }
      return reading.hit(place)
    }
  }

  /// Asks for the buyer's number.
  private static let number = Notion(
    "give|send|share|tell|leave .. your|a phone|telephone|mobile|cell|contact number",
    "provide|text|need|have|with .. your|a phone|telephone|mobile|cell|contact number",
    "your|a phone|mobile|telephone|cell number",
    "give|leave us|me your number; number where|at_which|on_which .. reach|call|ring",
    "number .. reach you|call_you|ring_you; what is your number; good time to ring|call",
    "ihre|eine|deine telefonnummer|handynummer .. geben|nennen|mitteilen|senden|schicken|unter",
    "ihre|eine|deine rufnummer|mobilnummer .. geben|nennen|mitteilen|senden|schicken|unter",
    "nennen|geben|schicken|senden sie .. telefonnummer|handynummer|rufnummer",
    "ihre|deine nummer ... anrufen|rufe*|zuruckrufen|erreichen",
    "pase|paseme|pasenos|deme|denos|dejeme|dejenos|facilite* .. telefono|movil|celular",
    "deje|mande*|envie|envieme|envienos|indique* .. su|un|numero_de telefono|movil|celular",
    "numero .. para|donde llamar*|localizar*; su numero y le|lo|la llam*",
    "su|tu telefono|movil|numero_de_telefono .. llam*|habla*|contact*",
    "donnez|laissez|communiquez|indiquez|envoyez .. votre|un numero_de_telephone|numero_de_portable|telephone|portable",
    "laissez .. votre|un numero et|on|nous|pour; votre numero ... joindre|rappel*|appel*|telephon*",
    "votre numero de telephone|portable|mobile",
    "numero ou .. joindre; vous joindre|rappeler|appeler",
    "留 .. 电话|手机|号码|联系方式; 给 .. 电话号码|手机号; 您的电话|手机号|联系方式; 发 .. 电话|手机号; 告诉 .. 电话|手机")
  private static let channel = Notion(
    "phone|call|ring|telephone|dial|bell us|our|me|the|first|before|up",
    "email|mail|contact|write|message|ask|use our|us|me|the own|helpdesk|help_desk|e_mail|email",
    "email|mail|contact|write|message|ask|use our|us|me|the support|hotline|line|office|desk",
    "by phone|telephone|email|mail; give us|me a call|ring|bell|buzz",
    "hotline|helpline|support_line|e_mail_desk|our_helpdesk; call before|first; email us|me",
    "contact us .. before|first; website|contact form",
    "speak to|with us|our|me .. phone; over the phone; pick up the phone",
    "rufen|telefonieren|anrufen|anruf|telefonisch|hotline|servicenummer|telefonat|telefon",
    "per mail|telefon|e_mail",
    "unsere|unseren|unserem hotline|kundenservice|servicenummer|kontaktformular",
    "kontaktieren sie .. direkt|unseren|telefon*; llam*|telefono|llamada|telefonic*; por telefono|correo",
    "contact* .. antes|primero|telefon*",
    "mande*|mandenos|envie|envienos|envieme|escrib* .. correo|email|e_mail; nuestro correo|formulario|linea",
    "appel*|telephon*|coup_de_fil",
    "par telephone|mail|courriel; contactez nous|notre|le_service; contactez nous .. d_abord|avant",
    "notre service|ligne|formulaire .. avant|d_abord|telephon*",
    "打 ... 电话;致电;客服电话;先打电话;拨打;先加;先发邮件;打客服;来电;通电话;电话沟通;电话联系;热线;打给我们;发邮件")
  private static let first = Notion(
    "first|before|prior|next_time|beforehand|always; instead of .. return|message|claim|amazon|here|opening",
    "rather than; only read; not through|via; once a week; here we cannot; in writing; quicker|faster|easier",
    "zuerst|vorher|bevor|vorab|erst|ehe|anstatt|zunachst|vor; statt .. hier|nachricht|ruckgabe; schneller",
    "antes|primero|primeramente|previamente; en lugar|vez de; mas rapido",
    "d abord|avant|plutot|priorite|prealable|prealablement; au lieu de; plus rapide; 先;之前;不要直接;优先;再处理;再说;首先;更快;然后再")
  private static let refusal = Notion(
    "needn_t|need_not|don_t_need|don_t_have .. call|phone|ring|anyone|anything|calling|to",
    "do_not_need|no_need|without|not_necessary .. call|phone|ring|anyone|anything|calling|to",
    "cannot call|phone|ring; ups|dhl|fedex|courier|driver|carrier|hermes .. call|ring|phone",
    "nicht|kein|keine .. anzurufen|anrufen|notig|brauchen|mussen|telefon*; brauchen|mussen .. nicht",
    "der fahrer|zusteller|spediteur|paketdienst; spedition ... an|telefon*",
    "no hace|es|necesita|tiene .. llam*|falta|necesario|que; sin llamar; transportista|repartidor|mensajero",
    "inutile|pas_besoin|pas_necessaire .. d|de|appel*; sans appeler; livreur|chauffeur|transporteur",
    "不用;无需;不需要;不必;快递员;派送员;司机;师傅")
  private static let device = Notion(
    "unplug|switch|button|battery number|serial number|warranty|manufacturer",
    "seconds|sim|charger|landline|device number|serial number|warranty|manufacturer",
    "bluetooth|handset|cradle|case number|serial number|warranty|manufacturer",
    "holder|stand|engraved|engraving|model number|serial number|warranty|manufacturer; cut out",
    "ladestation|ladeschale|kanal|taste|akku|hersteller|handyhulle|halterung",
    "inalambrico|cargarse|horas|boton|canal|funda|fabricante; batterie|chargeur|touche|bouton|coque|fabricant",
    "关机;电源;电池;长按;电话卡;电话机;充电;按键;手机壳;支架;厂家")
}
