extension Vocabulary {
  static let trade: [String: String] = [
    "currency": """
    $ € £ ¥ usd eur gbp dollar dollars bucks buck euro euros pound pounds quid fiver tenner dolares pesos livres
    元 块 块钱
    美元 欧元 美金
    """,
    // What is given away.
    "gift": """
    gift gifts giftcard giftcards gift_card gift_cards e_card voucher vouchers coupon coupons cashback cash_back
    rebate
    rebates raffle giveaway sweepstake* lottery prize prizes bonus freebie* reward rewards reward* credit_note
    store_credit
    free_present small_present little_present nice_present
    presents surprise surprises discount discounts free_product money_back goodie goodies sample samples
    drawing
    incentive token compensation treat on_us on_the_house for_free free_of_charge for_nothing thank_you_gift
    gutschein* geschenk* gratis kostenlos* pramie* praemie* rabatt* nachlass cashback verlosung*
    gewinnspiel* gutschrift bonus belohn* dankeschon uberraschung* zugabe geschenkt bares verlosen aufmerksamkeit
    umsonst
    gewinn
    regalo* regalito* regalamos tarjeta_regalo gratis gratuit* cupon* descuento* sorteo* premio* bono obsequi*
    sorpresa*
    recompensa* pequeno_detalle un_detalle detalle_de detallito vale_de un_vale
    cadeau* cheque_cadeau carte_cadeau gratuit* offert* bon_d_achat bon_de reduction* remise* tirage concours
    recompens*
    cagnotte surprise* avoir_de prime_de
    返现 礼品 小礼 礼物 红包 奖励 免费送 赠送 赠品 获赠 优惠券 抽奖 现金 积分 免单 代金券 礼品卡 好礼 有礼 免运费 包邮 送一 送您
    奖品 返利 返券 折扣
    """,
    "refund": """
    refund refunds refunded refunding reimburse* money_back repay full_purchase_price purchase_price shipping_cost
    shipping_fee postage
    erstatt* ruckerstatt* ruckzahlung zuruckzahl* zuruckuberweis* kaufpreis* uberweis* versandkosten
    reembols* devolv* devuelv* abonamos abono abonaremos importe
    rembours* frais_de_port frais_d_envoi
    退款 全额退 退您 返还 退给 退一半 补偿
    """,
    // To make it over to the buyer.
    "give": """
    send sends wire wired hand chuck slip give gives get gets receive receives pay pays offer offers gift credit
    credited transfer earn
    earns win wins
    claim enjoy return back add include knock take_part enter entered entitled bung throw ship treat drop yours
    sende* schick* geb* gibt bekomm* erhalt* zahl* uberweis* schenk* spendier* leg* bieten winkt gewinn* zuruck
    lassen
    teilnehm* nehmen_sie beilegen
    envi* mand* regal* da* recib* obten* abon* ingres* ofrec* pag* particip* llev* gan* devolv* devuelv*
    envoy* offr* donn* recev* verse* gagn* obten* rembours* benefici* beneficiez particip* gliss*
    送 给 返 退 寄 赠 领 得 获 奖 补 发
    """,
    "own_site": """
    website webshop web_shop homepage online_shop onlineshop online_store webstore own_shop own_site own_store
    outlet
    physical_shop physical_store showroom
    webseite webshop onlineshop homepage ladengeschaft eigenen_shop eigener_shop internetseite
    web pagina_web sitio_web tienda_online tienda_fisica
    site site_web boutique_en_ligne magasin
    官网 网站 独立站 实体店 自己的店
    """,
    "cheap": """
    cheaper cheap less lower better_price discount same_item same_stock save saves price
    gunstiger billiger guenstiger rabatt sparen preiswerter
    barato barata baratos descuento ahorr* mejor_precio
    moins_cher moins_chere meilleur_prix remise economis*
    便宜 优惠 更低 划算
    """,
    "platform": """
    amazon ebay etsy walmart alibaba aliexpress platform marketplace
    plattform marktplatz plataforma plateforme 平台 亚马逊 淘宝 阿里 阿里巴巴
    """,
    "paymeans": """
    paypal pay_pal venmo zelle cashapp cash_app crypto bitcoin usdt ethereum moneygram payoneer wise revolut
    bizum alipay
    klarna skrill western_union wire_transfer bank_transfer bank_wire bank_account money_order cheque cash t_t tt
    wire_me wire_us wire_the wire_it
    uberweis* bankuberweisung barzahlung bargeld in_bar vorkasse bankkonto firmenkonto aufs_konto auf_mein_konto
    auf_unser_konto
    transferencia efectivo ingreso_en en_mano giro cuenta_bancaria
    virement especes liquide lydia cheque
    微信转账 微信支付 支付宝 打款 汇款 转账 银行转账 西联 现金 公司账户 对公账户 私人账户 个人账户 收款码 扫码付款
    """,
    // What is ordered and sent.
    "parcel": """
    order purchase parcel package item items shipment delivery goods lamp it
    bestellung paket sendung ware artikel lieferung auftrag packchen
    pedido paquete compra envio articulo
    commande colis achat article envoi
    """,
    "pay": """
    pay paying paid payment send wire transfer settle buy order deposit accept take checkout
    zahl* bezahl* uberweis* kauf* bestell* geld abwickeln
    pag* compr* mand* envi* hac* hag* pedir transfer*
    pay* regl* achet* command* envoy*
    付 打款 转 汇 买 下单 付款 交易 购买
    """,
  ]
}
