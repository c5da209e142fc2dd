/// Common first names of English, German, French and Spanish, folded: a sign that the word after one is a surname.
enum FirstNames {
  static let all: Set<String> = Set(
    """
    aaron adam adrian agnes alan albert alejandra alejandro alex alexander alexandra alfred alice alicia amanda amy ana anders
    andre andrea andreas andrew angela angelika anita anja anke anna anne anneliese annette anthony antoine antonio arnaud arthur
    astrid audrey barbara beate beatrice beatriz ben benjamin benoit bernard bernd bernhard bettina bill birgit bob bobby boris
    brandon brenda brian brigitte bruno camille carl carla carlos carmen carol caroline catherine cecile celine charles charlotte
    chloe chris christa christian christina christine christophe christopher claire clara claude claudia cristina cynthia damien
    daniel daniela danielle dave david deborah delphine dennis derek diana didier diego dieter dirk dominique donald donna doris
    dorothy douglas edward elena elisa elisabeth elizabeth elke ellen emilie emily emma emmanuel enrique eric erich erik erika ernst
    esther ethan eva evelyn fabian fabien fabrice felix fernando florence florian francesca francis francisco francois francoise
    frank franz fred frederic frederik friedrich gabriel gabriela gabriele gary george georg gerald gerard gerd gerhard gilles
    gisela giulia gloria gonzalo grace greg gregory guillaume gunter gunther gustavo hans harald harold harry heather heidi heike
    heinz helen helena helga helmut henri henry herbert hermann holger horst howard hubert hugo ian ignacio ines ingo ingrid irene
    irma isabel isabelle ivan jack jacob jacqueline jacques jaime james jamie jan jane janet janice jason javier jean jeff jeffrey
    jennifer jens jeremy jerome jerry jesse jessica jesus jim joachim joan joanna jochen joe joel johan johann johannes john johnny
    jon jonas jonathan jordan jorg jorge jose josef joseph josh joshua juan juana judith judy julia julian julie julien jurgen justin
    kai karen karin karl karla karsten katharina katherine kathleen kathrin kathy katja katrin keith kelly ken kenneth kerstin kevin
    kim klaus kurt kyle larry lars laura laurent laurence lea leah lena leo leon leonard leonie leslie liam lidia linda lisa lorenzo
    lothar louis louise luc lucas lucia lucie luis luisa lukas lutz lydia manfred manuel manuela marc marcel marcela marco marcos
    marcus margaret margarita maria marianne marie marina mario marion mark markus marta martha martin martina martine mary mateo
    mathieu matt matthew matthias matthieu maurice max megan melanie melissa michael michaela michel michele michelle miguel mike
    mireille mohamed mohammed monica monika monique moritz nadine nancy natalia natalie nathalie nathan nicholas nick nicola nicolas
    nicole nina noah nora norbert norma olaf oliver olivia olivier oscar otto pablo paloma pamela pascal patricia patrick patrik
    paul paula paulo pedro peggy peter petra philip philipp philippe phillip pierre pilar rachel rafael rainer ralf ralph ramon
    raquel raul ray raymond rebecca regina reinhard renate rene ricardo richard rita robert roberto robin rodrigo roger roland rolf
    roman ronald rosa rosario rosemary roy rudolf russell ruth ryan sabine sabrina salvador sam samantha samuel sandra sandrine
    sandy santiago sara sarah scott sean sebastian sebastien sergio sharon sheila shirley silke silvia simon simone sofia sonia
    sonja sophia sophie stefan stefanie steffen stephan stephane stephanie stephen steve steven sue susan susana susanne suzanne
    svenja sven sylvia sylvie tamara tanja ted teresa thea theo theresa thierry thomas thorsten tim timothy tina tobias todd tom
    tommy tony torsten tracy ulf ulrich ulrike ursula ute uwe valentina valerie vanessa vera verena veronica veronique vicente victor
    victoria vincent virginia virginie volker walter wayne wendy werner wilhelm william willi wolfgang xavier yann yannick yolanda
    rosalia noelia yolanda macarena agustin ander iker unai sheyla harold lorena ludovic capucine dmitri marisol agathe aurelie baptiste clement corinne elodie fabienne gaelle gregoire
    jeremie lucien maxime noemie odile regis remi severine solange solene valentin adriana alberto alfonso alvaro aurora
    begona consuelo cristobal dolores emilio esteban eugenia felipe francisca gerardo guadalupe hector inmaculada joaquin
    lola lourdes margarita mariano mercedes montserrat nieves ramona rocio rodolfo rosa ruben salvadora teodoro ximena
    annegret bastian bjorn carsten detlef dietmar eberhard edith egon erwin gerda gertrud gesine gudrun hanna hannelore
    hartmut heidrun hilde hildegard ilse inge irmgard jurgen katharine lieselotte lorenz magda marlies mathilde ottmar
    reiner roswitha rudiger siegfried sigrid steffi thekla ulla viktor waltraud wilfried yannik blake brad brett bruce
    caleb chad chelsea clarence clifford cody connor craig crystal dale darren dean denise derrick dominic duane dustin
    earl eileen eleanor ernest eugene gail geoffrey gordon graham greta gwen hank hazel irving isaac jared jill joyce
    kirsten kristen lance leonora lloyd logan lorraine lucille luther mabel marcia marjorie marsha marvin maureen mitchell
    mona monty neil nigel norman oswald percy phil phyllis randall randy reginald rhonda rodney ross rupert russ seth
    shane shawn stuart tabitha tamsin terrence theodore tiffany travis trevor tyler vernon vince wanda wilma zoe
    yvonne zachary priya rajesh raj amit anil sanjay ravi deepak wei mei jing ming li
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Names that stand on goods.
  static let famous: Set<String> = [
    "calvin klein", "hugo boss", "ralph lauren", "tommy hilfiger", "michael kors", "marc jacobs", "harry potter",
    "stephen king", "james bond", "paul smith", "karl lagerfeld", "tom ford", "tom tailor", "jack daniels",
    "jack wolfskin",
    "betty crocker", "ben sherman", "mary poppins", "peter pan", "anne frank", "agatha christie", "thomas cook",
    "john deere",
    "jean paul", "paul mitchell", "oscar wilde", "marvin gaye", "elena ferrante", "sherlock holmes", "tim burton",
    "steve madden",
    "johnny cash", "henry hoover", "max factor", "peter rabbit", "thomas mann", "jo malone", "david bowie",
    "david beckham",
  ]
}
