enum MessengerWords {
  /// Names that mean nothing else.
  static let names = Notion(
    "whatsapp*|whatsap|watsapp|whatapp|whatssapp|wapp|wazzap|guasap*|wasap*",
    "wasapp|wechat|weixin|vx|wx|telegram|instagram|insta|facebook|fbook",
    "messenger|viber|skype|snapchat|discord|tiktok|twitter|linkedin",
    "kakaotalk|threema|pinterest|fbmessenger|imessage|zalo|dingtalk|hangouts",
    "what_s_app|whats_app|what_sapp; we_chat; face_book|f_book; insta_gram; tele_gram; google chat|hangouts",
    "qq; fb|ig|tg page|group|channel|account|profile",
    "微信;薇信;威信;微 xin;v 信;V信;wei xin;加 v;加 V;企鹅号;扣扣;旺旺;钉钉;抖音;小红书;微博;绿色软件;绿泡泡;绿色聊天;飞书;薇 x;徽信;维信;卫星号;威 x;陌陌")

  /// A name as a way to talk.
  static let way = Notion(
    "add|message|text|write|contact|ping .. on|via|over|through|in|us|me .. @app",
    "dm|follow|find|reach|join|chat .. on|via|over|through|in|us|me .. @app; dm|dms me|us; dm us there",
    "hit me up on",
    "our|my @app; on|via|over|through @app .. me|us|as|at|under|name|page",
    "@app .. handle|username|user|nick|id|number; same name on @app",
    "your @app; on @app; @app mine|is|me|us; what is your @app; line id; my|our line id|channel; on line id",
    "ig|fb|tg:; signal|line oder|or|und|and|o|ou @app",
    "@app oder|or|und|and|y|o|ou signal|line; per|uber|via @app|signal",
    "auf @app|signal .. finden|schreiben|folgen|erreich*|unter|heissen|als; bei @app|signal",
    "por|via|al|en @app; siganos|sigame|agreguenos|agregueme|busquenos .. @app; nuestro|mi|su @app",
    "@app|signal .. nombre|numero|usuario",
    "via|sur|par|notre|mon|votre @app|signal; suivez|rejoignez|ajoutez|retrouvez nous|moi sur; groupe @app",
    "加我;加微信;加个微信;我的微信;微信号;微信联系;加我们微信;加我们的;加 v;加v;vx;微信群;企业微信;加下微信;加一下;您微信;你微信;微信聊;微信上;微信找;QQ群;qq群;加群;扣扣号")

  /// What makes a name a way to talk.
  static let talk = Notion(
    "add|message|messages|text|write|contact|reach|find|follow|dm|search|send",
    "chat|talk|join|id|account|username|user|page|handle|answer|reply|call|ping",
    "share|faster|quicker|me|us|our|number|support|group|channel|subscribe",
    "details|private|same_name|ask_for|together|over|mine|there|easiest|nick|profile",
    "schreiben|kontaktieren|finden|folgen|schicken|senden|erreichen|antworten|melden",
    "uns|mich|gerne|account|nutzername|gruppe|kontakt|erreichbar|schneller",
    "escrib*|agreg*|anad*|sig*|busc*|mand*|contact*|encuentr*",
    "pagina|grupo|nos|me|mas_rapido|nuestro|mi|hablamos|hable*",
    "contactez|ecrivez|suivez|envoyez|ajoutez|trouvez|repond*|echanger|nous",
    "moi|page|compte|groupe|rejoignez|retrouvez|notre|joindre|plus_vite",
    "加;联系;发给;搜;关注;找我;号;群;聊;扫;发我;私信;添加")

  /// The messenger is part of what the product does or shows, or of what somebody else said.
  static let feature = Notion(
    "notification*|displays|shows|preinstalled|app_store|play_store|sticker*|frame",
    "filming|streaming|compatible|supports|tripod|holder|poster|novel",
    "hardcover|feature|logo|phone_s_settings|for_filming; is fine for; works with; keyboard; button; frame design",
    "friend on|from; told you; calls over; cut_out; emoji",
    "zeigt|mitteilungen|anzeige*|aufkleber|buch",
    "stativ|vorinstalliert|unterstutzt|halterung|benachrichtigung*|anrufe; nachrichten an",
    "muestra|notificaciones|grabar|soporte|libro|pegatina*|compatible|instalada|adhesivo*; avisos de",
    "affiche*|notifications|livre|trepied|autocollant*|compatible|installee|filmer|appels",
    "支架;直播;贴纸;显示;通知;提醒;手表;适合;刷微信;刷抖音;手环;来电;视频拍摄; thin wall|film; line of sight; telegram_thin")

  static let refusal = Notion(
    "not able|allowed|permitted to? .. chat|talk|use|write|communicate",
    "can_t|cannot|may_not|don_t|do_not|never|can t use|chat|talk|communicate|offer|have|answer|reply",
    "no whatsapp|wechat|telegram|facebook|instagram|messenger*|social; instead_of|rather_than .. @app",
    "durfen|konnen|nutzen|bieten|verwenden wir? .. kein*|nicht",
    "kein|keine|keinen @app; no podemos|usamos|atendemos|utilizamos|tenemos|permite",
    "ne communiquons|utilisons|pouvons pas; pas de|par|sur @app; ne .. pas .. @app",
    "不能使用;不能用;不使用;不用微信;无法使用;不支持;不可以使用;不能加;没有微信;不加微信;不能通过;不可以通过; only @platform messages; hier uber amazon bleiben")

  // MARK: - QR codes

  static let code = Notion("qr code|codes; qrcode; code qr; codigo qr; qr; 二维码;扫码;扫一扫")
  static let scan = Notion(
    "scan|scanning|use|snap|point .. qr|code|qrcode",
    "qr .. takes|leads|brings|opens|join|connect|reach|chat|claim|register",
    "scannen|einscannen|abscannen|scanne|scannt",
    "escane*; scannez|scanner|flashez|flasher|scanne; 扫二维码;扫码;扫一下;扫一扫;扫描;扫下;扫 .. 码;扫我;扫卡")
  static let ownCode = Notion(
    "return|returns|ups|fedex|usps|dhl|store|amazon|drop|label|locker|counter",
    "scanner|reads|pickup|depot|pairing|pair|device|router|wifi|wi_fi|artwork|printing",
    "brand; app on the box; retour*|rucksendung|filiale|koppeln|gerat|gerats|packstation|paketshop",
    "devolucion|tienda|oficina|correos|emparejar|dispositivo|router",
    "appairer|appairage|appareil|relais|bureau|etiquette; 退货;条码;驿站;亚马逊;扫描器;扫描枪;配对;路由;设备;取件")
}
