extension Vocabulary {
  static let talk: [String: String] = [
    "us": """
    us me our_team our_support our_inbox our_service our_shop this_message the_seller support here
    uns mich mir unseren_service unserem_service unser_team unsere_kundenbetreuung diese_nachricht hier
    kundenservice
    nos nosotros me mi conmigo
    nous moi ce_message
    我们 我 客服 店主 卖家
    """,
    // Messengers and networks.
    "app": """
    whatsapp* whatsap watsapp whatapp wapp wechat weixin vx wx telegram instagram insta facebook fb messenger
    viber skype
    signal_messenger snapchat discord tiktok twitter linkedin kakaotalk threema guasap wasap what_s_app whats_app
    we_chat
    face_book f_book insta_gram tele_gram tg imessage zalo qq 微信 抖音 小红书
    """,
    "our": """
    our my
    unser unsere unserem unseren unserer unseres mein meine meinem meinen meiner
    nuestro nuestra nuestros nuestras mi mis
    notre nos mon ma mes
    我们 我们店 本店 我的 店里 我家 小店
    """,
    // To get in touch with the seller.
    "contact": """
    contact contacting message messaging write writing email mail call tell talk reach answer reply speak notify
    approach
    come drop let address hit_reply get_in_touch inform ask turn_to shout text
    kontaktier* schreib* meld* wend* antwort* sag* informier* sprech* bescheid nachricht zu_uns an_uns
    escrib* contact* diga* avis* llam* habl* mand* respond* cuent* expliqu* coment* dinos dime
    contact* ecri* dites parl* signal* repond* adress* preven* revenez joign* dites_le
    联系 告诉 找 跟 私下 私信 咨询 和 私聊 留言 沟通 反馈给 说
    """,
    "if": """
    if when should in_case as_long once unless assuming provided whenever as_soon after
    wenn falls sollte sollten sofern sobald sind_sie ist bei nachdem
    si cuando en_caso siempre_que una_vez en_cuanto tras
    si lorsque quand des_que si_vous une_fois apres en_cas
    如果 若 要是 假如 的话 只要 一旦 如
    """,
    "please": """
    please kindly could would can might may pls plz plees begging beg ask asking request appreciate appreciated
    grateful
    thankful glad love wish hope fair mind favour favor maybe consider welcome need want like let_s willing
    feel_free
    invite invited useful helpful deserve* able
    bitte bitten konnten konnte waren wurden wurde durfen durften mochten freuen dankbar gerne nett seien bereit
    hilfreich
    helfen hilft hoffen wunschen moglich doch
    por_favor podria podrias podrian pedimos pido agradec* gustaria ruego rogamos seria puede sera le_importa
    encantaria
    ayud* amable solicit* espera*
    merci pourriez veuillez serait serions priere souhait* aimerions suffirait pouvez svp s_il_vous_plait demandons
    reconnaissant* espere* voudriez prie prions auriez bien_vouloir
    请 麻烦 能不能 可以吗 可不可以 能否 希望 拜托 求 劳烦 帮忙 好吗 烦请 方便 恳请 是否 劳驾
    """,
    // What the writer does with something the buyer has said.
    "thanks": """
    thank thanks grateful_for appreciate_your appreciated glad_about
    danke dank bedanken bedanke danken
    gracias agradecemos_su agradezco_su nos_alegra
    merci_pour merci_de_votre merci_d_avoir remercions remercie
    感谢您的 谢谢您的 感谢好评 谢谢好评 多谢您的
    """,
  ]
}
