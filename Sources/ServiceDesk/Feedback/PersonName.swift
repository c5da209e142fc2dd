/// The full name of a person: a first name that is known, or a pair of names that is introduced as one.
enum PersonName {
  static func first(in text: ReadText, _ sentence: Range<Int>) -> Range<Int>? {
    for index in sentence {
      if let chinese = chineseName(at: index, in: text, sentence) { return chinese }
      guard let next = surname(after: index, in: text, sentence) else { continue }
      let isCapital = isName(index, text) && isName(next, text)
      let isKnown = FirstNames.all.contains(text.tokens[index].text)
      let isFamous = FirstNames.famous.contains("\(text.tokens[index].text) \(text.tokens[next].text)")
      guard !isFamous, !notSurnames.contains(text.tokens[next].text) else { continue }
      if isCapital, isKnown, !isShouted(text) || isIntroduced(index, text, sentence) { return index..<next + 1 }
      if isCapital, !isShouted(text), isTitled(index, text, sentence) || isIntroduced(index, text, sentence),
        !notSurnames.contains(text.tokens[index].text)
      {
        return index..<next + 1
      }
      if isCapital, !isShouted(text), index > sentence.lowerBound, isActing(next, text, sentence) {
        return index..<next + 1
      }
      if isKnown, isIntroduced(index, text, sentence), isWord(text.tokens[next].text) { return index..<next + 1 }
    }
    return nil
  }

  /// The next word, or the one after an initial.
  private static func surname(after index: Int, in text: ReadText, _ sentence: Range<Int>) -> Int? {
    guard index + 1 < sentence.upperBound, isPair(index, text) else { return nil }
    guard text.tokens[index + 1].text.count == 1, index + 2 < sentence.upperBound,
      [". ", " "].contains(text.between(index + 1, index + 2))
    else { return index + 1 }
    return index + 2
  }

  /// What only a person does comes next.
  private static func isActing(_ surname: Int, _ text: ReadText, _ sentence: Range<Int>) -> Bool {
    let after = surname + 1..<min(sentence.upperBound, surname + 4)
    return acting.places(in: text, after).contains { $0.lowerBound == surname + 1 }
  }

  private static let acting = Notion(
    "says|said|told|refused|promised|hung|answered|replied|keeps",
    "wrote|emailed|called|yelled|screamed|lied|insulted|claims|claimed",
    "in|from|at .. service|support|sales|office|warehouse|department; she|he told|said|was; m a|ont|avait",
    "me dijo|contesto|colgo|atendio|prometio|insulto; sagte|meinte|behauptet|schrieb|antwortete|hat_mich")

  /// Only a space, an initial or a hyphen lies between.
  private static func isPair(_ index: Int, _ text: ReadText) -> Bool {
    [" ", "-", " - "].contains(text.between(index, index + 1)) && isWord(text.tokens[index].text)
  }

  private static func isWord(_ word: String) -> Bool {
    word.count >= 2 && word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic && !Tokenizer.isHan($0) }
  }

  /// "Miller", "Van", not "the", "USA".
  private static func isName(_ index: Int, _ text: ReadText) -> Bool {
    let written = text.words(index..<(index + 1))
    guard let first = written.first, first.isUppercase, isWord(text.tokens[index].text) else { return false }
    return isShouted(text) || written.dropFirst().contains(where: \.isLowercase)
  }

  private static func isShouted(_ text: ReadText) -> Bool {
    let letters = text.characters.filter(\.isCased)
    return letters.count > 8 && letters.count(where: \.isUppercase) * 10 > letters.count * 7
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "herr", "herrn", "frau", "sr", "sra", "senor", "senora", "don", "dona", "monsieur",
    "madame", "mme", "mlle", "m",
  ]

  private static func isTitled(_ index: Int, _ text: ReadText, _ sentence: Range<Int>) -> Bool {
    index > sentence.lowerBound && titles.contains(text.tokens[index - 1].text)
  }

  /// Somebody is said to have the name, within a few words before.
  private static func isIntroduced(_ index: Int, _ text: ReadText, _ sentence: Range<Int>) -> Bool {
    let near = max(sentence.lowerBound, index - 3)..<index
    return introductions.places(in: text, near).contains { $0.upperBound >= index - 1 }
  }

  private static let introductions = Notion(
    "name is|was|s|of",
    "named|called|owner|manager|seller|employee|clerk|boss|guy|lady|woman|man|gentleman|person|agent|rep",
    "thanks|thank|kudos|props|shout|shoutout to|you|out; gracias a; merci a; danke|dank an; hable|hablado|hablar con",
    "me|nos atendio|ayudo|contesto; parle avec|a; gesprochen|telefoniert|geredet mit; store|shop|business|seller is",
    "to|a|an|one|a_certain|says|run_by|complained_to; spoke|talked|talk|dealt|dealing|emailed|email to|with",
    "signed|by|from; namens|heisst|hiess|name|inhaber|inhaberin|geschaftsfuhrer|chef|chefin",
    "mitarbeiter|mitarbeiterin|verkaufer|verkauferin|sachbearbeiter|sachbearbeiterin|besitzer",
    "llama|llamado|llamada|nombre|dueno|duena|gerente|encargado|encargada|vendedor|vendedora|propietario",
    "appelle|nomme|nommee|nom|gerant|gerante|patron",
    "patronne|proprietaire|vendeur|vendeuse|responsable|certain|certaine")

  /// What follows a capital first word and is no surname.
  private static let notSurnames: Set<String> = [
    "amazon", "prime", "service", "support", "team", "shop", "store", "customer", "seller", "verkaufer",
    "kundenservice",
    "street", "road", "and", "und", "et", "is", "was", "ist", "war", "the", "from", "von", "vom", "at", "he", "she",
    "they",
    "i", "ich", "je", "not", "never", "very", "in", "on", "de", "la", "le", "el", "the", "who", "but", "aber", "mais",
    "pero",
    "said", "told", "please", "thanks", "day", "christmas", "weihnachten", "klein", "lauren", "hilfiger", "jacobs",
    "kors",
  ]

  // MARK: - Chinese

  private static let surnames = Set(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤钟童安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊甄"
  )
  private static let longSurnames: Set<String> = [
    "欧阳", "司徒", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "钟离", "长孙", "宇文", "夏侯", "南宫",
  ]
  private static let chineseIntroductions = Notion(
    "叫|姓名|名叫|名字是|名字叫|老板|店主|经理|客服|店长|负责人|卖家|员工|老板娘|法人|联系人|他叫|她叫|真名|本名|主管|专员")

  /// Two or three characters that open with a surname, right after a word that introduces a person.
  private static func chineseName(at index: Int, in text: ReadText, _ sentence: Range<Int>) -> Range<Int>? {
    guard let character = text.tokens[index].text.first, text.tokens[index].text.count == 1,
      index + 1 < sentence.upperBound
    else { return nil }
    let isLong = longSurnames.contains(String(character) + text.tokens[index + 1].text)
    guard isLong || surnames.contains(character) else { return nil }
    let near = max(sentence.lowerBound, index - 4)..<index
    guard chineseIntroductions.places(in: text, near).contains(where: { $0.upperBound >= index - 1 }) else {
      return nil
    }
    // "小李" is no full name.
    guard index == sentence.lowerBound || !["小", "老", "阿"].contains(text.tokens[index - 1].text) else { return nil }
    // A given name follows: no more than two characters before something that is none.
    var end = index + 1
    while end < sentence.upperBound, end - index < (isLong ? 5 : 4), isHan(end, text),
      text.between(end - 1, end).isEmpty,
      !particles.contains(text.tokens[end].text), !openers.contains(text.tokens[end].text)
    {
      end += 1
    }
    return (isLong ? 3...4 : 2...3).contains(end - index) && !honorifics.stands(in: text, (index + 1)..<end)
      ? index..<end : nil
  }

  private static func isHan(_ index: Int, _ text: ReadText) -> Bool {
    text.tokens[index].text.unicodeScalars.first.map(Tokenizer.isHan) ?? false
  }

  private static let honorifics = Notion(
    "先生|女士|小姐|经理|老师|姐|哥|总|老板|某|师傅|货|金|价|速|兴|度|常|快")
  private static let particles: Set<String> = [
    "的", "了", "是", "在", "和", "就", "不", "很", "也", "都", "说", "对", "我", "你", "他", "她", "态", "服", "特", "非", "十", "挺", "太",
    "真", "没", "骂", "还", "跟", "给",
  ]
  private static let openers: Set<String> = ["电", "手", "住", "根", "一", "竟", "居", "简", "处", "回", "拒", "连", "总", "让"]
}
