/** Given names that are ordinary words, months, places or things as well: alone they say nothing about a person. Folded. */
export const AMBIGUOUS_NAMES: ReadonlySet<string> = new Set(
  (
    'april june may august summer autumn dawn eve joy hope faith grace charity mercy blessing prudence constance patience verity honor felicity amber ruby pearl opal jade crystal gemma rose rosie daisy lily violet ivy holly hazel heather iris ' +
    'olive ginger cherry fern poppy pansy primrose flora bill mark frank grant chase chance max rob nick jack pat patty sue will drew art bob harry tom dick mike gene ray roy rich guy earl duke king prince baron dean ' +
    'dale glen heath cliff forest reed brook brooks lane penny carol bonnie kitty kit cat robin jay wren star sky dusty sandy rusty sunny misty stormy happy melody harmony cadence lyric may jean denim jordan austin paris florence ' +
    'victoria virginia georgia carolina dakota savannah charlotte madison lincoln jackson sydney adelaide chelsea brooklyn london phoenix cheyenne kent devon chester lancaster preston bradford shirley beverly jersey israel chad kenya india asia africa america malta ' +
    'santiago salvador lourdes guadalupe trinidad asuncion concepcion mercedes pilar rosario dolores consuelo remedios socorro soledad esperanza angustias milagros nieves luz paz sol mar cruz reyes rocio estrella alba aurora blanca clara marina ' +
    'paloma perla rosa margarita violeta hortensia olivia oliva palmira florencia segundo primo tercero justo justa placido feliz felix leon cesar domingo jesus angel angeles santos santo bueno franco benito serena serafin modesto modesta valiente amparo ' +
    'presentacion visitacion natividad purificacion encarnacion felicidad caridad fe dulce linda bella bonita lista gracia victoria gloria patria constancia clemente inocencio rita lola lope paco pepe mena ' +
    'pierre fleur marin marine prosper constant juste aime aimee desire desiree celeste parfait modeste parfaite blanche claire reine regine victoire clemence prudence esperance olive ange noel noelle toussaint pascal rose marguerite violette capucine romain germain ' +
    'carmin laure lore colombe solitaire mars avril mai juin juillet aout loup lion vivien lambert baptiste celestin fortune bonne ' +
    'ernst wolf rainer reiner ehrhard kai till dank heide linde rosen silke sonne stern herzog konig kaiser ruth herr sommer winter schon ann an in mit marie christ kranz bodo bruno kurt uli ulf mia ida ina ines ole nils nele so tim tom jan kay anna ' +
    'sarah sara sara bianca viola gemma ambra perla gioia grazia letizia speranza fortunata felice vera chiara serena pia santa santi santo benedetta assunta annunziata libera italia italo roma romano romana mario primo prima settimio ottavio ottavia ' +
    'celeste costanza clemenza prudenza immacolata addolorata rosaria fiore fiorella rosa margherita viola mina pina rina lina nella nello nina dina tina gina dea lea mea noemi sole luna stella aurora alba marina marino marini leone leo bello bella cara caro sante ' +
    'natal natale pasqua pascoa conceicao assuncao graca gracas luz lua sol estrela flor rosa hortensia margarida violeta vitoria gloria fatima benedito bento domingos santos reis cruz neves aparecida socorro dores das linda lindo bela belo clara claro ' +
    'vera aurora caio lia dina delia tome ilda lara nora mara vasco leal severo justo feliz ' +
    'do an li mei may to long so sun ming son nam mai le la lee young can deniz umut umit ufuk bulut ozan ali de en el al as is me us it he she we my kim min on in no hi hua hong king wing ting ping ding sing eh uh ye yo ' +
    'art ben sam al ed abe ace amy ana ann ben bea val van sky dee fay gay gil ike ira jan jed jim job joe jon kay ken kim lee len les lex liv lou lyn mac mae meg mel nan ned pam peg pip pru ria rod ron ros roy sal sid stu syd ted tel tia tim una vic wes zac ' +
    'nana papa baba mama dora emil anton gustav martha nordpol otto paula richard samuel theodor ulrich wilhelm ida berta julius ludwig heinrich friedrich charlie juliet juliett mike oscar romeo victor alfa lima quebec sierra india november ' +
    'diana amazon alexa siri cortana claude gemini oscar tesla mercedes porsche ferrari renault clio megane zoe fiesta focus astra corsa polo golf panda punto giulietta giulia marea chevrolet lexus nike adidas zara mango massimo intimissimi ' +
    'hilton marriott hyatt sheraton wendy wendys denny macy macys dell lenovo bosch siemens miele philips braun osram ' +
    'noe nia ima ime eno esi edda enno eike ama ayo obi uche ada ali ama ana asa ebe eve efe eli ela ena era ese eso eva eso eta ete eso hal hala hani hadi hana kata lata mala maya mana mira mitra mona nada nadia nima noa nora nour nur radha raja rana rani reza ' +
    'rina risa rita riya roma roya sana seda seema selim shah shan shin sina sita soma suman tara tama tane uma usha vida vita yara yasmin zara zen zena zola zora cora corina dalia dora flor gala gaia iris ivana jena jada kaya kira laia lana lara lei leon lian liana lisa lola ' +
    'pio tito nino nico ciro dino gino lino rino ugo ivo elio enzo livio lucio mena dante fausto oreste severo sereno vittorio vittoria ' +
    'hector major marques mercy messiah miracle nova ocean princess promise queen reagan rain river royal saint shadow silver sage scout skye sterling storm tiger treasure true trinity tuesday wednesday winter zion junior senior ' +
    'firmo folgueira guida iria leal maia moreno moira nevis norma olga oliva ondina ordem parra pepa pera petra pilar pinto prado primavera real regina remedio salva salome serra terra telma tecla uva vega veronica viana vida viola vista zita zoa ' +
    'mae mai pai tia tio avo ama filha baro barao conde duque norte sul este oeste merce mel luna regina ' +
    'bart bas bram cees daan dirk eef els jaap kees koen saar sven teun tess piet pim wim ' +
    'honore hugues lise line lou laurier lys mahe mael malo marceau marius mathis maud nadir nino noam ' +
    'dan don doug joan ally alma amor angelo aries archer axel barbie barney basil baker blaze buddy buster butch candy carter cash chip clay cooper cookie coral dash deacon destiny dolly dolores echo eden ember essence fanny fisher ' +
    'fleur fox gale gay gypsy hank harper hawk hunter ike isle jet jewel jimmy jo josh jules justice kelly kiki lake lark laurel lex liberty link lucky mac mace marina marshal marshall mason merry mickey miles misty moon nova pepper peony petal piper poet porter presley ' +
    'randy raven red reed remy rhythm ridge ripley rock rocky rod roman rowan rue rush sailor salem scarlett shelby shiloh sierra sky skip slate sonny sparrow stone sterling tanner taylor tiffany topaz tracer tucker tyler venice vernon violet walker wade wolf woody ' +
    'nao per said made loan mere mort della hanno hui hermano hermana joke irma peer wen olha tao anca ella ville senta cem beat tone vit mile frode lance german geni demi hai chao donna marco mette dejan ola anders lei par son fin sel gel del las los und von'
  ).split(/\s+/),
);
