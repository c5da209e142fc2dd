enum PersonalDataWords {
  static let card = Notion(
    "card|visa|mastercard|credit|debit|amex|exp|cvv|cvc|karte|kreditkarte|tarjeta|carte|bancaire|信用卡;银行卡;卡号")
  /// Asks the buyer for what nobody needs.
  static let asked = Notion(
    "card|visa|bank|account number|details .. back|cvv|cvc|expiry|send|text|give|please",
    "send|text|give|tell|provide|share|message|need|confirm .. card|bank|account number|details|digits|data",
    "send|give|tell|need|share .. cvv|cvc|iban|password|passport|ssn",
    "three digits on; cvv|cvc .. back|card|number|please; security code|number .. card; your pin|password",
    "your? social security number; passport number|copy|scan",
    "copy|scan|photo|picture of your passport|id|driver*|card|licence|license; date of birth; birth date",
    "kartennummer|kreditkartennummer|prufziffer .. nennen|senden|mitteilen|schicken|geben|durchgeben",
    "kontonummer|bankverbindung|bankdaten .. nennen|senden|mitteilen|schicken|geben|durchgeben",
    "geburtsdatum|ausweisnummer|personalausweis* .. nennen|senden|mitteilen|schicken|geben|durchgeben",
    "pin|passwort|iban .. nennen|senden|mitteilen|schicken|geben|durchgeben",
    "ihre|ihr iban|bankverbindung|kontonummer|bankdaten|geburtsdatum|passwort|kartennummer",
    "nennen|senden|schicken|geben|teilen .. kartennummer|kreditkarte*|kontonummer|bankverbindung",
    "nennen|senden|schicken|geben|teilen .. bankdaten|geburtsdatum|ausweis*|iban|passwort; ausweiskopie",
    "kopie ihres .. ausweis*|passes",
    "numero .. tarjeta|dni|pasaporte|cuenta .. envie*|mande*|digits|cvv; datos bancarios .. envie*|mande*",
    "envie*|mande*|diga*|facilite*|indique*|necesit* .. tarjeta|dni|cvv",
    "envie*|mande*|diga*|facilite*|indique*|necesit* .. iban|bancarios|numero_de_cuenta|contrasena",
    "fecha de nacimiento; su dni|iban|contrasena; copia de su|tu",
    "numero .. carte bancaire|bleue|credit; numero de compte; coordonnees bancaires; code .. carte|secret",
    "envoyez|donnez|communiquez|indiquez|transmettez .. carte|rib|iban|bancaires|identite|naissance|passe",
    "date de naissance; votre rib|iban|mot_de_passe; copie de votre",
    "身份证号;银行卡号;卡号和;信用卡号;验证码;您的密码;密码 .. 发|告诉|提供;护照;提供 ... 银行;卡的后;安全码;您的身份证;身份证 .. 照片|复印;出生日期;开户行")
  /// An account that is named with its number.
  static let account = Notion(
    "sort code; routing number; account number|no; account ending; iban; swift|bic code|:; bankverbindung",
    "kontonummer; konto|kto nr|nummer; ssn; national insurance number; social security number",
    "numero de cuenta|compte; cuenta numero; dni; born on; geboren am; nacido|nacida el; ne|nee le; 账号; 卡号; 银行卡")
  static let person = Notion(
    "another|other|different|previous|last|wrong customer*|buyer*|client*|order",
    "neighbour|neighbor|neighbours|colleague s?",
    "went|sent|delivered|gone|addressed|given|handed to mr|mrs|ms|miss|dr; belongs to mr|mrs|ms",
    "parcel .. mrs|mr|ms; my colleague|brother|friend|partner|boss",
    "andere|anderer|anderen|vorherige|falschen|anderem kunde*|kundin|kaufer*|bestellung; nachbar*|kolleg*",
    "herrn|frau|familie .. zugestellt|geliefert|bekommen|erhalten|gegangen|abgegeben|wohnt",
    "otro|otra|anterior|antigua cliente|pedido|comprador|clienta; vecin*; mi companero|companera|colega",
    "don|dona|senor|senora .. vive|entreg*",
    "autre|precedent|precedente|ancien client|cliente|commande|acheteur|acheteuse; voisin*|collegue",
    "livre|remis|envoye|parti .. a|chez m|mme|monsieur|madame|mlle; 上一位; 另一位; 其他客户; 别的客户; 另一个客户; 邻居; 同事; 别的买家",
    "另一位买家; 寄给了 .. 先生|女士")
  /// Who keeps a parcel now.
  static let keeper = Notion(
    "is|it_s|s now? with; left|lies with; ist|liegt|steht jetzt|nun? bei; lo|la|lo_ha|la_ha tiene|recibido|recogido",
    "esta en casa de; est chez; se trouve chez; 在 .. 家|手里|那里; 被 .. 签收|领走")
  /// A place of business, whose address is no secret.
  static let business = Notion(
    "depot|carrier|courier|ups|dhl|fedex|usps|gls|hermes|office|shop|store|locker|warehouse|workshop|centre|center",
    "paketshop|filiale|zusteller|werkstatt|lager|hersteller|oficina|almacen|transportista|fabricante|taller",
    "bureau|relais|transporteur|entrepot|atelier|fabricant|驿站|快递|仓库|网点|客服",
    "point|hub|we|our|counter|pickup|post|branch|service|supplier|factory")
  static let address = Notion(
    "lane|street|road|avenue|ave|drive|court|blvd|boulevard|st|way|close|terrace|apartment|apt|born",
    "*strasse|*gasse|*weg|*platz|*allee|*str|geboren; calle|avenida|plaza|paseo|avda|nacida|nacido|c",
    "rue|boulevard|chemin|allee|ne_le|nee_le; 路; 街; 小区; 号楼; 弄; 出生; 村")
}
