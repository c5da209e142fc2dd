enum SpellingWords {
  /// Words that nobody writes on purpose.
  static let slips: Set<String> = {
    let lists = [
      "teh adn hav wich thier becuase becouse beacuse untill definately definatly tommorow tomorow",
      "tommorrow recieve recieved",
      "reciept plz pleas plees pleese plese thx gonna wanna alot allready bouth buyed sended payed wil cum",
      "wat thru nite tmrw",
      "helo sory sorrry yuor yuo fro taht thsi waht nxet itme evry chek wayt weit stuk brok brokn new_on",
      "fill_bad yestaday cos coz",
      "wory abuot hapen hapened arive arived shiped shiping orderd ordr pacage pakage delivry custmer",
      "custemer costumer adress dont",
      "didnt doesnt cant wont isnt havent ur mesage dayes lil bcuz cuz imediatly immediatly inconvinience",
      "incovenience thansk",
      "untill goed comed geted writed appologize apolagize waranty garantee acount hopefuly realy usefull",
      "beleive freind",
      "adrese addresse bestelung vieleicht villeicht warscheinlich standart entschuldigug liferung lieferug",
      "nehmlich garnicht",
      "wiederspruch mussn bite bestelt morgn schiken geschikt verschikt ihnenn danck anwort haten habn nich",
      "wier artikl",
      "rechnug ersaz ersats fileicht komt fraitag konen musen problehm endschuldigung gehrte imer fieleicht",
      "gescheft wirt unt",
      "enviao pedio recivir recivido resibido embiar embio enviamo aser xq porq pq ola baya direcion",
      "debolver debolucion",
      "tanbien nesesita ase quisas provlema pakete mui bamos emos enbiado enbiamos yega yego bieja biejo",
      "piesa biernes erorr ustez",
      "retrazo venio sentimo haora ora_mismo devolber asta_luego aora grasias molesta trasportista cojer",
      "colit coli adrese livrason livraizon remboursment ramboursement demin avon comande expedie_demein",
      "jai ke pa desoler recevoire",
      "malheuresement malheuresment aujourdhui ojourdui cliant avek bonjours piesse arive navez lencienne",
      "dezole problaime otre",
      "transporteure perdut renvoyon gene_occasionner vou nou envoyon savoire voila_pourquoi",
    ]
    return Set(lists.flatMap { $0.split(separator: " ").map(String.init) }.filter { !$0.contains("_") })
  }()

  /// Words that don't agree.
  static let grammar = Notion(
    "we|you|they is|has|was|gets|does; he|she|it|item|order have|are|were; i has|is; it do",
    "did sent|came|went|received|shipped; does not works|arrives; has|have send|sended|ship|went",
    "is|was|are send|ship|sended; more better|faster_more; should|could|would of",
    "you item|lamp|order|recieve*|package; no need return; table wil; we very|sorry_much; is ok you",
    "your welcome|recieve; at friday|monday|tuesday",
    "too day; to late|much; four free; an? new won; no come; lamp no; goods is; tracking say",
    "are warehose|send|very_appologize; is very appologize; informations|aswell|atleast; in too",
    "ans tag; ihre packet; sie mussen nich; dass sie haben; alte lampe konen; wir habe; sie hat .. bekommen",
    "der paket|bestellung|adresse; die paket; a venio|llegado_ayer; no a|ase; por que el trasport*",
    "las molesta; el erorr; la piesa",
    "nous avon|avez|est|a|renvoyon; vous a|avons; nous avon* envoyer; j ai envoyer; a ete perdut",
    "desole* pour la gene; vous navez; ces|c pas; 发或; 在次; 以经; 做为; 帐单号; 因该; 己经; 己发; 收倒; 按装; 在见; 麻反; 谢些; 包果; 块递",
    "退宽; 订但; 既使; 签受; 查寻单; 客负; 地只; 发漂; 从新发")

  /// Frequent words of messages to buyers that have few neighbours; a word that differs from one of them by a letter is
  /// most likely a slip.
  private static let common: [[UInt8]] = {
    let lists = [
      "hello sorry please yesterday tomorrow today package parcel delivery delivered customs transport",
      "address received receive because",
      "should really problem warehouse message replacement refund customer friday monday tuesday wednesday",
      "thursday saturday shipping",
      "shipped damaged damage another immediately inconvenience apologize broken replace replaced return",
      "returned tracking",
      "number original question available arrived arrive items weeks morning already believe different",
      "happened product service",
      "wrong check again without between before after never always thanks regards company invoice payment",
      "picture possible",
      "entschuldigung bestellung lieferung paket adresse morgen gestern vielleicht problem nachricht",
      "erstattung rechnung artikel",
      "bekommen erhalten geschickt verschickt natuerlich freitag montag dienstag mittwoch donnerstag",
      "samstag verzogerung bitte konnen",
      "mussen haben werden wurden zahlen behalten lampe unannehmlichkeiten selbstverstandlich",
      "paquete pedido direccion devolver devolucion transportista retraso molestias problema enviado",
      "enviamos recibido recibir ayer",
      "viernes jueves miercoles martes lunes sabado usted tambien necesita reembolso gracias manana pieza",
      "producto tienda mensaje",
      "bonjour commande livraison adresse remboursement malheureusement transporteur probleme envoyer",
      "envoye recevoir recu vendredi",
      "jeudi mercredi mardi lundi samedi client piece renvoyer renvoyons perdu desole semaine produit",
      "message ancienne",
    ]
    return Set(lists.flatMap { $0.split(separator: " ") }).map { Array($0.utf8) }
  }()
  private static let commonSet = Set(common.map { String(decoding: $0, as: UTF8.self) })
  /// Right words that happen to be near a frequent one.
  private static let neighbours: Set<String> = [
    "address", "adresse", "adresser", "parcels", "shopped", "shopping", "chipped", "clipped", "slipped", "whipped",
    "skipped",
    "stripping", "tripping", "ordered", "border", "lumber", "problems", "reserve", "deceive", "perceive", "invoices",
    "cheek",
    "chess", "chuck", "prong", "strong", "wring", "wrung", "attend", "clever", "lever", "level", "sever", "seven",
    "fever",
    "problema", "probleme", "problemen", "producto", "product", "produkt", "produit", "service", "servicio", "customer",
    "message", "mensaje", "massage", "messages", "payments", "replace", "replaced", "packets", "package", "paquet",
    "paquets",
    "transporte", "transport", "transporteur", "picture", "mixture", "pictures", "bitter", "mitte", "beten", "baten",
    "boten",
    "leben", "laben", "geben", "heben", "reben", "weben", "wenden", "warden", "worden", "kennen", "kamen", "kommen",
    "nennen",
    "konnten", "konnte", "fahlen", "wahlen", "mahlen", "strahlen", "zahlten", "behalter", "erhalter", "gehalten",
    "enthalten",
    "ander", "panda", "tender", "lamas", "rampe", "campe", "wampe", "lange", "pieza", "pierre", "niece", "fiece",
    "piece",
    "clients", "cliente", "clientes", "lieferung", "pedidos", "perdido", "perdidos", "medido", "pelado", "pecado",
    "tender",
    "enviada", "enviados", "enviar", "envoie", "envoyee", "perdue", "pendu", "vendu", "rendu", "tendu", "fondu",
    "mondial",
    "return", "retour", "retard", "again", "against", "gain", "grain", "arrived", "arrives", "arrive", "derive",
    "derived",
    "broken", "broker", "token", "spoken", "money", "today", "toddy", "teddy", "ready", "weeks", "seeks", "weeds",
    "items",
    "stems", "items", "damages", "managed", "damaging", "dispatch", "service", "services", "possibly", "possible",
    "passible",
    "before", "afore", "therefore", "other", "adhere", "artikels", "morgens", "norden", "lunas", "luces", "martos",
    "tienda",
    "tiendas", "vienta", "tiende", "alters", "altered", "filter", "faster", "master", "easter", "paste", "later",
    "water",
    "alter", "aster", "retain", "detain", "rectify", "comments", "shaping", "chipping", "clipping", "slipping",
    "whipping",
    "company", "accompany", "customs", "custom", "costume", "costumes", "between", "renvoyez", "regards", "rewards",
    "guards",
    "question", "questions", "cuestion", "gestion", "bought", "thank", "tanks", "ranks", "banks", "thinks", "hacking",
    "tracking", "cracking", "tacking", "trucking", "stacking", "backing", "packing", "without", "within",
  ]

  static func isCommon(_ word: String) -> Bool { commonSet.contains(word) || neighbours.contains(word) }

  /// A letter too many, too few, another or two exchanged; not at the end, where words are inflected.
  static func isNearCommon(_ word: String) -> Bool {
    let letters = Array(word.utf8)
    return common.contains { abs($0.count - letters.count) <= 1 && isNear(letters, $0) }
  }

  private static func isNear(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    var start = 0
    while start < min(one.count, other.count), one[start] == other[start] { start += 1 }
    var end = 0
    while end < min(one.count, other.count) - start, one[one.count - 1 - end] == other[other.count - 1 - end] {
      end += 1
    }
    guard end >= 1, start >= 1 else { return false }
    let rest = (one.count - start - end, other.count - start - end)
    if rest == (2, 2) { return one[start] == other[start + 1] && one[start + 1] == other[start] }
    return rest.0 <= 1 && rest.1 <= 1
  }
}
