extension TopicWords {
  /// Late, lost, never there.
  static let delivery = Notion(
    "arrive|arrives|arrived|arriving|arrival|deliver|delivers|delivered|delivering|delivery|deliveries|late|delay|delays|delayed",
    "shipped|shipping|shipment|ship|transit|tracking|tracked|carrier|courier|couriers|ups|fedex|usps|dhl|hermes|evri|dpd|gls|yodel|lasership",
    "royal_mail|post_office|postal|postman|mailman|post|parcel|parcels|package|packages|driver|drivers|eta|estimated date",
    "never|not|haven_t|hasn_t|didn_t|still|yet .. come|came|received|receive|got|get|showed|shown|here|turned; still waiting|nothing|no_sign",
    "where is|s my|the package|order|parcel|item|stuff|it; waited|waiting|took|takes|taking .. days|weeks|month|months|week|ages|forever|long",
    "landed here|there|on; attempted; sent|went back to the? warehouse|depot|sender; super|so|very|too|extremely slow; marked|says|status as? delivered; nothing at the? door|there; date changed; slot; no|nothing parcel; handed to; six|five|four|three weeks; days|weeks|week|month late|overdue|after|past|and; lost in|by; non receipt; no show|sign; should|supposed|meant ... been|be|arrive here|there|yesterday|by; came|come|turned|showed .. days|weeks|day|week|late|later|after; took .. long|forever|ages|so_long; get|got here; slow|fast|quick|prompt|speedy shipping|delivery|post|mail|arrival|dispatch",
    "lieferung|lieferungen|geliefert|liefern|liefert|lieferzeit|lieferdienst|zustellung|zugestellt|zusteller|paket|paketes|pakete|packchen|versand|versendet",
    "verspatet|verspatung|zu_spat|spat|angekommen|ankommen|kam|kommt|ankunft|bote|paketbote|paketdienst|postbote|sendungsverfolgung|sendung|unterwegs|verschollen",
    "nie|nicht|nichts|noch .. da|angekommen|erhalten|bekommen|gekommen|eingetroffen; eingetroffen; warte|warten|gewartet; zu|so|viel|sehr lange; lange gewartet; sollte .. da|hier|ankommen; kemma|nix is; wo bleibt|ist mein|meine|die|das; tage statt; wochen|tage gedauert; noch nichts da; erst hiess; verloren gegangen; dhl|hermes|ups|dpd|gls|post",
    "entrega|entregado|entregaron|entregan|entregar|envio|envios|enviado|paquete|paquetes|llego|llega|llegado|llegar|llegaron|tarde|retraso|retrasado|retrasos",
    "tard*|demora|demorado|demoran|donde_esta; ",
    "repartidor|transportista|mensajer*|seguimiento|correos|seur|mrw|nacex|tipsa|perdido|perdio|perdieron; no|nunca|aun|todavia .. recibi|recibo|recibido|recibi_el|llegado; figura en reparto; en reparto; sin aparecer; no ha venido; esperando|espero|espere|esperaba|recibirlo|recibirla|aparecio",
    "livraison|livraisons|livre_en|livree|livrer|livreur|livreurs|livraient|colis|expedition|expedie|expediee|envoi|arrive|arrivee|arrivent|arriver|retard|retards|tard|tardive",
    "transporteur|suivi|chronopost|colissimo|mondial_relay|la_poste|facteur|perdu|egare; jamais|pas|toujours|rien .. recu|arrive|eu|livre; toujours rien; delai|delais; recu .. le|apres|jours|semaines|mois; rien|jamais eu|vu; attends|attendu|attendre|attente; n est jamais|pas livre; jamais passe; destinataire absent; arrive le; ou est ma|mon|la|le; bien apres la date; ete livre|livree",
    "快递;物流;送货;配送;发货;包裹;没收到;未收到;收不到;没到;还没来;没送;未送达;送达;到货;迟到;迟了;晚到;晚了;晚了;延误;延迟;拖了;派送;派件;丢件;丢了;丢失;弄丢;运输;等了;还在等;不见踪影;签收;邮递;邮政;顺丰;圆通;中通;收货;才到;才收到;迟迟;慢;送来;才来;还没送;月底才;号到;没见到;在哪里;在哪儿;到底在哪;没等到",
    "运单;送到;单号;查不到;在途;卡在;滞留;海关")
  /// How it was carried, packed and handed over: of the delivery, and more than delay.
  static let handling = Notion(
    "package|packages|packaging|parcel|box|carton|envelope|wrapping .. damaged|crushed|torn|wet|soaked|open|opened|ripped|smashed|dented|squashed|beaten|destroyed|empty|battered|flattened",
    "damaged|crushed|torn|wet|soaked|ripped|dented|squashed|empty|battered|smashed package|packaging|parcel|box|carton|envelope; packaging|packing|packed|bubble_wrap|padding_in",
    "damaged|broken|destroyed|crushed|smashed in|during|by transit|shipping|delivery|transport|shipment|carrier|courier|the_driver; threw|thrown|tossed|dumped|dropped|chucked|flung|lobbed|hurled; over the? gate|fence|wall; caved in; bubble wrap; warehouse; left in|on|at|outside|by|behind .. rain|porch|street|lawn|door|bins|bin|gate|doorstep|driveway|sidewalk",
    "neighbour|neighbor|neighbours|neighbors|neighbour_s|wrong address|house|door|building|apartment; football|tape; with|to .. neighbour|neighbor|door; rude|careless|lazy driver|courier|postman; gave|given|handed it? to; forged|signature|signed|stolen|porch_pirates",
    "verpackung|verpackt|karton; paket|karton|sendung .. beschadigt|zerrissen|nass|offen|aufgerissen|eingedruckt|zerquetscht|leer|kaputt; nachbar|nachbarn|nachbarin|haustur|falsche_adresse|abgestellt|abgelegt|geworfen|klingelt|geklingelt|unterschrift",
    "embalaje|empaquetado|caja|embalado; paquete .. roto|abierto|mojado|danado|aplastado|golpeado; vecino|vecina|vecinos|puerta|portal|direccion_equivocada|tirado|firma|firmado|lluvia",
    "emballage|emballe|carton; colis .. abime|ouvert|ecrase|dechire|mouille|vide|endommage; voisin|voisine|voisins|porte|mauvaise_adresse|jete|balance|signature|signe|hall|pluie|sonne",
    "包装;盒子;箱子;外箱;压扁;压坏;摔;淋湿;湿了;破了;破损;破烂;邻居;门口;扔;快递员态度;代签;送错;放错;撕开;空盒;空的")
}
