extension Vocabulary {
  static let reviews: [String: String] = [
    // What is written about a product or a seller.
    "review": """
    review reviews rating ratings feedback feedbacks testimonial* dsr dsrs write_up writeup revue
    bewertung* beurteilung* rezension* erfahrungsbericht* kundenmeinung* kundenstimme*
    resena* opinion opiniones valoracion* calificacion* evaluacion* comentario* voto votos puntuacion*
    avis commentaire* evaluation* temoignage*
    评价 评论 好评 差评 中评 追评 评分 晒图 晒单 买家秀 五星 返图
    """,
    // Other names for it, clear only beside a place where it is published.
    "lines": """
    lines line words thoughts experience experiences opinion opinions sentence sentences impression impressions
    word view
    satze zeilen worte meinung eindruck eindrucke erfahrung erfahrungen
    lineas palabras experiencia experiencias opinion impresion impresiones frases
    mots lignes experience impression impressions ressenti phrases opinion
    几句 两句 留个言 留言 体验 感受 心得 看法 使用感
    """,
    // Where it is published.
    "page": """
    product_page listing page amazon online product_detail_page website_of_amazon profile storefront_page
    publicly internet
    walmart etsy ebay
    produktseite artikelseite angebotsseite profil amazon
    ficha pagina pagina_del_producto perfil
    fiche fiche_produit page_produit profil en_ligne
    商品页 产品页 详情页 亚马逊 页面 商品页面 店铺页
    """,
    "write": """
    leave leaving leaves left write writing writes post posts posting posted share shares sharing submit
    submitting give
    gives giving drop dropping add publish publishing provide providing do doing make place jot type put
    abgeben abgibt abgeben hinterlassen hinterlasst hinterlasse schreiben schreibt verfassen verfasst
    veroffentlich* teilen
    teilt geben gebt gib schenken dalassen posten abzugeben schreibe dazulassen erstellen spendieren vergeben abgebt
    dej* escrib* publi* compart* pon pone* pong* redact* haga hacer* hace hagan da dar darnos denos den danos anad*
    laiss* ecri* publi* partag* donn* post* redig* depos* mett* attribu* fair* ajout*
    写 留 发表 给 发布 分享 打 晒 做 上传 发 来个 来一个
    """,
    // To review, as a verb that needs no noun.
    "rate": """
    review rate reviewing rating
    bewerten bewerte rezensieren bewertet rezensiert benoten
    valorar* valore valoren valorenos valoranos califi* puntu* opinar opine opina resenar evaluar evalue
    noter notez noter evaluer evaluez
    评价 评论 打分 晒图 写评 评一下 评个分 追评
    """,
    // What is good about a review.
    "praise": """
    positive good nice great glowing favorable favourable excellent perfect fantastic wonderful amazing best
    stellar lovely
    flattering rave awesome high higher highest top happy sweet brilliant super generous outstanding strong pleasant
    gorgeous splendid terrific 5 five five_star 5_star full_star sparkling enthusiastic solid decent shining
    complimentary
    kind cheerful warm raving fab positively beautiful better
    positiv* gut gute guten guter gutes toll* nett nette netten netter super beste besten bester schone schonen
    schoner
    hervorragend* wohlwollend* funf lieb liebe lieben freundliche* grossartig* ausgezeichnet* exzellent*
    begeisterte*
    positiva* positivo* buena bueno buenas buenos buen favorable* excelente* alta alto maxima maximo perfecta
    perfecto
    bonita bonito mejor estupenda estupendo genial fantastica fantastico linda lindo cinco
    positif* positive* elogieu* favorable* excellent* bon bonne bons bonnes maximal* parfait* sympa belle bel
    beau joli*
    gentil* meilleur* super chaleureu* cinq genial*
    好的 正面 积极 满意的 高分 优质 漂亮的 美好的 最好的 正面的 积极的
    """,
    // The full number of stars.
    "stars": """
    5_stars five_stars 5_star five_star 5stars 5star fivestar fivestars five_star_* full_stars all_stars all_five
    all_the_stars top_stars full_marks top_marks top_score top_rating full_score highest_score highest_rating
    best_rating
    highest_marks maximum_stars maximum_score perfect_score perfect_10 ★_★_★_★_★ ⭐_⭐_⭐_⭐_⭐ 5_★ 5_⭐ stars_5 stars_x5
    star_x5 10_out_of_10 5_out_of_5 5_out_of_five five_out_of_five 5_of_5
    5_sterne 5_sternen funf_sterne funf_sternen funf_stern* 5_stern* 5sterne* funfsterne* volle_punktzahl
    volle_sternzahl
    bestnote hochstnote bestbewertung hochstwertung topbewertung alle_sterne volle_sterne hochste_punktzahl
    hochstpunktzahl alle_funf alle_5
    5_estrellas cinco_estrellas 5estrellas maxima_puntuacion maxima_nota maxima_calificacion maxima_valoracion
    puntuacion_maxima nota_maxima calificacion_maxima valoracion_maxima todas_las_estrellas
    5_etoiles cinq_etoiles 5etoiles note_maximale note_maximum meilleure_note note_parfaite toutes_les_etoiles
    五星 5星 满分 五颗星 5颗星 五个星 5个星 全五星 满星 五分 5分好 五颗小星
    """,
    "star": """
    star stars points
    stern sterne sternen *sternebewertung* sternzahl sternezahl
    estrella estrellas
    etoile etoiles
    星 颗星
    """,
    "happy": """
    happy satisfied pleased delighted thrilled content glad like love liked loved enjoy enjoyed enjoying loving
    like liking
    fine perfect great ok okay well good fits works wonderful deserve* meets expectations impressed
    zufrieden* glucklich* begeistert gefallt gefallen gefiel bestens passt gut uberzeugt entspricht entsprechen
    erfullt
    freude perfekt recht
    contento contenta contentos satisfecho satisfecha satisfechos encantado encantada feliz gusta gusto gustado
    gustan
    encanta bien perfecto cumple convence agrada conforme
    satisfait satisfaite satisfaits content contente contents ravi ravie ravis heureux heureuse plait plaisent
    plu bien
    parfait convient conquis conquise
    满意 喜欢 没问题 没有问题 开心 不错 觉得好 好用 合适 合心意
    """,
    "unhappy": """
    unhappy unsatisfied dissatisfied not_happy not_satisfied not_pleased not_so_happy not_so_satisfied less_than
    disappointed
    otherwise if_not if_it_isn_t if_it_is_not should_it_not should_they_not should_not if_you_don_t in_case_not
    in_the_opposite anything_wrong anything_is_wrong something_wrong something_went_wrong something_is_wrong
    something_off
    trouble problem problems issue issues complaint complaints complain concern concerns anything_else
    everybody_else
    everyone_else anyone_else all_others the_others the_rest for_the_rest else thumbs_down not_perfect didn_t_love
    don_t_love didn_t_like don_t_like doesn_t wrong not_right negative isn_t_right bad wasn_t if_you_aren_t
    if_you_re_not
    unzufrieden* enttausch* falls_nicht wenn_nicht sonst andernfalls ansonsten anderenfalls es_nicht ihnen_nicht
    nicht_zufrieden
    sie_nicht mangel* problem* arger fehler hakt alle_anderen wenn_doch nicht_gefallt sollte_etwas stimmt_nicht
    reklamation* kritik unzufriedenheit nicht_passt
    si_no no_lo_esta caso_contrario de_lo_contrario no_le_convence no_le_gusta algo_falla algun_fallo algun_problema
    cualquier_problema problema problemas insatisfech* decepcion* descontent* fallo queja quejas duda falla
    algo_va_mal pega
    sinon cas_contraire dans_le_cas_contraire mecontent* insatisfait* souci soucis probleme problemes pas_le_cas
    ne_l_etes_pas deception decu decue defaut autrement reclamation ne_vous_plait
    不满意 有问题 有任何问题 有什么问题 觉得不好 不好 不喜欢 否则 不然 有毛病 有瑕疵 有不满 不满 不合适 遇到问题 问题
    """,
    // To take away or alter a review.
    "remove": """
    remove removing removed removes delete deleting deleted withdraw withdrawing withdrew withdrawn edit editing
    edited update
    updating change changing changed revise revising revised reconsider reconsidering modify modifying amend
    amending
    adjust adjusting retract retracting rethink rethinking revisit revisiting erase erasing pull pulling alter
    altering
    correct correcting redo rewrite rewriting improve improving upgrade upgrading raise raising increase
    increasing lift
    lifting bump bumping boost turn replace rephrase disappear disappeared disappears vanish gone hide unpublish
    tweak
    rework take_down taking_down take_it_down take_back taking_back take_off taking_off soften scrap undo
    *loschen loscht loschst loschten entfern* andern andert anderten geandert abander* uberarbeit* anpass*
    anzupassen zuruckzieh*
    zuruckzuzieh* zurucknehm* zuruckzunehm* anheben anzuheben korrigier* aktualisier* uberdenken uberdenkt
    herausnehm*
    rausnehm* rauszunehm* runternehm* herunternehm* verbesser* bearbeit* erhoh* heraufsetz* hochsetz* umschreib*
    revidier*
    umandern umzuandern verschwind* nachbesser* tilgen zuruckzieht zurucknimmt uberdenken_wurden korrektur offline
    borr* elimin* quit* modifi* cambi* retir* actualiz* edit* rectifi* corrij* correg* reconsider* subir* suba suban
    suprim* replante* revis* mejor* retract* desaparec*
    supprim* retir* modifi* revoir chang* effac* corriger corrigez corrigiez reconsider* enlev* actualis* remont*
    revis* rectifi*
    amelior*
    reviser passer mettre_a_jour augment* disparai* ote* otez
    删 删除 删掉 删了 修改 改 改成 改一改 撤下 撤掉 撤销 撤回 更改 更新 去掉 追加 撤 隐藏 取消掉 改为 删一下
    """,
  ]
}
