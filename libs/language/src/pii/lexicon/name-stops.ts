/** Function words and what else ends a name, in the six languages. Folded. */
export const NAME_STOPS: ReadonlySet<string> = new Set(
  (
    'and or but so if im my me mine you your he his she her we our they their it its this that these those the an is am are was were be been has have had do does did will would can could may might shall should must not no yes yeah yep ' +
    'on of for to in at with from by as about after before since until over under up down out off into than then there here just also still again please thanks thank sorry ok okay um uh er erm hi hello hey bye today now later tomorrow ' +
    'who what when where why how which whose sir madam mister miss speaking calling ringing phoning spelled spelt born aged number account card email phone address name surname sort code ' +
    'soy mi mis el la los las un una unos unas de del en con sin para por que quien como cuando donde pero porque si no ni ya se me te le les lo nos su sus tu es son esta este esto eso esa ese estoy esta fue era ha he han hay muy mas gracias favor vale hola buenas buenos ' +
    'quiero necesito llamo tengo puede puedo al ahora hoy manana luego tambien numero cuenta naci nacido nacida nombre apellido apellidos correo telefono ' +
    'je tu il elle on nous vous ils elles mon ma mes ton ta tes son sa ses notre votre leur les le une un des du au aux dans sur sous avec pour par sans que qui quoi dont ou et mais donc car ni si ne pas plus est suis es sommes etes sont ai as avons avez ont ' +
    'ca ce cet cette ces oui non merci bonjour bonsoir voudrais veux appelle ici la bien tres aussi encore numero compte nom prenom madame monsieur nee ' +
    'ich du er sie wir ihr mein meine meinen meiner dein sein seine unser der die das den dem des ein eine einen einem einer und oder aber denn weil dass wenn ob als wie wo was wer von vom zu zum zur mit bei beim nach aus fur uber unter auf an am im in ist bin bist sind seid war waren ' +
    'habe hab hast hat haben wird werde kann will mochte nicht kein keine ja nein doch nur auch noch schon mal hier da dort jetzt bitte danke guten tag hallo rufe name nachname vorname konto nummer geboren apparat herr frau ' +
    'io tu lui lei noi voi loro mio mia miei mie tuo tua suo sua nostro il lo gli uno una di del della dei delle da dal dalla nel nella su sul con per tra fra che chi cui non si ci vi ne ma e o se come quando dove perche sono sei siamo siete era ho hai ha abbiamo hanno ' +
    'questo questa quello quella qui qua molto anche ancora grazie prego ciao buongiorno buonasera salve chiamo vorrei voglio abito nato nata nome cognome numero conto signore signora ' +
    'eu ele ela meu minha meus minhas seu sua teu tua os as um uma uns do da dos das no na nos nas em com sem para pra por pelo pela que quem qual como quando onde mas porque se nao sim ja sou es somos sao estou esta foi era tenho tem temos quero queria preciso ' +
    'aqui ali la agora hoje amanha depois tambem muito mais obrigado obrigada ola oi bom boa dia tarde noite ligo falo fala moro nasci nascido nascida sobrenome apelido conta numero ' +
    'nought zero one two three four five six seven eight nine ten mil asap crazy maybe says said sagt dice dit diz wrong correct incorrect right different old new changed falsch richtig sbagliato errado errata equivocado faux same'
  ).split(' '),
);
