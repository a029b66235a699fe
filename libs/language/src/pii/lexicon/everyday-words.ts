/** Words of the corpora that are no given names, folded; made by `node tools/run.mjs everyday-words`. */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  `
ab abaixo abandono abasto abbaiava abbassare abbastanza abbiamo abbiano abbonamento abbonata abbuchung
abbuchungen abend abendessen aber aberto abertos abfragen abgebrochen abgebucht abgedeckt abgegeben
abgehoben abgelaufen abgelehnt abgeschlossen abgesturzt abgewiesen abheben abhebt abhebung abhebungen
abholen abierto abime abimee abita abito able ablehn ablehnung abo abogad abogada abogado abogados abonnee
abonnement abono abord aborrecid aborrecido abort about above aboyait abre abrechnung abrem abren abri
abrigo abrio abrir abriu abroad abruti absagen abschiedsbrief abschlag abschlagig absenden absent
absicherung absolument absolutamente absolute absolutely abstellen absturz absurd absurde absurdo abteilung
abteilungsleit abteilungsleiterin abuel abuela abuelo abus abuses abusive abzocke abzocker acaba acabado
acabar acabaram acabei acabo acabou academia acao acaso accende accendere accent accept acceptable
acceptation accepte accepted acceptee acceptez accepting acces acceso access accesso accettat accettate
accettato accettazione accetto accident accidental accidente accidenti accion acciones accolta accord
according accordo accouchement account accountant accounts accrochage accueil accurate ace aceitam aceite
aceito aceitou aceptan acepto acesso ach acha achat achats achete acheter achever acho acht achte achtung
achtzehn achtzig acidente aclarado aclaro acme acoes acogida acompanhar acompte aconteceu acordar acorde
acosa acosador acpr acqua acquist acquisti acquisto acreditar across act acte acting action actions activa
activar activation active activer activity activo actor actual actualizado actualizar actualizarlo actually
acucar acudir acuerdo acustico ad adapter add addebit addebita addebitato addebiti addebito added addett
addetta addetto addio additional addormentarmi addossate addosso address adelante ademas adesao adesso
adeudo adeus adicionais adicional adicionar adieu adios adire adjuster administrator admission admissions
admitted ado adolescent adolescente adolescentes adoption adorable adore adorei adormecer adoro adresse
adresser aduanas adult adulte adults advertisers advice adviser advisers advisor advisors advocacia advogad
advogada advogado aeroport aeroporto aeropuerto affaire affairs affect afferrare afferrato affiche affirme
affittare affittato affitto afford affreux afinal afraid afrontar after afternoon agac agacant again
against agant agcom age aged agen agence agencia agency agendamento agent agente agenten agentes agenti
agents ages aggiornare aggiornato aggiungere aggiungete aggiuntive agio agisce agit agnt ago agora agosto
agradecid agradeco agradezco agred agree agreed agreeing agress agrid agride agua aguanto aguento ah aha
ahead ahi ahnung ahogad ahogada ahogado ahora ahorc ahorca ahorcarme ahorrar ahorro ahorros ai aid aide
aidee aider aides aidez aie ailleurs aimable aime aimerais ain ainda ainsi aint air airline airport aise
ait aiuta aiutando aiutare aiutarla aiutarmi aiutato aiuti aiuto ajent ajouter ajoutez ajuda ajudando
ajudar ajude ajudou ajustador ajustes akku akte aktenzeichen aktien aktiviere aktivieren akustisch
akzeptiere al alag alarm alarma alarme albacea albanil albergo albero alcanza alegria alegro alejamiento
alergia alert alerta alertas alerte alerter alertes alerts alexa algo alguem alguien algum alguma algun
alguna algunas alguno algunos alike alimentaire alimentar alimentare alimentos alive alivio all alla allag
allaga allait alle allee allein alleinerziehend allem aller allergia allergic allergie allergies allergist
allert alles allez alli allo allocs allons allora allow allowance allowed allume allumer ally almacen
almost alo alone along alors alquilar alquile alquiler already als also alt alta altavoz alte alter altes
alto altra altre altri altrimenti altro altroconsumo altrove altura alugar aluguei aluguel always alza
alzare am amable amables amanha amateurs amavel amazing amazon ambulance ambulancia ambulanza ame ameac
ameaca amei amenaza amenazado amenazas amenazo amend american amf ami amica amici amico amie amiga
amigdalas amigo amlodipine ammazza ammazzare ammazzarmi ammazzo amministrazione among amor amore amount
amounts amour amparo ampel ampliar amt amtsgericht amygdales an ana anacom anadir analises analisis analyst
analysts anatel anbieter anca anche ancien ancienne ancora and anda andamento andando andar andare andata
andate andato andele andere anderem anderen anderes andern anders andiamo ando aneel anel anfecht anfechten
anfrage angaben angeblich angebliche angeblicher angebot angebote angefordert angeklickt angekommen
angemeldet angenommen angerufen anges angestellt anglais angry angst anhalten anillo anima animal animale
ankommen ankreuzen anmelden anmeldung anna annaffiare annaherungsverbot annee annees anni anno annonce
annotato announced annoyed annoying annual annuale annually annuelle annulation annule annulee annuler
annulez annullare annullat annullato annunciato annuncio ano anoche anos anota anotado another anotou anruf
anrufe anrufen anruft ans ansage anschauen anschluss anschrift ansehen ansprechpartner anspruch anstrengend
answer answered answering answers ante anteayer anteontem anterior antes antifrode antiga antigo antigua
antirrobo antitrust antiviolenza antrag antrags antun antwort antwortet anual anulado anular anuncio
anunciou anwalt anwalte anwaltin anxious any anybody anydesk anymore anyone anything anyway anywhere
anzahlung anzeige anzeigen anziehen ao aos aout apagado apagados apagar apague apaguem apano aparato
aparcado aparece apareceu aparecio aparelho apartamento apartment apelacion apelar apellido apelo apenas
apertad aperti aperto apertura apfel aplauso aplausos aplazar aplazarlo aplicacao aplicacion aplicativo
apoio apolice apologies apologise apologised apologize apology aposentad aposentadoria apotheke apotheker
app appalled appalling apparait apparat apparecchio appareil apparently appartamento appartement appeal
appear appeared appel appele appeler appelez appell appelle appels appena applaudit applaus applause
applausi applauso apple appli application applied apply appointment appointments apportez apprais appraisal
appreciate appreciated apprendre approuve approval approvat approvata approvato approvazione approve
approved approving apps appuntamento appuye apr apre aprender apres apresentar apresentei apri april aprile
aprire aprite apro aprobacion aprobad aprobada aprobado aprobar aprov aprovacao aprovad aprovada aprovado
aprovar aprueben apunto apuros aquecimento aquel aquela aquele aquella aqui aquilo ar arbeit arbeite
arbeiten arbeiterkammer arbeitet arbeitgeber arbeitslos arbeitsplatz arbitral arbitration arbitre arbitro
arbre arcep archivi archivo arco are area aren arent arera argent argerlich arguing aria armario armoire
armutszeugnis arnaque arnaquer around arrabbiat arrabbiata arrabbiatissima arrange arrangio arranjado
arranjar arranjo arrears arregla arreglado arreglais arreglan arreglar arreglarla arreglarse arreglen
arreglenlo arreglo arrendamento arret arrete arreter arretez arretrat arretrati arriba arriva arrival
arrivano arrivare arrivat arrivata arrivato arrive arrived arrivederci arrivee arrivent arriver arrivera
arrives arriving arrivo arrogance arroser arroz arruinad arrumei arsch arse art arthroscopie arthroscopy
arthroskopie article articolo artificial artificiale artificielle artigo artikel artroscopia arvore arzt
arzte arztin as asap ascenseur ascensor ascensore ascensores asche asco ascoltare ascolti ascolto asegurado
aseguradora aseguro ases asesor asesora asesores asf asfixiados ashes asi asiento ask asked asking asks
asleep aspett aspetta aspettando aspettare aspettato aspettavo aspetti aspetto ass assalt assegno assento
assessment assessor assez asshole assicurativo assicurazion assicurazione assign assignation assigne
assigner assim assinar assinatura assinei assinou assis assistant assistencia assistente assistenza
associate association associazione assumed assumer assunto assurance assurances assurd assurdo assureur ast
at ate atencion atenda atende atendedor atendem atendente atendentes atender atenderme atendeu atendid
atendido atendimento atendio atienda atiendan atiende atienden atirar ativa ativacao ativar ativo atm
atolada atracaron atraco atrapad atrapado atras atrasad atrasadas atrasado atrasados atraso atrasos atrevem
atreven atrocious attach attack attaque attaquer attend attendais attendant attendez attendre attends
attendu attente attentes attesa attese attestat attestation attestato attimo attivar attivato attivazione
attivo atto attorney attorneys attrezzo atualizar atualizei au auch aucun aucune aud audacity audifono
auditif auditivo auf aufbringen aufenthalt aufgegeben aufgehoben aufgelegt aufgenommen aufhangen aufhoren
aufladen aufladung aufmerksam aufnahmen aufs aufsicht aufsichtsbehorde aufsteigen aufwachen aufzeichnungen
aufzug augenblick augmenter augmenterait august aujourd aula aumentar aumentara aumentare aumentera aumento
aun aunque aunt aupres auquel aurai aurais aurait aurez auriez auront aus ausdrucken ausfall ausfullen
ausgaben ausgeben ausgefallen ausgegeben ausgeraubt ausgezeichnet ausgezogen auskennt auskunft
auskunftsrecht ausland auslandische ausschalten ausschluss aussetzen aussi ausstehend austauschen austragen
australia australie australien ausuben ausweg ausweisdaten auszahlung auszug auszuge autant auth
authorisation authorise authorised authorities authority authorization authorize authorized auto autobahn
autobus autolesion automat automate automated automaten automatic automatico automatique automatisees
automatisierte automatizad automatizadas automatizzate automne automutil autorice autoricen autoridad
autoridade autoris autorisation autorise autorisee autoriser autorisiert autorita autorite autoriz
autorizacao autorizacion autorizad autorizada autorizado autorizar autorizarme autorizei autorizo autorizou
autorizz autorizzar autorizzare autorizzat autorizzata autorizzate autorizzato autorizzazione autorizzi
autorizziate autorizzo autoroute autostrada autoverleih autre autrement autres autunno aux auxilio
available avais avait aval avaler avaliacao avaliad avancar avance avancement avant avanti avanzo avaria
avariad avariar avariou avec avere averia averlo avermi avete aveva avevate avevo avez aviao aviez avion
avis avisado avisame avisar avise aviso avisos avo avocat avocate avoir avons avos avrebbe avrei avrete
avril avuto avviato avvis avvisare avvisarmi avvisi avviso avvocat avvocato award awards away awesome awful
ay aye ayer ayuda ayudado ayudame ayudando ayudar ayudarle ayudarme ayude ayuntamiento azienda azione
azioni azotea azucar azul baby bachillerato back backerei bad badly baffled bafin bag bagage bagagem
bagaglio baggage bagnato bags bah bahnhof bailiffs baisse baisser baixa baixar baixo baja bajar bajas bajo
bakery balance balances balcao balcony bald ballare balles baltimore bambin bambina bambini bambino banana
banane banca bancaire bancario bancarrota banco bancomat bandansage bande bando bandwidth bang bank
bankauskunft bankautomat banked banking bankkarte bankmitarbeiter bankmitarbeiterin bankrott bankrupt
banque bar baralhad barato barefaced barely bargain bargeld bari barking barrister barulho barzelletta bas
basculer basculez base basic basica basically basket bass bassa basse basso basta bastano bastante bastard
basura bat bate bateau bateria bath bati batidora bats batteria batterie batteries battery bauen baum bbb
be beach bean beans beanstand beantragt bear bearbeiter bearbeitungsstand beat beaten beating beats beau
beaucoup beauty bebe beber because become bed bedaure bedeutet bedroht beeindruckend been beenden beep
beeps beerdigt beerdigung before beforehand beg began begeistert begin beginnen beginning begraben begreif
begun beh behalf behalten behandelt behandlung behauptet behind behorde bei beide beigesetzt beim being
beisetzung beispiel beklaut bekomme bekommen bekommt belastung beleg beleleu beleza believe bell belle
belles bellissim bellissima bello belong belongs below bem bemuht ben benachrichtigung benachrichtigungen
bene beneath benefices beneficiaire beneficiario beneficiary beneficios benefit benefits benestare
benissimo benotigen benutzt benzin benzina benzinaio berater beraterin berbequim bere bereave bereavement
berechnen bereit bereits berg berichtig berichtigung berlin beruf beruflich beruhigt beschadigt bescheid
bescheinigung bescheuert beschwerde beschwerdestelle beschwere beschweren besoin besorgt bespreche
besprechen besprechung besser besseres best bestatig bestatige bestatigen bestatigung bestattung beste
bestellen bestellt bestellung bestellungen besten bestrahlung bestreit besuchen betrag betrage betragt
betreuer betrog betrogen betrug betruger betrugerverein betrugsschutz betrugswarnungen better betterment
betting between bevollmacht bevorzug bewerten bewertet bewertung bewildered bewillig bewilligt bewusstlos
beyond bezahle bezahlen bezahlt bianco bici bicicleta bicycle bien bientot bietet big bigger biglietto
bijoux bike bilbao bildschirm bildung bilhete bill billed billet billete billets billig billing bills bimbo
bin binnen bins biologic biologico biopsia biopsie biopsies biopsy bird birth birthday bis bisher bisogna
bisogno bisschen bist bit bitch bitte bizarre black blague blame blamed blanc blanca blanco blank blau
blaue bleaching blechkiste bleeding bleibe bleiben bleibt blender blesse bleu blick blicke blimey blocca
bloccare bloccat bloccata bloccati bloccato blocco block blocked blod bloden bloke blokes blood bloods
bloody bloque bloquead bloqueada bloqueado bloquear bloquearam bloquearla bloquee bloqueen bloqueia bloqueo
bloqueou bloquer bloques bloss blu blue blume blumen blut blutabnahme blutet boa board boarding boat
bocciat boda bodenlos body bof bohrer boiando boiler boire boite bol bola boleto bolletta bollette
bollitore bollocks bolsa bom bomba bon bonheur bonific bonificare bonifici bonifico bonito bonjour bonne
bono bons bonsoir bonus book booked booking boot boots bordel border bored boredom born borrado borrados
borrar borre borren borrow borrowed borseggi bosch boss bosta bot bota botao botar bote boten both bother
bothered boton botox bots botte bottle bottom bouchons bouge bought bouilloire boulangerie boulot bounce
bounced bout boutique bouton bouts box boy boyd boyfriend brace braces braga brain brainless branch
branches branco brand brauch brauche brauchen braucht brauchte brava bravi bravissim bravissima bravissimi
bravissimo bravo brazil breach breached bread break breakdown breakfast breaking breakup breathe breathing
bref bremen brennt brennts brevet bridge brief brieftasche brien brillant brille brilliant brincadeira
bring bringe bringen bringing bringt bristol british broadband brochure broiler broke broken broker broma
bronchoscopie bronchoscopy bronchoskopie broncoscopia brot brother brought bruciato brucke bruder bruit
brule brust brustschmerz buch buchen buchhaltung buchstabieren bucht buchung buchungsnummer bucket bucks
buen buena buenas buenisim bueno buenos bufete buffering buffon buffonata buffoni bug bugiard bugiardi
bugue build builder building buildings buio bulging bullshit bump bumped bunch bundesnetzagentur bundle
buon buona buonasera buongiorno buono bureau burgergeld burgled burial buried burla burlada burned burning
burofax burra burro burst bury bus buscaba buscar buscarlo busco business busta busy but buttare buttarmi
buttato butter butto button buttons buy buying buzz buzzing by bye bypass ca cabeca cabeleireir cabeza
cabinet cable cabo cabron cacete cache cachee cacher cachets cachondeo cachorro cada cadastro cade cadeau
cadeira cadera cadiz cadre caduca caduco caduta caduto cae caer caes caesarean cafe cafes cago cai caida
caido cairam caisse caiu caixa caja cajero calcio calcolare calcular calculate calculer caldaia caldeira
caldera caldo calefaccion calendar calendario calendrier calentador call callback callcenter calle called
caller calling calls calm calma calor calorias calorie calories camara cambiado cambiamo cambiar cambiare
cambiarlo cambiarme cambiato cambie cambiemos cambio cambriol came camera caminaban caminhao caminhavam
caminho camino camion camisa camminare camminavano campana camper campo can canada canais canal canale
canales canali canalisation canalizador canape cancao cancel cancelacion cancelad cancelado cancelamento
cancelamentos cancelar cancele canceled cancell cancellare cancellate cancellati cancellation cancellations
cancellato cancellazione cancelled cancelli cancelliate cancelling cancelo cancer cancion candado candles
cane cani cannot cano canone cansaco cansad cansada cansancio cansarme cansativ canse cansei cant cantar
cantare cantaros cantidad canzone cao cap capable caparra capendo capire capisca capisce capisco capital
capitale capito capo capoufficio capt captado capte captei car cara carabinieri carajo caralho caramba
caravan caravana caravane caray carbon carbonara card cardiaque cardio cardiolog cards care carer carga
cargador cargan cargar cargo cargos carica caricare caricatore carico carini caritas carne caro carpet
carrega carregador carregar carrello carretera carrinho carro carrozziere carry carta cartacea cartao
cartas carte carteira carteirista cartella cartera carterista cartes cartoes cartons cartorio cas casa
casaco casad casados casamento cascata cascato case casero cases caseworker cash cashback cashing cashless
casi casino caso casos caspita casquette cassa casse cassee casserait cassonetto cat catalogue cataract
cataracte catarata cataratas cataratta catastroph catastrophe catch catheter cativo catorce catorze cats
caucao causa causas cause causer caution cauzione cavallo cavalo cavo cavolo cayeron cayo cazzate cazzo
ccpa ce cease cedan cediate cedo ceiling cela cell cellar celle cellulare celui celular cem cena cendres
ceneri cenizas cent center centime centimo cento centocinquanta central centralin centralino centralita
centre centro cents cerca cercare cercavo cerco cero cerrado cerrar cerrarla cerre cerro cert certa certain
certainly certeza certidao certificacion certificado certificat certificate certification certificato
certificazione certified certify certifying certo ces cesarea cesareo cesariana cesarienne cesion cesser
cessione cesta cet cette ceux cfpb chacun chain chaine chaines chair chairs chaleira challenge chama
chamada chamar chambre chame chamo champ champions chance chances change changed changeons changer changes
changez changing channel channels chanson chanter chao chap chapeau chapo chapuza chaque chaqueta charge
charged charger charges chargeur charging charity charlar charmante charming chase chased chat chatbot
chatead chatgpt chatice chato chatting chaudiere chauffage chauffe chauffer chauffeur chaussures chaves che
cheap cheaper cheated check checked checking checkout checks cheek cheers chef chefe chefin chega chegar
chegaram chegou cheio cheios cheira cheiro chemin chemio chemo cheque chequier cher cherchais cherche
chercher chercheurs chere chest cheval chevere chewed chez chi chiama chiamami chiamare chiamarmi chiamata
chiamate chiamatemi chiamato chiamavate chiami chiamiate chiamo chiant chiara chiarito chiaro chiavi chica
chicago chicken chico chiede chiedere chiedermi chiedevo chiedo chien chiens chier chiesto chiffrez child
children chimio chinga chiot chip chiquitos chiropractor chirurg chirurgia chirurgie chirurgien chirurgo
chispas chiste chiude chiudere chiuderla chiudete chiudo chiusa chiuse chiusi chiuso choice choices choisir
choked chokes chomage choose choosing choque chorar chorros chose chouette chove chover christ christmas
chucking chuffed chute ci ciao ciber cibo ciclo cidade ciego ciel cien ciencia cientificos cientistas
ciento cierra cierran cierro cierto cima cinco cincuenta cinq cinquanta cinquante cinque cinquemila
cinquenta cinquieme cinzas cio circa circles circo circulos circus cirque cirugia cirujano cirurgia
cirurgiao cistifellea cita citare citas citato citazione citibank citizens cito citta city ciudad civico
claim claimed claiming claims clair clap clara claro clase class classe clave claves clavier clean cleaners
cleaning clear clearance cleared clearer clearly clerk cles clever clic clicar cliccare cliccato click
clicked client cliente clientele clienti clients clima clinic clinica clinico clinique clique cliquei
cliquer cloche clock clonad clonado clonaram clonaron clonat clonato clone cloned close closed closes
closing clothe clown clowns clue clueless cmvm cnil cnmv co coat coberta coberto cobertura cobra cobrada
cobrado cobran cobranca cobrancas cobrancinhas cobrandole cobranza cobrar cobraram cobrarme cobre cobrem
cobren cobro cobros coccolato coche cocher cocina cocinar coda codacons code codes codice codici codigo
codigos coercive coes coeur coffee cogio coglion cognato cognee coi coiffeur coin coince coincee coins
cointestato coisa coisas coja cojones col cola colaborador cold colega colegio colere colgad colgado colgar
colgarme colgaron colis collaborat collaborateurs collapsed colleague colleagues collect collecting
collections collectors collega collegar collegare college colleghi collegien collegue collegues collo colmo
coloca colocar colonna colonne colonoscopia colonoscopy colonscopia coloque color colore coloscopie colour
colpa colpo columna coluna com comando combien combinado comble comboio come comecar comemos comentar
comentarlo comento comer comercial comes comfortable comida comigo cominciare comincio coming comio
comision comissoes command commande commander comme commence commencer comment commercial commerciale
commercialista commerciaux commercio commission commissione commissioner commissioni common commosso
communiquer commute como comoda comodisima comodissima comodo compagna compagnia compagno compagnon
companera companero companeros companheir companheiro compania companies company comparables comparar
compare comparer compartan compartilhem compartir compensacao compensacion compensation competencia
competent competitor compilare compio compiti complain complained complaining complaint complaints
completada completamente completato complete completed completely completement completion completo
complicado complicated complicato complimenti complimentoni complique compra comprado comprando comprar
comprare compras comprato compre compreend compreendi compreendo comprei comprend comprendere comprendido
comprendo comprendre comprends comprenez compreso comprido comprimes comprimidos compris comprise compro
comprobante compromised comprou comprovante comprovativo comptabilite comptable compte compter comptes
compteur computador computadora computer computers comune comunicado comunicame comunicar comunicare
comunicarme comunidad comunique comuniqueme comuniquen comunque con concernant concerne concert concerto
concierge concierto conciliatore conciliaweb conciliazione concluido concordo concorrencia concorrenza
concorso concurrence concurrent condiciones condicoes condividere conduce conduciendo conduct conduis
conduit condusef conduz conduzo conect conecteme conexao conexion conferire confermare confermo configurar
configuro confirm confirmar confirmation confirme confirmed confirmer confirmo conforme conformement
confrontare confund confundi confus confusa confused confuso congel congratulations congratulazioni conhece
conheco conjoint conjunta conked conman conmigo connais connaissez connaitre connard conne connect
connected connecter connecting connection conned conneri connessione connexion connu cono conocimiento
conosce conosco conozco consegna consegue consegui conseguimos conseil conseill conseille conseiller
conseillere conseillers consenso consent consentement consentimento consentimiento conserje consertar
conserto conservate conservez considering consigliami consigliato consigo consob consola console
consommateur consommateurs constat constatazione construir consulente consulenti consulta consultant
consultar consultas consultation consulter consultor consultora consumatori consumer consumidor consumo
conta contabilista contable contact contactar contacte contactem contacten contacter contacto contacts
contador contain contam contanti contar contare contaron contas contatar contato contatore contatt
contattare contatti contatto conte contemptible content contenta contente contentieux contento contents
contenzioso contest contesta contestador contestan contestar contestare conteste contester contesting
contesto conti contigo continua continuam continuar continuare continuate continue continuem continuer
continuez continui continuo conto contou contra contract contractor contracts contrari contrasena contrat
contratado contratar contrate contratei contrato contratos contratou contrats contratti contratto contre
contro control controla controle controlla controllare controlling controllo controls convenience
convenient convenio convenzionati conversa conversar conversare conversation converse converter conveyanc
conveyancer conveyancing conviene convient convosco convuls convulsion cook cookies coordenador coordinates
coordonnees copagamento copago copain coparticipacao copay coperchio coperta coperto copertura copia copie
copied copine copio copiou copre coprite coprono copy cor coracao corda corde cordes corecom cork corner
cornwall coronilla corporation corra corre correct correcta corrected correcto correio corrente correo
correos correr correre correspond corresponde correto corretor corretto correu corriente corriere
corrisponde corsa corta cortad cortada cortado cortan cortar cortaram cortarme cortei cortem corten
cortesia corto cos cosa cosas cose cosi coso cost costa costaria costas coste costerebbe costi costo
costretta costretto costringe costruire costs cou couches could couldn couldnt coule couleur council
counsel counselling count counted counter counting country county coup coupe coupee couper coupez couple
coups coupure courant courier courir courrier cours course courses court courtesy courts cousin cousine
cout coute coutent couvercle couvert couverte couvre couvreur cover coverage covered covering covers
cowboys coworkers cozinha cozinhar cpap cpf cpra cracked crackling cracks crane crap craques crash crashed
crashes crashing cream credere credevo credit credited crediti credito credits credo creia cremamos cremat
cremated cremation cremato creo crepes cretin cretini crianca criancas crikey crio criptos crise critical
crl croire crois cronologia crooks cross crowd cru cry crying crypto csr csrs ct cuadro cual cuales
cualquier cuando cuanta cuantas cuanto cuantos cuarenta cuarta cuatro cuatrocientos cubierta cubierto
cubran cubre cubren cubrir cubrirles cucina cucinare cuece cuello cuenta cuentame cuentan cuentas cuento
cuerpo cuesta cuestan cugin cugina cugino cui cuire cuisine cuisiner culo culot culpa culpable cumpli
cumplir cumplo cunado cunhado cuoce cuota cuotas cup cupboard cupon cura cure curious currency current
curry curto custa custava custo customer customers cut cutting da dabei dach dachdecker dachte dad daddy
dado dados dads dafur dahin dai dais dal dall dalla dalle damage damaged damages dame damit dammi damn damp
dan danach dancar dando danger dangerous danificad dank danke dankeschon dann danneggiat danni danno dano
danos dans dao dappertutto daqui dar daran darauf dare darf dark darker darle darlehen darme darmi
darmspiegelung darum das dasein dass data databases date datei datemi daten datenauskunft datenbank
datenpaket datenschutz datenschutzbeauftragte datenschutzbehorde datentarif datenubertragbarkeit
datenverarbeitung datenverbrauch datenvolumen dates dati dating dato datore datos datum dauerauftrag dauern
dauernd dauert daughter davanti davon davvero day days dazu de dead deadline deadlock deaf deaktivieren
deal dealing deals dealt dear death debajo debe deber deberes deberia debile debit debitad debite debiti
debito debitos debloquer debo debout deboute debrouille debt debts deceased decede decedee decedut deceduto
deceived december decembre decent decepcion decepcionante deces decesos decesso decev decevant decia decide
decided decidi decidido decidieron decidir decidiram decir decirlo decis decisao decision decisione
decisiones decisioni decisions deciso decisoes decke deckel deckt deckung declaracao declarar declaration
declare declarer declaro declinad decline declined deco deconnecte decouvert decroche decu dedommag
deductible deduction deed deeds deem deep defekt defendant defensa defense defenseur defensor defensoria
defesa deficient definic definitely defrauded defuncion defunt defunta defunte defunto degat degats degli
degree degueulasse dehors dei deixa deixam deixar deixe deixei deixem deixou deja dejado dejalo dejame
dejan dejar deje dejele dejelo dejeme dejemos dejemoslo dejen dejo del dela delai delante delay delayed
dele delega deles deletar delete deletion deletrear deliberately delicate delighted deliver delivered
delivery dell della delle delta deludente delus dem demain demais demand demanda demandado demandais
demandar demandarlos demande demandent demander demandes demandez demasiado deme demenage demenageons
demenager demeure demi demitid demolizione demora demorar demoraria den denaro deneg denegacion denegad
denegada denegado denham denial denie denied denk denke denken denme denn dense dentaire dental dented
dentist dentista dentistas dentiste dentistes dentisti dentro denunc denunci denuncia denunciar denunciare
denunciarlos denuncio deny denying depart departamento departement department depassent depechez depende
dependiente depense depenser depenses deplacer deplorable depois depose deposee deposer deposit depositar
depositaron depositato deposited deposito deposits depot deppen depreciation depressa dept depth depuis der
derangez derecho derechos derisoire derisory derivame derivar derive dermato dermatolog dermatologist
dernier derniere derobe derriere derubat des desaccord desactivar desactiver desactivo desacuerdo desagrad
desagradavel desahuci desahuciar desaparecer desaparecesse desapareceu desaparecido desaparecieron
desaparecio desapontad desarrollo desastre desativar desativo desbloquear desbloquearlo descansad
descansada descargar descaso desce descobriram desconhecid desconhecido desconocid desconocido descontent
desconto describe descubierto descuento desculp desculpe desde desea desear deseja desejar desejo
desemplead desempregad desempregada desempregado desemprego desenrasco desenvolvimento deseo desesper
desesperad desestim desgaste desgraca deshalb desider desidera desiderare desidero desilud desinscr desire
desirer desist desistir desk desligar desligaram desligarem desmai desmaiou desmay desmayado desole desolee
despacho despacio despedid despedida despedido despejar despejo desperate despertar despesas despidieron
despido despiertame despite despues desrespeito desse dessous destas deste destroy destru deswegen details
detalle detenez determination deteste detourn detourne detras detrui dettes detto deu deudas deuil deus
deutlich deutlicher deutschen deutschland deux deuxieme devagar devait devant deve develop developpement
devenir dever devez devil devis devo devoirs devolucao devolucion devolvam devolver devolveram devolverme
devolvido devolvio devuelto devuelva devuelvan dez dezanove dezasseis dezassete dezember dezembro dezesseis
dezessete dezoito dgccrf di dia diable diabo dial dialise dialisi dialisis dialogare dialyse dialysis
diapers dias diavolo dica dice dicembre dicen dicendo diceva dicevo dich dicho dicht diciannove diciassette
diciembre diciendo diciott diciotto dico dicono did didn didnt die dieb diebe diebstahl diebstahls dieci
diecimila dieciocho dieciseis diecisiete died dienst dienstag dies diese diesem diesen dieser diet dieu
diez difensore diferenca diferencia diferente differ difference different differently differenza difficile
difficolta difficult difficultes diffida dificil dificuldades dificultades difunt difunta difunto diga
digale digalo digame digas digit digits digo dije dijeron dijo dilettant dimanche dime dimentica
dimenticare dimenticat dimenticato dimentichi dimentico dimmi diner dinero dinheiro diniego dinner dio dios
dipingere dir dire direccion direcion direct directed directement directeur direction directions director
directrice direito direitos direto diretor diretto direttor direttore diria dirige dirigent dirigir dirijo
diritti diritto dirlo dirotto dis disability disabled disaccordo disagio disagree disais disait disallowed
disant disappear disappeared disappearing disappointed disappointing disaster disastro disattivar disattivo
disco disconforme disconnected disconnecting discord discount discounts discover discovered discrep disculp
disculpe discuss discussing discuter discutere discuterne discutir discuto disdetta disdette disdico
disdire disent disgrace disgraceful disgust disgusted disgusting dishwasher disoccupat disoccupato
disparais disparait disparaitre disparu disperat disperse dispiace dispiaciut display disponibil
disponibili disponible disponibles disponive disponiveis disposable disposto disput dispute disputed
disputing disque dissatisfied disse disseram disso distance distancia distanza distinta disto distributeur
district distrugg disturb disturbata disturbed disturbi dit dite dites dito divano diventare diversa
diversamente diverso dividas divorc divorce divorci divorcio divorzi divorzio divulgacao dix diz dizem
dizendo dizer dni do doble dobro doce doch docteur doctor doctora document documenti documento documentos
documents dodging dodgy dodici doente does doesn doesnt dog dogs doida doido doing dois doit dokument
dokumente dolares dollars dolor dolore domanda domani domattina domenica domestic domestica domiciliacion
domiciliazione domicilio domingo domingos dommage dommages don donc donde done donna donne donnees donnent
donner donnerstag donnerwetter donnez dont door doorbell dopo doppelt doppio dor dorf dormir dormire dort
dos doscientos dose doses dossier dot dottor dou double doucement douleur doute doutor douze dov dove
doveva dovevano dovrebbe dovrei dovuto down downgrade download downloaded doy doze dr dragged drained
draining dran draw drawer drawn dreadful dream dreamed dreck dreh drei dreihundert dreimal dreissig
dreissigste dreizehn dress drill dringend drink dripping drips dritte dritten drive driven driver drives
driving droga droht droit droits drop dropped dropping drown drowning drucken drucker drug dry dryer dsar
dsgvo du duas dubai dubbio duchara duda dudo due duecento duele duemiladieci dug dumb dumm dunkeln duped
duplicad duplicado duplicated dur dura durand durante durata durch durcheinander durchgehen durchgestellt
durchstell durchstellen dure durham during duro durou dust dutch duty duvida duzentos dying each earlier
earliest early earn earth ease easier easily east easter easy eat eaten eating eau eaux eben ecarte
eccellent eccellente echado echais echan echanger echar echaria echaron eche echeance echelonner
echographie echoue echt echte echten echtes eclate ecografia ecole ecologico economic economica economicas
economico economies ecoute ecouter ecoutez ecra ecran ecrire ecrit ecrivez ed edad edge edifici edificios
edit educacao efectivo effac efface effacees effacement effacez effectue effet efficace efficacite
efficient efficienza effing effondre eficaces eficiencia eficientes egal egalement egli eh ehefrau ehemann
ehrlich eid eiffel eigene eigenes eigentlich eight eighteen eighth eighties eighty eile eilig eilt eimern
ein eine einem einen einer eines einfach einfacher eingabe eingedrungen eingegangen eingegeben eingeklemmt
eingeloggt eingereicht eingeschaltet eingeschlafen eingesperrt eingriff einkauf einkaufe einkaufen
einklagen einkommen einlegen einleiten einmal einreichen einricht eins einschalten einschlafen einsehen
einspruch einstell einstweilige einverstanden einverstandnis einwilligung einzahlen einzahlung einzigen
einzugsermachtigung eiskalt eita either ejecutiva ejecutivo ejemplo ejercer ejerzo el ela elas eldest ele
elecciones election elections electric electricite electricity electrico electrique elegir eleicoes eles
eletronico elettrico elevador elevar eleve elevee eleven eleventh elezioni elf elfjahrige eliminar
eliminare eliminate elimine eliminem eliminen elimini ella ellas elle elles ello ellos else elsewhere
eltern em email emailed emails embarazada embarc embargaron embargo embarque embarquement embarrassment
embassy embate embet embora embrouill emergencia emergency emergenza emmene emmerd emocionada empezar
empfahl empfang empfanger empfiehl empieza empiezo empleado empleador empleo emploi employe employed
employee employees employer employeur emporend emprego emprender empresa empresas emprestado emprestimo
emprise emprunte emprunter emptied empty empuj empurr empurrou en enable enbrel encalhados encaminh
encanador encanta encantad encantado encanto encargada encargado encargarse encarregad enceinte encender
encerrada encerro enchufe enciende encierra encima encomenda encomendar encomendei encomendou encontrado
encontrar encontraram encontraron encontro encore encuentro encuestas end ende ended endereco endet
endeudad endgultig ending endividad endlich endormir endoscopia endoscopie endoscopy endoskopie ends
energie energy enero enerve enesima enfadad enfadada enfant enfants enfarte enfer enferme enfermeir
enfermera enfermo enfim enfin enfoire enforcar enfui engage engaged engager engan enganad enganado
enganaram enganei enganou engine engineer engineers englisch english enhorabuena enieme enjoy enkel
enkeltrick enlace enlever ennesima ennui enojad enough enquanto enraged enregistree enregistrement
enregistrements enseguida ensemble ensenar ensino ensuite entao entend entenda entendendo entender
entenderle entenderlo entendeu entendi entendido entendio entendo entendre entends entendu entente enter
entera enterar entere entero enterr enterrada enterrado enterramo enterramos enterre enterree enterrei
enterrement enterro entfernen entfernung enthalten entidade entiend entienda entiendo entierement entierro
entlang entlassen entlassung entonces entra entrada entrado entram entran entrar entraram entrare entraron
entrati entrato entre entrega entregador entrem entreprise entretenir entretien entro entrou entschadig
entschadigung entscheidung entschlafen entschuldig entschuldigung entspricht enttausch enttauschend
entweder entwendet entwicklung envelope enverra enviar enviarle envie enviei envio environ enviud envoie
envoye envoyer envoyez epargne epargner epaule epave epeler epicerie epouse epoux epuisent equipa equipaje
equipe equipo equivoca equivocad equivocado equivocas equivoque er era eram eran erano erase erased erasure
erbarmlich erbe erbschaft erbschein eredi eredit eres erfahren erfrier erfunden ergibt ergotherap erhalten
erhangen erhohen erhohung erinnere erkannt erkenn erkenne erkennen erklare erklaren erklart erlaubnis
erledigt erneut ernia ero eroffnen eroffnet errad errada errado erreichbar erreiche erreichen erreur erro
error errore errou ersatzteil erse ersparnisse erst erstatt erstatte erstattet erstattung erste ersten
erstklassig erte erteilt erwachsen erwartet erweitern erzahl erzahle erzahlt es esa esame esami esas esatto
escalad escalar escalate escalating escalera escalier escandal escaner escapado escapar escape escaped esce
esclusione esco escola escolher escond escrever escrevi escribir escribo escrito escritorio escritura
escroc escrocs escroquer escroquerie escuch escuchando escucharme escuche escuras escuro ese esempio
esercitare esercito esigo esiste esistere esmola eso esos espace espagne espalda espana espanha espanol
espece especes especialista especie espectacular espera esperaba esperado esperando esperar esperara
esperava espere esperei espero espetacular espetaculo esplendido esplod esposa esposo esposto esquec
esqueca esquece esquecer esqueceu esqueci esquecido esquecimento essa essas essayer esse essen essence
esserci essere esses est esta estaba estaban estacionado estado estados estafa estafado estafador
estafadores estafaron estafeta estamos estan estando estao estar estare estaria estariam estarian estas
estate estava estavam este estelionat estero estes estim estimate estimates estimation estime estimez
estiver estivesse esto estorno estos estou estoy estrada estragad estragado estragarem estraneo estrangeiro
estrangul estranh estranho estratti estratto estropead estropeado estudio estudo estupend estupendas
estupendo estupid estuve estuviera estuvo esvaziada esvaziando esvaziar et eta etaient etais etait etaler
etape etat etats ete eteindre etes etikett etincelle etincelles etiquette etrange etranger etrangl
etranglee etre etudiant etudie etwa etwas eu euch eue euro europe euros evalu evaluation evalue evanoui eve
even evenement evening event evento eventualmente eventuell eventuellement ever everest every everybody
everyone everything everywhere evicted eviction evidemment evviva ewig ex exact exactement exactly exacto
exam exame examen exames example exams exaspere exato excelente excellent except exception excess exchange
excluam excluded excluir exclusao exclusion excuse excuses excusez executive executor exemple exemplo
exerce exercer exercising exerco exfrau exige exijo exist existe existed existence existenz exister
existieren existing existir exmann exmarido exmujer expareja expartner expect expected expecting expediente
expenses expensive experience experimentar expert experte expertise expire expired expires expirou explain
explained explaining explanation explica explicacion explicado explicame explicar explicarlo explication
explico explicou explique expliquei expliquemelo expliquer expliquez explod explode explos explot express
expressdienst expressversand expuls expulser extend extended extra extracto extractos extran extranjero
extrano extrato extratos eye eyesight fa fab fabelhaft fabrica fabrik fabuleux fabulos fabuloso fabulous
fac facam faccia facciamo faccio face facebook facendo fachabteilung fachmann facil facile facilidade
facilita facilitenme faco facon fact factor factory factura facturacion facturas facturation facture
facturer factures facua faculdade fahr fahre fahren fahrer fahrkarte fahrrad fahrt faible fail failed
failing faillite faim fainted fair faire fais faisait faisant faisca fait faites faith fake fala falando
falar falaram falava fale falec falecer faleceu falecida falecido falecimento falei falencia falh falhado
falid fall fallait fallec fallecido fallecimiento fallecio fallen fallida fallig falling fallit fallito
falls fallt falo falou fals falsa falsch falsche falschen false falso falta faltaba faltava fame famiglia
familia familiar familie familiengericht familientarif famille family fammi fanno fantastic fantastico
fantastique fantastisch far farbe farce fare farei faria farla farm farmac farmaceutic farmaci farmacia
farmacist farmaco farmi faro farol fart farta farto farvi fashioned fast faster fastidi fastidio fastidioso
fatal fate fatemi father fatigant fatigue fatta fatto fattura fatturazione fatture fatura faturacao
faturamento faturas faudrait fault fausse faut faute fauteuil faux favolos favoloso favor favore favour
favourite fax faxed faz fazendo fazer fca fcc fear feature febbraio febrero februar february fecha fechado
fecham fechar fechei fechte fed federconsumatori fee feed feel feeling feelings feels fees feet fehlen
fehler fehlgeschlagen fehlt feier feijao feira feito felice felicidades felicissim felicitations feliz fell
fella fellow felt femme femmes fenetre fenomenal fenomenos ferais ferias ferie fermare ferme fermer
fermeture fermez fermi fermo fernbedienung fernseher fernzugriff ferramenta ferry fertig fertilidad
fertilidade fertilita fertilite fertility fest festa festival festnetzanschluss festplatte fetch fetching
fete feu feuer fevereiro fevrier few fez fiance fiasco fibra fibre fica ficam ficar ficaram ficaria ficavam
ficha fiche ficheiro ficheros fichez fichier fichiers fick fico ficou fidanzat fidanzato fidelite field
fielen fiesta fifteen fifteenth fifth fifty fight fighting figli figlia figlio figure figures figuri
figuriamoci fil fila file filed files filha filho filhos filiale filialleiter filing fill fille filling
film filme filo filoute fils fim fin final finalement finally finalmente financeiras financeiro financial
financiamento financieres finanzaufsicht finanziell finanzielle find finde finden finding finds fine fines
fini finiamo finie finir finire finirla finis finisce finisco finish finished finita finito finma fino
finra fins finto fiocchi fiore fiori fique fiquei fiquem fire fired firm firma firmado firmar firmare
firmato firmen firmo first fiscal fiscaliste fisch fish fishy fisica fisio fisioterap fisioterapia fissa
fisso fit fitnessstudio fitted fitter fitting fiume five fix fixed fiz fizeram flagged flat flatmate fled
flesh fleur fleurs flew flickers fliege fliegen fliehen flight flights flipp flipping flood flooded
flooding floor flor flores flowers fluchten flug flughafen flur fluss flute fly flyer flying fob foda fogao
fogo foi fois folded folga folgerezept folha folio folk folks folle follow followed following fome
fonctionne fondelli fondos fonds fonoaudiolog fontanero food foodbank fool foot football for fora foram
forca force forced forcee forecast foreign forever forfait forget forgets forgetting forgive forgot
forgotten forklift form forma formal format forme formidable forms formulaire formular formulario formule
formulieren fornecam fornitemi forno forscher forse fort forte fortement fortnight fortuna fortune forty
forum forward forza fos fosse fossem fossi foste foster foto fotografica fotos fou found four fourteen
fourteenth fourth fout foutage foutez foutoir foutre foutu foyer fra fraca fraccionado frage fragen fragt
frainteso frais fralda fraldas francais france franchement franchigia franchise franco frank franquia
franquicia frappe frappee fratello frau fraud fraude fraudes frauduleux frauenhaus freaking frechheit
freddo free freeze freezer freezes freezing frei freigeben freigegeben freigenommen freischaltung freitag
fremde fremder french frente frere freshman fretta freund freundin freundlich freut fric friday fridays
fridge friend friends fries frigging frightened frigo frigorifico frio friseur frist frittata frodat frode
frodi froh froid from front froze frozen fruh fruher fruhling frullatore frustr frustrant frustrante
frustrat frustrating ftc fuck fucking fudge fue fuego fuel fuera fueron fuerza fuga fuggit fuggita fugi
fugir fugiu fuhle fuhlen fuhlt fuhren fui fuir fuite full fully fumaca fumee fuming fumo funciona funcionam
funcionamento funcionan funcionar funcionari funcionario funcionou funds funerail funeral funf funfmal
funftausend funfte funften funftes funfunddreissig funfundsiebzig funfundzwanzig funfzehn funfzehnjahriger
funfzehnten funfzig funken funktioniert funny funziona fuoco fuori fur furchtbar furchtbaren furieu furios
furiosa furioso furious furlough furloughed furniture furou furs furtad furtaram further furto fuse
fussball futbol futebol futsch future futuro gab gache gafas gaffer gagne gagner galere gallbladder galle
gambled game games gamin gamine gaming ganas ganhar ganhou gano ganz ganzen gar garage garagem garages
garagiste garaje garante garantie garbage garcia garcon garden garder gardez gare garnished garten gas
gasgeruch gasleck gasolina gasolinera gastado gastando gastar gasto gastos gastroscopia gastroscopie
gastroscopy gate gato gatte gatto gauner gave gaz gb gcse gcses gdpr geandert gebaude gebe gebellt geben
geblieben geblockt geboren gebracht gebrauch gebraucht gebt gebucht gebuhr gebuhren geburt geburtsdatum
gedacht gedeckt gedroht gedruckt gefahr gefahren gefallen gefallt gefalscht gefehlt geflohen gefragt
gefunden gegangen gegeben gegen gegengutachten geh gehackt gehalt gehe geheim gehen geholfen gehoren gehort
geht geist gekauft geklappt geklart geklaut geklickt geklingelt geklont gekommen gekummert gekundigt
gekurzt gela geladeira gelado geld geldborse geldsorgen gele geliefert geliehen gelo geloscht gelost gem
gemacht gemeinde gemeinschaftskonto gemeint gemeldet gemme gemmes gems genannt genau genehm genehmig
genehmigen genehmigt genehmigung general generally genero generosite generosos generous genervt geni genial
geniale genios genitori genius gennaio genommen genou genre gens gente gentil gentile gentileza gentili
gentilissim gentilissima gentilissimi gentilissimo gentille gentleman genug genuine geoffnet gepack
gepfandet geplatzt gerade gerat gere geredet geregelt gerente gericht geritzt german germany gern gerne
gesagt geschaftsfuhr geschatzt geschenk geschichte geschickt geschieden geschlagen geschlossen geschrieben
geschrottet gesegnet gesellschaft gesendet gespeichert gespeicherte gespeicherten gesperrt gesprach
gesprochen gesprungen gestern gestionnaire gestisce gestohlen gestor gestora gestorben gestore gestrandet
gestrichen gesturzt gesucht gesund gesundheit get getatigt geteilt getrennt gets getting gewalt gewalttatig
gewartet gewechselt gewesen gewinne gewinnen gewonnen geworden geworfen gewurgt gezogen gezwungen ghost gia
giacca giappone giardino gib gibberish gibt gibts giessen gift gig giga gigabyte gigabytes gigas gigs
gilipollas gimme gimnasio ginasio ging gingen ginocchio gioca giocare gioco gioielleria gioielli giornata
giorni giorno giovane giovedi girard girare giriamo girl girlfriend girls giro girokarte girokonto giu
giudice giudizi giudizio giugno giulia giurist giusta giusto give given gives giving glad glanzleistung
glasgow glasses glaube glauben gleich gleisen gli gliel glielo glocke glucklich gluckwunsch gmail go
gobbledygook gobierno god goddamn goes going gold golpe golpea golpes golpista gomez gone gonna good
goodbye goodness google gorro gostaria gostava gostei gosto got gott gotta gout gouvernement gov govern
government governo gozar gp grab grabacion grabaciones grace gracel gracia gracias grad grade gran grana
grand grandad grandchild granddad grande grandes grandfather grandi grandios grandma grandmother grandpa
grandson granizo granny grant grateful gratuliere grauer gravacao gravacoes gravad grave gravida grazie
great greatest grecia greece greek green greenlight greeting grief grievance grieving grille groceries gros
gross grossartig grossartiger grosse grosses grossmutter grossvater grosszugig grottenschlecht ground group
groupe grow grown grua gruas grund grundbuchauszug grupo gruss grutier guarantee guardada guardado guardam
guardan guardar guardare guardasse guardi guardo guast guasto guerra guerre guess guessed gueule guia
guichet guida guidare guignol guignols gumtree gun gunstig gunstige gunstiger gunstigere gushing gustaria
gusto gut gutachten gutachter gute guten gutes guthaben gutschein gutschrift guy guys gym ha hab habe
habeis haben haber haberlo haberme habia habian habido habitacion habite habitude habla hablaba hablado
hablamos hablando hablar hablaria hablarlo hable hablo habra habria habt hace hacen hacer hacerme hacia
hacienda haciendo haciendose hack hacke hackead hackeada hackeado hackearam hackearon hacked hacker
hackerat hackerato had haftung haga hagalo hagan hago haha hai hail hairdresser halben half halfte hall
hallo hals halt halten hambre hameconnage hamster han hanche hand handed handful handing handle handled
handler handles handling hands handsets handy handys hang hange hanging hangt hanno happen happened
happening happens happier happy harass harcele harcelement hard hardly hardship haria harm harming hart
harta hartarme harto hartz has hasn hasnt hasse hassle hast hasta hat hate hates hats hatt hatte hatten
hauptstadt haus hausarzt hausaufgaben hause hauses hauskauf hausliche hauslicher hausse hausverkauf
hausverwaltung haut hautarzt have haven havent havia having hay haya he head headache heading heads health
hear heard hearing heart heat heater heathrow heating heaven hebergee hecha hecho heck hedge height heil
heimgegangen hein heisse heissen heisst heizen heizung hektik helad held helfen hell hello help helpdesk
helped helpful helping helpline hemd hemos her heranca herausgefunden herbst herdeir here hereder
hereingefallen hereingelegt herenc herencia heritage heriti hermana hermano hernia hernie herr herramienta
herrgott herrlich herself hervorragend herzinfarkt herzkrank herzlichen hes hesite heure heures
heureusement heute hey hi hice hicieron hidden hide hiding hielt hier hierarchie hiess high higher
highlands hija hijacked hijo hijos hilfe hilfreich hilfsmittel hilft hill him himmel himself hin
hinbekommen hint hinten hinterblieben hinuber hinzufugen hip hipoteca hipotecas hipotetic hire hired his
hissing histerectomia histoire historia historial historico historique history hit hitch hits hitting hiver
hiya hizo hm hmm ho hobbies hobby hoch hochladen hochzeit hoher hoja hojas hoje hol hola hold holder
holding hole holen holiday holle holt hombre hombres hombro home homeless homem homework homme hommes
honest honestly honnete honnetement honte honteux hook hoped hopeless hoping hopital hopitaux hora horaire
horaires horario horarios horas hore horen horgerat horno horrible horriveis horrivel horror hors horse
hospitais hospital hospitales hospitaliere hospitalis hospitalisation hospitalise hospitalization hostia
hot hotel hotline hotspot hour hours house houses houve how howdy however hows hoy hubiera hubo huele huelo
hueso huevos huft hufte hughes huh hui huido huile huir huissier huit humain humaine humaines human humana
humano humanoid humanos humans humen huming humira humn humo hund hunden hundert hundertfunfzig hundertsten
hundred hundredth hung hunger hungry hurry hurt hurtad hurting hurts husband hut hypothek hypothetical
hysterectomie hysterectomy ia iba iban ice ich ici ico id idade idea ideal ideas idee ideen idees ideia
ideias identidad identidade identifiant identifiants identification identita identitat identitatsdiebstahl
identite identity idioma idiot idiota idioten idiots ido idraulico ieri if ignore ignored ignoriert igual
ih ihm ihn ihnen ihr ihre ihrem ihren ihrer il ilimitados ill illimitati ils ilusion im imagined imaging
imbarc imbarco imbecil imbecile imbecill imbrogliat imediatamente immediatamente immediately immediatement
immer immeuble immigration immobili immobiliar immobiliare immobilien immobilienmakler immobilier
immunoterapia immunotherapie immunotherapy immuntherapie imobiliari imobiliario impag imparare impatient
impaye impayes impazzire impecable impecavel impeccabile impeccable impegnativa impersonat impersonating
impfung impianto impiccarmi impiegat impiegata implant implantat implante importa important importante
importe importo impossibile impossible impossivel impostazion impostos impots impresionante impresora
impressed impressive impressora imprimante imprime imprimer imprimir improvviso impuestos impugn impugnar
impugnare imunoterapia in inacceptable inaccettabil inaccettabile inaccurate inaceitave inaceitavel
inaceptable inacreditavel inadimplent inadmisible inadmissible inadmissive inadmissivel inakzeptabel
inammissibile inaudit incapable incapables incapac incapaci incapaz incaricat incaricato incazz incazzat
incazzato incendie incendio incerto inch incidente incineramos incinta include included includes inclui
incluido incluir inclusa incluso inclut incluye income incomod incomode incomodo incompetent incompetente
incompetentes incompetenti incompetents inconnu inconsciente inconvenience inconvenient incorrect
incorrecto incorreto incosciente increase incredibil incredible increible incrivel incroyable indebitat
indecent indecente indecopi indefer indeferiu indegn indegno indemnis indemnisation indemnite indemniz
indemnizacao indemnizacion indeniz indenizacao indennizz indicar indietro indignacion indignad indignada
indignado indignant indignante indignato indigne indigno indiqueme indiquer indiquez indirizzo inept
infantil infarto infastidit inferieure inferieurs inferiori infermier inferno infine infiniment infirmier
infirmiere info inform informacao informacion informacoes informar information informationen informations
informazione informazioni informe infos infravalor infravalorado infuriat infusao infusion ingannat ingiust
ingiusto ingles inglese ingresa ingresar ingrese ingreso ingresos inhaler inheritance inhum inhume iniciar
inicio iniezion iniziare inizio injec injection injections injust injuste injustifie injusto inkasso
inklusive inkompetent inmediatamente inmediato inmobiliari inmobiliario inmunoterapia innervosirmi inoltr
inoltrata inond inonde inpatient inquiet ins insane insaputa insatisfait insatisfech insatisfeit inscreveu
inscription inscrite inside insieme insist insoddisfat insolvenz insomma insoportable inspector instalador
instalar install installare installateur installatore installed installer installieren installiert
installing installments instalment instalments instance instant instantly instead instituto instructed insu
insufficient insuficiente insulin insulina insuline insult insulte insupportable insurance insured insurer
insuring integrazione inteligencia intelligence intelligenz intelligenza intend intende intendevo intentelo
intenzione intercepte intercepted interdit interes interesse interest interested interesting interet
interior interlocut internacao internacional internado internamento internar international internet
internetbetrug interpelacao interpuse intervencion intervention intervento interview intestatario intestato
into intolerable intrappolat intrappolato inund inunda inundacao inundar inutei inuteis inutil inutile
inutiles invadi invadida invadiram invece inventario inverno inverti inves invested investi investment
inviare inviato invisible invoice invoices inyeccion io ir ira ire ireland irgendeinen irgendjemand
irgendwas irgendwem irgendwen irgendwer irgendwo irm irma irmao irmaos irme iros irren irrisori irritad
irritated irritating irrt irrtum is iscritta iscrizione island islands isn isnt isso issue issued issuing
ist isterectomia isto istruzione it italia italian italie italien italy item items itinerance itinerancia
its itself ivass ive ivf ivr ja jack jacke jacket jahr jahre jahren jahrig jahrige jahriger jaillit jaja
jalonea jamais jamas janeiro jantar januar january janvier japan japanese japao jaquead jardim jardin
jawohl jazz je jeden jeder jedes jedoch jefa jefe jeito jemand jemandem jemanden jesus jeter jetzt jeu
jeudi jeune jeweller jewellery job jobverlust joder joelho joga jogar jogo joias joignables join joindre
joining joint joke jokers jokes jolin jones jornada jorrar jota joue jouer jour journee jours jovem joven
joy joyas joyeria jubilad jubilado judge judiciaire judicial juega juego jueves juez juge jugendlich
jugendsparbuch juicio juillet juin juiz juizado julho juli july jump jumped jumper jumping jumpy june jung
junge junho juni junio junior junk junta junto juntos jura juridica juridique jurist juriste juristisch
juros jury jusqu just juste justica justice justificante justificatif justo juzgado kacke kaiserschnitt
kalender kalorien kalte kam kamera kann kannst kanzlei kapier kapiert kaputt kaputtgeht kardiolog karte
karten kartenmissbrauch kartennummer kasse katastrophe katze kauf kaufen kauft kaufte kaum kaution keen
keep keeping keeps kein keine keinem keinen keiner keines keller kenne kennen kennst kennwort kent kept
kettle key keyboard keys kfz ki kick kicked kicks kid kids kiel kill killed killer killing kills kin kind
kinda kinder kinderkonto kindern kinderwunsch kindly kine king kino kitchen klage klagen klageschrift klagt
klappt klar klaren klasse kleid klein kleine kleiner klempner klingen klingt klinik kliniken knapp knee
knew knie knife knocked knopf know knowing knows kochen kocht koffer kohle kollege kollegen kollegin koln
komisch komm komme kommen kommt komplett kompliment kompliziert konkurrenz konnen konnt konnte konnten
konsole kontakt kontaktieren kontaktlinsen kontaktverbot konten konto kontoauszug kontonummer kontostand
kontrolliert konzert kopfschmerzen kopie kopiert korb kosten kostengutsprache kostenplan kostenubernahme
kostenubernahmeerklarung kostenzusage kostet kotz kowalski kraft krampf kranfuhrer krank krankenakte
krankengeld krankenhaus krankenschwester krankenwagen krankgeschrieben kredit kredite kreditkarte krieg
kriegen kriegt kuche kudos kuhlschrank kummere kunde kunden kundenberat kundenberater kundenberaterin
kundenbetreu kundenbetreuung kundendienst kundenfreundlich kundennummer kundenprofil kundenservice kundige
kundigen kundigte kundigung kundigungsabteilung kunstliche kur kurs kurz kurzarbeit kurzem la label lache
lachen lacherlich lad ladder ladegerat laden lado ladr ladra ladri ladro ladroes ladron ladrones ladrou
lads ladt lady laid laisse laissez laissons lait lament lamenta lamentable lamentel lamento lamp lampada
lampara lampe lance land landed landgericht landing landline landlord landlords lands lane lang lange
langeweile langsam langsamer langst language languages langue lapin laptop laquelle large largo las lasci
lascia lasciamo lasciare lasciat lasciata lasciati lasciato lascio laser lass lassen lasst last lastig
lasts lastschrift lata late later latest latte laudo laufen laufendem lauft laugh laughing laughter laut
lauter lautsprecher lautstarke lavadora lavar lavare lavastoviglie lavatrice lavavajillas lave laver lavora
lavorare lavoro law lawnmower lawsuit lawyer lawyers lax lay layoff le lead leader leads leaflet leaflets
leak leaking learn lease leave leaves leaving lebe leben lebendig lebens lebensmittel lebensmude lebensmut
lebensversicherung lebenswille lebenswillen lebt lebte leche leckt lectura ledge ledger lee leeds leeme
leer leergeraumt left legais legal legale legales legali legally legalmente lege legend leger legge leggere
leggimi lehnen lehrer lei leia leicht leichter leid leider leihen leiser leisten leistenbruch leistung
leistungsabteilung leistungsantrag leisure leite leiten leiter leitung leitura lembra lembrar lemme
lendemain lending lenses lent lenta lentamente lente lentement lentes lenti lentillas lentilles lento
lequel ler lernen les lesen less let letdown letra letrad letrada lets letter lettera letters letting
lettre lettura letzte letzten letztes leuchtet leur leurs leute leuten leva levantamento levantamentos
levantar levante levar levaram leve level levo levou ley lg lgpd lhe lhes li liability liable liado liar
liars libera liberacao liberada liberar liberarlo liberem libre libreta libretto libro licence licencie
licenciee licenciement licenziat liceo liceu licht lid lie liebe lieber liebsten lied lief lieferant
lieferung liegen liegt lien liest life lifesaver lift liga ligacao ligacoes ligado ligando ligar ligaram
ligarem ligasse ligassem ligava ligavam light lights ligne lignes ligo ligou ligue liguei liguem like likes
lille lima limit limite limpando limpar limpiar limpieza lindo line linea lineas lines linge lingua linha
link linz lio lioso liquidat liquidatore liquidazion liquidazione liquidificador lire lisa lisboa lisez
lisible list lista liste listen listening listens listing listo lit literary litigate litigation litige
litigio little liu live lived livello lives livid lividi living livraison livre livret livreur livro lixar
lixo lkw ll llama llamaba llamaban llamada llamadas llamadme llamado llamais llamame llamar llamaran
llamaria llamarian llamarme llamaron llame llameis llameme llamen llamenme llamo llaves llega llegaba
llegado llegamos llegan llegando llegar llegaron llego llegue lleno lleva llevado llevame llevamos llevar
llevarlos llevarme llevaron lleve llevo llueve lluvia lo load loads loan loans loca location lock locked
locks lode lodge lodged lodging loeschen loffel log logged logging logiciel login logins logo logopad
logoped logopeda logs lohn loi loja lokpal london londres long longer longo longtemps longue look looked
looking looks loop lopd lord loro lorry lors los losch loschen loschung lose losen losing loss losses lost
lot lots lottery louche louco loud louder loue louer love lovely loves low lowball lower loyalty loyer lua
luce lucido lucky lucros luego luft lugar luggage luglio lugner lui lujo lumiere luna lunch lundi lune
lunedi lunes lunettes lungo lust luto lutto luz lycee lyceen lying lyon ma maca macchin macchina
macchinetta mach mache machen machine machines macht machucar mad madame madchen made madel madre madrid
madrugada mae maestro mag magari magasin magenspiegelung maggio maggiorenn maggiorenne magic maglia
magnific magnifique magoar mah mahlzeit mahnbescheid mahnung mai mail mailbox mailing mails main maintenant
maio maior mairie mais maison maitrise majeur majos make makes making makler mal mala malade maladie malaga
malaise malata malattia maldit maldita male maledett maledizione maleta malfunzion malisimo maltrait
maltrat maltrata maltrato maltratt maltratta malucos mama mamae maman mamas mames mamie mamma mammografia
mammogram mammographie mamografia man manage management manager manages manana manca mancano mancante
mancanza mancare mancat mancata mancato mancava mancherei manches manchester manchmal manda mandado mandam
mandame mandan mandandole mandar mandaram mandare mandarme mandarmi mandat mandate mandatemi mandato mande
mandei mandeln mandem mandeme manden mandenme mandi mando mandou maneira manejo manera mange manger
mangiamo mangiare mangio manha mani manica maniere manila mann mannschaft mano manos manquait manquant
manque manteau manual manufacturer many manzana map mapa mappa maquina maquinas maquinita mar maravilh
maravilha maravilhoso maravill maravilla maravilloso marbles marca marcacao marcada marcapasos marcar
marcaram march marcha marchaient marche marcher marcho marco mardi mare mares mari mariage marido marie
maries marito mark market marketing marketplace marks maroc marokko marque marre married mars martedi
martes marvellous marvelous marz marzo mas masche maschine massage massagen mat mata matando matar matarme
match mate maternite maternity mates matin matinee mato matricula matrimonio matter mattina mau maus
mauvais mauvaise may maybe mayo mayor mayores mayoria me meal meals mean meaning means meant measure meat
mecanico meccanico mechanic mechaniker meckert mecontent medaglia medaille medal medalha medecin medecins
media medianoche mediateur mediation medica medical medicale medicalement medically medicalmente medicament
medicamente medicamento medicaments medication medici medicinale medicinas medicine medico medicos medida
medidas medie medien medikament medikamente medio medios medir medium medizinisch medizinische
medizinischer medo meds meer meet meeting mega megabytes megas meglio mehr mehrere meia meilleure mein
meine meinem meinen meiner meines meint meinte meinung meio meios mejor mela melde melden meldet meldung
meldungen melhor melone member membership meme memorial men mena menace mended menina menino meno menor
menores menos mensagem mensaje mensajero mensajes mensal mensch menschen menschenrechte menschlich
menschliches mensile mensonges mensual mensualites mensuel menteur menteurs mention mentioned mentira
mentiros mentirosos mentre menu menuda menudo menus mer meraviglia meraviglios meraviglioso mercado
mercantil merci mercoledi mercredi merda merde mere merke merkwurdig merveill merveilleux mes mesa mesada
mese meses mesi mesmo mess message messages messaggio messed messen messo mestiere mesurer met meta metade
mete meteo meteorologia meter method meti metier metio metro mets metta mette mettere mettermi mettetemi
mettez metti mettimi metto mettre meu meurs meus mexi mexico mezz mezzanotte mezzi mezzogiorno mi mia mich
microsoft middle midi midnight mie miedo miei mien mientras miercoles mierda miete mieten mieux might
miglior migliore mike mil mila milano milch mile mileage miles milk mill millas mille millenovecento
millenovecentottanta million millionen millions millones mim minable minaccia minacciat mince minchia mind
minderjahrig minds mine mineur mineure mineurs minha minhas minimum ministre ministro minor minore
minorenne minorenni minori minuit minus minute minuten minutes minuti minuto minutos mio mios mir mira
mirar mirarla mirarlo mire mis mise miserabel miseria misheard mislaid misma mismo miss missbrauch missed
misshandel misshandelt missing missus missverstanden mist mistake mistakes mister misunderstood misurare
mit mitad mitarbeiter mitarbeiterin mitbekommen mitnehmen mittag mittellos mitternacht mittwoch mittwochs
miudo mix mixed mixer mixeur mm moaning mobile mobiles mobilfunk mobilfunkanbieter mobilfunkbetreiber
mobili mobilita moca mochila mochte mochten moco model modem moderateur modifier modo modul modulo moeda
moedas moge moglich moglichkeit moglie moi moin moins mois moitie mojado molest molestarme molestation
moleste molesto molhado molto mom moment momento moms mon monat monate monaten monatliche monats mond
monday mondays monde mondo moneda monedas money monitoring monitorio monitors monnaie monoxide monoxido
monoxyde monsieur montag montant monte monter monteur month monthly months montre montrer montrez moon
moque moquer moquez mora morada morar moratoria more morgen morir morire morirme morning mornings moro
moron morons morrendo morrer morresse morreu morri morro mort morta morte mortel mortgage mortgages morto
mos most mostrador mostrar mostrare mot mota moteur mother motivo motivos moto motoboy motor motore
motorway mots mouais moulin mount mountain mourir mourning mouse mouvement move moved moveis movel mover
moverme movido movie movil moviles movimenti movimento movimiento movimientos moving moyens mr mri mrs mrt
much mucha muchacha muchas muchisimas mucho muchos muda mudado mudamos mudanca mudanza mudar mudaram
muddled muddy mude mudei mudemos mudo mudou mueble muero muerta muerte muerto mugged muhe muhlgasse muhsam
muito mujer mujeres mulher mull multibanco mum mums mundo munich munzen muoio muppets muratore murcia
murder murio murro musee museo museu museum music musica musichetta musik musique musiquinha musiquita muss
mussen musste must mustn mustnt mutter mutuelle mutuo muy my myself na nacao nach nachbar nachbarn nachdem
nachfragen nachlass nachlassgericht nachmittag nachmittags nachricht nachrichten nachste nachsten nachstes
nacht nachts nachweis nachzahlung naci nacido nacimiento nacional nada nadar nadie nah nahe naissance name
named namen namorad namorado nan nao napoli nappies narices nas nasci nascido nascimento nascita nascost
nascosto nase nass nato naturally naturalmente naturlich nav nave navre navree ne neanche near nearest
nearly nebenkosten nebuliser nebulizador necesari necesidad necesita necesitaba necesitaria necesito
necessaire necessari necessary necessidade necessita necessite necessito necessity nee need needed needful
needn needs nefast neffe neg nega negad negada negam negano negaram negare negaron negat negata negatif
negativa negative negato neglect negli negocio negou negozio negro nehm nehme nehmen nei neige neighbor
neighbour neighbours nein neither nel nella nem nemmeno nena nene nenhum nenhuma nenn nennen neonato nephew
nerfs neri nero nerve nervig nervioso nervos nervoso nervous nervt nessun nessuna nessuno neste net neta
neto nett nettoyer network netz netzbetreib neu neue neuen neues neuf neugeboren neugier neulich neun
neunjahriger neunte neunzehn neunzehnhundert neunzehnhundertachtzig neunzig neve never nevera nevermind
neveu new newark newborn news newsletter next nez ni nice nicht nichte nichts nicked nickel nickname nie
niece niedrig niedrigere niega niegan niemals niemand niemandem nient niente nieta nieto nieve night
nightmare nights nimes nimmt nin nina nine nineteen ninety ninguem ningun ninguna ninguno nino ninos ninth
nipote nirgends nisso niveau nivel no nobody noch noche noches nochmal nodoa noi noia noir noise noisy
noite nojo nokia nom nomas nombre nome nomina non none nonn nonna nonno nonsense noon nope nor nord
nordlich normal normally norte north northgate noruega norvege norvegia norway norwegen nos nosotros nossa
nosso nostra nostro not nota notaio notaire notar notarial notario notary notarzt notas notch note noted
notes notez notfall nothing notice noticed noticias notiert notific notificac notificacion notificaciones
notificar notification notifications notify notig notizen notizie noto notre notte notwendig notwendigkeit
noun nourrir nourriture nous nouveau nouvelle nouvelles novamente novant novanta nove novecentos
novecientos november novembre novembro noventa novia novidades noviembre novio novo novos now nowhere
nuestra nuestro nueva nuevas nueve nuevo nuit nul null nulla nulle nuls num numa number numbers numeral
numero nummer nun nunca nuotare nuova nuove nuovo nur nurse nursing nutrition nutze nutzen nutzlos nutzt
nutzung ob obere obito object objetivo obliga obliged obligo oblio obra obras obriga obrigada obrigadinho
obrigadissimo obrigado obrigou obseques obviously occhiali occhiata occuparsene occupe occupi ochenta ocho
october octobre octubre ocu oculos ocultarme ocupo odd odeio oder odeur odio odore of ofcom ofen oferecem
oferta ofertas off offen offence offensivo offentlichen offer offering offerta offerte office officer
officials officina officine offnen offnungszeit offnungszeiten offre offres offrite ofgem oficial oficina
oficinas ofrecen oft often ofwat oggi ogni ognuno oh ohio ohne oi oido oiga oigo oil oir oiseau oitenta
oito ojala ojos ok okay oktober ol ola old ole oleo olha olhar olhe oliendo olio olivia olor olvid olvida
olvidalo olvidarme olvide olvidelo olvidemos olvido oma ombro ombudsfrau ombudsman ombudsmann ombudsstelle
omelete omelett omelette omic on once oncle oncolog onde one onibus onkel onkolog online onlineshop only
ont ontem onto onze oops op opa opcao opcion open opened opening opens operacao operacion operador
operadora operadores operaio operan operano operar operarme operarmi operat operater operateur operation
operator operatore operatori operators operatr operatrice operazion operazione operer opina opinas opiniao
opinion opinione opongo oponho oportunidad oportunidade oposicao oposicion opperator oppongo oppor oppose
opposition opposizione oppure ops opt opting option options opzione or ora orale orari orario orcamento
orcamentos orden ordenador ordenadores order ordered ordering orders ordina ordinare ordinateur ordinato
ordine ordini ordnung ordonnance ordre ordures ore organise organisme organismo oriente orienter orientez
orologio orribil orribile orthodont orthodonti orthodontie orthophon ortodoncia ortodontia ortodonzia os
oscuras osez osiptel ospedale ospedali ossa ossigeno osso osta osteo ostras otario other otherwise otim
otimas otimo otra otras otro otros ottant ottanta ottantadue ottim ottimo otto ottobre ou ouais oubli
oublie oublier oubliez ouco ought oui oups our ourselves out outage outdone outfit outil outlook outono
outra outrage outrageous outras outro outside outstanding outubro ouvert ouverts ouverture ouvi ouvidoria
ouvir ouvre ouvrez ouvrir oven over overcharged overdose overdosed overdraft overdrawn overjoyed overnight
overpass overturn ovunque owe owens own owner owns oxigenio oxigeno oxygen oxygene oye ozempic paar pacco
pace pacemaker paciencia package packed paco pacote padaria padrasto padrastro padre padres padrone paella
paese paga pagada pagado pagam pagament pagamenti pagamento pagamentos pagan pagano pagar pagare pagarla
pagarles pagaron pagarvi pagate pagato pagava page paghetta pagina pagliacc pagliacci pago pagos pague
paguei pai paid paie paiement paiements pain painful painless pains paint pais paises paix paket palabra
palabras palavra palavras palestra palhac palhacada palhacos paliza palizas palle palmas palo pan panaderia
panales pancada pancakes pane panetteria panne pannolini pantalla pao papa papai papas papeis papel papeleo
papeles paper papers paperwork papi papier papiere papierrechnung papiers paquet paquete par para parabens
paradise parado parafusos paraguas paralegal parametre parar pararlo parc parce parceir parceiros parcel
parcela parcelar parcelas parcheggiato parco pardon parece pareil pareja parem parent parental parentale
parents parfait parigi paris pariu park parked parkhaus parking parks parkte parla parlais parlait parlando
parlarci parlare parlarne parlato parlavo parle parler parlerei parlez parli parlo parmi paro parola parole
parque parrucchier pars part partager parte partenaires parti participacao participar participo partid
partido partie parties partilhar partilhem partir partita partiu partly partner partnerin partners parto
partout parts party parv pas pasa pasada pasado pasame pasando pasaporte pasar pasarle pasarme pasaron
pasas pase paseis paseme pasemos pasen pasenme pases paso pass passa passada passado passagem passaggio
passam passami passando passaporte passaporto passar passaram passare passarmi passaro passasse passatemi
passato passau passcode passe passed passem passeport passer passez passi passiamo passiert passiez passing
passo passons passou passport passt password passwords passwort past pasta pasti pastiglie pastillas pastis
patch patchy patel patetic pathetic pathetique patience patient patientenakte patrao patrigno patron
pattern pau paume paura pausar pause pausieren pawned pay payant payas payasos payday paye payee payer
payez paying payment payments payout paypal pays payslip pazienza pazzesc peace peanuts peca pecam pecho
peco pedal pedale pede pedem pedi pedido pedidos pedindo pedir pediram pedirlo pediu pedreiro peer peeson
pega pegar peggior pegou peguei peindre peine peinlich peito peixe pela pelas pelicula peligro pelo pelos
peluquer pen pena pendant pendente pendiente pending pendre penha penhoraram penible penniless penny pensa
pensaba pensada pensado pensais pensait pensando pensao pensar pensare pensasse pensava pensavo pense
pensei penser pensez pension pensionat pensione pensioner pensioners pensions penso penuria people peor
pequena pequenas pequeno pequenos per perai perceba perceber percebeu percebi percebo percent perceuse
perche perco perda perdao perde perdemos perdendo perder perderam perdere perderem perdi perdid perdida
perdido perdiendo perdieron perdimos perdita perdo perdoe perdon perdone perdre perds perdu perdue perduto
pere perfect perfectly perfecto perfeit perfeito perfekt perfett perfetto perfil perfusion pergunta
perguntar perguntava perguntei perguntou perhaps pericolo perigo peritacion peritagem peritaje perito
perizia permanencia permanente permesso permettermi permettete permiso permissao permission permit
permitirme pero perou perplexed perro perros persa persegue perseguita persigue persn perso person persona
personal personalabteilung personale personales personali personas persone personen personenbezogen
personenbezogene personenbezogenen personlich personlichen personne personnelles personnes persons perte
perto peru pesad pesar pesce pescoco pesetas pesim pesos pessim pessimo pessoa pessoais pessoal pessoas pet
peticao peticion petit petite petits petrol pets petto peu peur peut peux pfannkuchen pferd pflanze
pharmacie pharmacien pharmacist pharmacy phd phishing phone phoned phones phoning photo photos physical
physio physique piace piacere piacerebbe piada piangere pianificare piano pianta piante picchia picchiat
picchiava piccola piccoli piccolo pick picking pickpocket picture pictures pidale pide piden pidiendo pidio
pido piece piedi piene pieni pieno pienso pierden pierdo pifou pige pignorato pila pilar pilas pile piles
pilha pilhas pill pillado pille pillen pillent pillole pills pin pinche pinga pinging pintar pior piove
pipe pipes pirat pirate pirater pire pis pisa piso piss pitch pittance piu piuttosto pix pizza place placed
plafond plage plain plaindre plainly plainte plaintes plait plan plane planear planen plano planos plans
plant planta plantas plante plantes plants plastic plat plata platano plateforme platform platicar platzt
play playa playing playlist plays plaza plazo plazos please pleased plein pleite pleito pleurer pleut
plombier plotzlich pls plug plumber plus plusieurs plutot pneu po poca poche pocket poco podcast pode
podeis podem podemos poder poderia podes podia podiam podian podido podre podria podriamos podrian podrias
poe poi point points pois poisson poitrine pole police policia policier policies policy policyholder polish
polite politica politicians politico politique poliza polizei polizia polizisten polizistin polizza
pomeriggio pomme pon pondra pondran pondre pone poneme ponen poner ponerme ponga pongame pongan ponganme
pongas pongo ponha ponho ponme pont ponte ponto pontos poor pop population poquisimo por porca porcaria
porch porem porque porqueria porra porre port porta portabilidad portabilidade portabilita portabilitat
portabilite portability portable portafoglio portail portal portale portami portanto portare portatil
portatile porte ported portefeuille porter porti porto portugal portugues porventura pose posible posing
possa possiamo possibile possibilidade possibilita possibilite possible possivel posso post posta postage
postal postcode posted posten poster postleitzahl posto potete potevano potevate potrebbe potrei poubelle
pouca pouco pound pounds poupanca poupar pour pouring pourquoi pourrais pourrait pourrez pourri pourriez
poursui poursuis poursuit poursuites poursuivre pousse pouvez power poxa pra practising praia praktisch
pramie pratica pratiche pratico pratique prazo pre prealable preapprov preapproval preapprove preapproved
preaprob preaprobado preauth preauthorisation preauthorization preautoris preautoriz preautorizacion
preautorizz preautorizzazione precert precertification precio precisa precisamente precisava precisely
precisi preciso precisos preco predio predios preencher prefer prefere prefererais preferez preferia
preferirei preferiria preferisce preferisco prefiere prefiero prefiro prego pregunta preguntaba preguntado
preguntar preguntarme pregunte pregunto preis prelevando prelevat preleve prelevement prelevements preliev
prelievi prelievo premi premier premiere premio premium premuto prend prenda prende prendendo prendere
prendermi prendetevela prendo prendono prendre prends prenez prenne prennent prenotare prenotato
prenotazione preoccupata preocupada preocupen prepara preparadas preparando preparato prepare preparing
pres presa prescribed prescription presencia present presentado presentar presentare presentato presente
presento president presidente presion preso presque press pressa presse pressed pressez pressure prestacao
prestacoes prestado prestamo prestiti prestito presto presupuesto presupuestos pret prete pretended
pretendez pretending pretendo preto prets pretty prevenez prevenir preventiva preventivi preventivo prevenu
previa previously previsto prevoir prevu prezzo price priced prices pricey prie priest prim prima primavera
primeira primeiro primer primera primero primo print printemps printer printers prior priority pris prisa
prise privacidad privacidade privacy private privatinsolvenz privee prix pro probabilmente probablement
probably probar probate problem problema probleme problems proceda procede procedere procedero procedimento
procedimiento procedura procedure proceedings proces proceso process processa processar processed
processing processo prochain prochaine prochaines procon procura procuracao procurador procurar procuration
produce product production profeco profesor professeur profession professional professionnalisme
professionnel professor profil profile profiling profilo profis profissao profits program programa programm
programma progress projet promesso prometeram prometeu prometido prometieron prometio promis promise
promised promotion prompts pronta pronte pronto prontuario proof proper properly propia propio propos
propose proposez proposta propre propria proprietaire proprio prosecute prossima prossimi prossimo prosthes
protecao proteccion protect protection protective protese protesi protesis protetiva protezione prothese
proud provare provavelmente prove provedor provider proxima proximos proyecto prozent prozess prud prueba
prufen prufung psichiatr psicolog psiquiatr psychiat psychiatr psycholog psychotherapie pu pubblicazione
pubblici pubblicita public publicar publication publicidad publicidade publicite publico puce puder pueblo
pueda puedan puede pueden puedes puedo puente puerta pues puesto puis puisque puisse pular pulire pulito
pull pulled pullover pulsadern pulsar pulse pulsos pump punch punched punetera punkte punktlich punteggio
punti punto puntos puntuale puo puoi puppy purchase purchases pure puree purge purpose purse purtroppo push
pushed put puta putain puto puts putting putzen puxa puzza puzzled pyjamas qqn qr qu quadril quadro quais
qual qualche qualcheduno qualcosa qualcun qualcuno quale quali qualifications qualify quality qualmt
qualora quand quando quantas quante quanti quantia quanto quantos quarant quaranta quarantaquattro quarante
quarenta quarta quarter quarto quase quasi quatorze quatre quatrieme quatro quattordici quattro que quebrad
quebrar quebro queda quedado quedamos quedan quedaron quede quedo queimado queixa queixar queja quejar
quejarme quejarse quel quell quella quelle quelles quello quelqu quelque quelques quelquun quels quem
quemado quer querel querella querem queremos querendo querer queria quero querria quest questa queste
questi question questions questo queue qui quick quicker quickly quid quien quienes quiere quieren quiero
quiet quieter quimio quince quindi quindici quinientos quinta quinze quis quise quisesse quisiera quit
quita quitado quitan quitando quitar quitarla quitarlo quitarme quitaron quite quito quitte quittee quitter
quittes quittung quiza quizas quoi quote quoted quotes ra rabatt raccolto raccontami raccontato racconto
raccroche raconte raconter racontez radiation radio radiografia radiographie radioterapia radiotherapie
radiotherapy ragazza ragazzi ragazzino ragazzo raggir raggiungere raggiungerla raggiungerlo rail rails
railway rain raining raios raise raised raison rale rame ramo ran rand rang rangehen rapaz rapid rapida
rapide rapidement rapidez rapidisimo rapidite rapido rapidos rapina rappel rappele rappeler rappelez
rappelle rappellerait rapport rappresentante rar ras raspei rassure rassuree raste rata rate rateizz
rateizzare raten ratenzahlung rather rato rauch rauf raumen raumt raumung raus rauscht ravie ray raye razon
razones rdv re reach reached read readable reader reading reads ready reais real realidad really realmente
rear reason reassuring reavali rebelote rebent rebentou rebonjour rebook recarga recargar recarregar
recebem recebendo receber receberam recebi recebido recebo rececao rececionista receipt receipts receita
receive received receiving recem recemment recension recent recentemente recently recepcao recepcion
recepcionista reception receptionist receptionniste receta recette recevoir recevrez recharge recharger
rechaz rechazada rechazado rechazan rechazaron rechazo rechner rechnung rechnungen rechnungsabteilung
rechnungsstelle recht rechte rechtlich rechtliche rechtsanwalt rechtsbeistand rechtsschutz
rechtsschutzversicherung rechtsstreit rechtsweg reciben recibido recibir recibira recibiran recibo recibos
recien recife recipe recipient reckon reckons reclam reclama reclamacao reclamacion reclamaciones
reclamacoes reclamar reclamarme reclamation reclamations reclame reclamei reclamer reclami reclamo recoger
recogerlo recognise recognize recois recomenda recomendo recomendou recomiendame recommande recommend
recommended recompensas reconhec reconheco reconnais reconoc reconozco reconsider reconsideren recontact
recontacte recontacter record recorded recording recordings records recorrer recours recouvrement recovery
rectif rectific rectificacion rectification rectify recu recuerdame recuerdo recuperer recupero recurr
recurrir recurso recursos recus recusa recusado recusaram recusou red reddito rede redeem redemption reden
redes redet redire redirecion redirect redirected redirig rediriger redirigez redites redo reducido reduit
redundan redundant reeducation reel reelle reembolso reenviar reessayez reexamin reexpliquer ref refeicoes
refer refere reference referencia referente referia referral refiere refiero refill reflect reflection
refleja reforma reformad reformado reformul reformular reformularlo reformuler refuge refund refunded
refunds refus refusal refuse refused refusee refuses refusez refusing regal regalo regar regard regarde
regarder regarding regel regeln regen regierung region registar register registos registrar registration
registrato registrazione registrazioni registrei registros regla reglage regle regler reglez regola
regolamento regra regret regretterait regulador reguladora regulated regulates regulateur regulator
reguliert regulierung regulierungsbehorde reha rehab rehabilitacion reiche reichen reicht reifen reihe
reimburs reimbursement rein reindirizz reingefallen reingelegt reinigungs reinitialiser reis reise
reiseburo reisen reject rejected rejecting rejection rejeit rejet rejete rejoindre reklamation reklamier
relacion relais relation relations relationship release releve releves relief relieved rellenar relocating
relogio reloj relying remarcar remarche rembourse remboursee remboursement rembourser remboursez remedio
remedios remember remembering remercie remet remind reminder reminders remise remocao remote remoto remova
remove removed remover removido rename rend renda rendait rendere rendez rendimentos rendre rendu renew
renewal renewals renewed renewing renews renouvele renouveler renovar rent rental rente rented rentner
rentre renvoyer reopen reorder rep repair repaired repairs reparacao reparacion reparation reparations
reparatur repare reparer reparez reparieren repariert reparti repartidor reparto repas repayments repeat
repeating repente repete repeter repetez repetir repetirlo rephrase repita repitalo repite repitelo repito
replace replacement replied reply repond reponde repondent repondeur repondre repondu reponse report
reportar reported reporter reporting reprasentative reprendre representant representante representative
representitive repression reprezentative reps request requested requesting require reschedule rescindir
reseau reseaux resend reserva reservado reservar reservas reservation reserve reserver reserviert
reservierung reset resets resguardo resiliation resilie resilier resolvam resolve resolved resolvem
resolver resolvera resolveram resolveu resolvido resonancia resources respect respecto respeito respekt
respeto respinger respingete respint respinto respira respirar respirare respirator respire respirer
respiro responde responder responsab responsabil responsabile responsabilidad responsabilidade
responsabilita responsabilite responsable responsavel response responsible resposta respuesta ressonancia
ressources rest resta restam restano restare restart restarting restaurant restaurante restaurants reste
rester restituire resto restos restraining restrittivo resuelto resulta resultado retained retard retencion
retention retentions rethink retific retificacao retirada retiradas retirar retire retired retirer retiro
retombe retorn retornar retorne retornem retorno retornou retour retrait retraite retraits retras retrasada
retrouve retten rettific rettifica return returned returning returns retuvo reuniao reunion reveille
reveiller revejam revendre revenir reventad reventado revenu revenue revenus reverra reverse reversed
reverted review reviewed reviewer reviewing reviews revis revisa revise revisen revision revoc revocare
revoco revog revogo revoir revoke revoltant revoltante revolting revoque revoquer revoyez rewards rezept
rgpd riabilitazione riattaccato ricarica ricaricare rice ricetta ricevere riceverete ricevuta ricevuto
richiam richiama richiamare richiamarmi richiamata richiamate richiamatemi richiamato richiami richiamiate
richiamo richiesta richiesto richter richtig richtigen richtiger riconosciuto riconosco riconsider
ricontatt ricontatta ricontattare ricordami ricordare ricorso ricovero rid riddle ride ridere ridicol
ridicola ridicolo ridicul ridicula ridicule ridiculo ridiculous ridire riecht rien rientrano riesamin
riesce riesco riferito riferivo rifiut rifiutato rifiuto riformul riformulare rifugio rigettat right
rightly rights rigido riguardano rimandare rimasta rimasti rimborsat rimborsato rimborsi rimborso rimuov
ring ringing ringrazio rings ringtone rinnovare rio rip riparare ripararlo riparazione ripeta ripetere
ripeti ripeto riposi ripped riprov rir rire risa risarciment risarcimento riscaldamento rising risk riso
risolto risolvete risonanza risorse risparmi risparmiare risparmio risponda risponde rispondere
risponditore rispondono risposta ristorante risulta ritard ritardo ritirare ritirarlo ritiro ritorno
ritrovato ritzen riunione riusciamo riuscito riveder rivedere rivedetelo river riviere rivolger rivolgero
rivolgo riz road roaming roba robad robado robando robaron robbed robbers robbery robe robo robos robot
roboter robots rock rodas rodilla rohr rohrbruch roja rollstuhl roma romance rompere romperia rompeva
rompio rond rontgen roof roofer room roommate rope rossa rossi rosso rot rota roteador rotelle roto rott
rotta rottamazione rotten rotto roubad roubaram roubo roubou roue rouge roulant round route router routeur
routing rovinat rovinato row rozado rsa rtr rua rubando rubat rubato rubbish ruckenschmerzen ruckerstattung
ruckflug ruckruf ruckstand rude rue rueda ruedas ruf rufe rufen ruft ruhe ruhig ruim ruine ruined ruining
ruiz rule rules rumore run rund runden rung running runs runter ruota rupees rush russo ruta sa sabado
sabados sabato sabe sabem saben saber saberem sabes sabra sac sacado sacando sacaram sacarlo sacaron
sachbearbeiter sachbearbeiterin sachbearbeitung sache sachen sachent sachverstandig saco sacre safe safety
saftladen sagen sagging sagt sagte sagten sahen sai said saida saign saigne saindo sair sais saisi saisir
saisis sait saiu sake sal salades salaire salario salary saldo sale salen sales sali salia salida salido
saliendo salir salle saloper saltar saltare saltarme saltata salto salut salute salvare salvata salvataggio
salve salz same samedi sammelklage samstag samstags samsung san sang sangr sangrando sangrar sangu sangue
sanitari sanitaria sanitario sanno sano sans sante sao sapatos sapere sapessi sapete sappia sappiano saque
saques sar sarah sarebbe sarei saro sat satisfait satisfaite satisfech satisfecho satisfeit satisfeita
satisfeito satisfied satt saturday sau sauber saude sauer sauerei sauerstoff sauhaufen sauter sav save
saved saver savez savings savoir saw say saying says sbagli sbaglia sbagliat sbagliata sbagliato sbloccare
scade scadenza scaduta scale scam scambiato scammed scams scan scandal scandaleu scandaleux scandalo
scandalos scandaloso scanned scanner scappat scappata scared scaricare scarpe scatole scattered scegliere
scem scemi scende scese schade schaden schadenabteilung schadenfall schadenregulierung schadens
schadensabteilung schadensfall schadensmeldung schaff schaffe schaffen schalte schalten schalter scham
schatz schaue schauen scheckheft scheda schedule scheidung scheint scheiss scheisse scheissverein scheme
schermo scherzando schichtdienst schicken schickt schiena schiesst schifo schifos schiri schlafen schlagt
schlange schlecht schlechteste schlichter schlichtung schlichtungsstelle schliess schliessen schliesslich
schliesst schlimmste schluss schlussel schmerzen schmidt schmuck schnauze schnee schnell schneller
schnellstens schnellstmoglich schock schon schone schonen schones school schrank schrauben schrecklich
schrecklichen schreibe schreiben schriftlich schritt schritte schrittmacher schuhe schuld schulde schulden
schuldig schule schuler schulerin schulter schuttet schutz schwager schwanger schwarze schweinerei
schwester schwiegermutter schwiegervater schwierig schwierigkeit schwimmen science scientists scienza
scienziati scintill scippat scocciat scocciato scomod scomodo scompars scomparso sconosciut sconosciuto
scontent sconto scoperto scopo scoppiato score scorsa scorso scrap scrapyard scratched screen screw screwed
screws script scritto scrive scrivere scrivete scrivo scrub scum scuola scusa scusate scusi se sea seances
search seat seattle sec seccant seccante seccat seccion sechs sechste sechsten sechzehn sechzig second
seconda secondary seconde secondo seconds secret secreto section secu secundaria secure securite security
sede sedia sedici sedute seduto see seeing seem seems seen seething segnal segnalare segnalato segnalazione
segnale segnalero segnalo segreteria segreto segua segue seguimiento seguinte seguir seguire segun segunda
segundo seguo segura seguradora seguranca seguridad seguro seguros seh sehe sehen sehr sei seid seien sein
seine seinem seinen seiner seis seit seite seize seizure seja sejam sejour sekunde sel selber selbst
selbstbehalt selbstbeteiligung selbstmord selbstverletz self sell seller selling selon seltsam sem semaforo
semaine semaines semana semanas semble sembra semplice semplicemente sempre senacon senal senao sencillo
send sender sending sendung senha senhor senhora senhorio senior senno senor senora senorita sens
sensacional sensationell sense sensible sensitive senso sent senta sentado sente sentence sentido sentir
sentire sentirebbe sentirete sentiria sentirlo sentirmi sentito sento senza sepa sepan separ separad
separados separamos separat separated separating separation separe sepolta sepolto seppellita seppellito
sept september septembre septiembre sepultado ser sera serai seraient serais serait serata seri seria serie
serieux serio serios seriously sernac sert serve served serveur service serviced servicekraft services
servicezeiten servicio servico servido serving servirebbe servito serviva servizio servono servus ses
sesenta sesion sesiones sessanta sessenta sessions sessoes sesta set sete setembro setenta setima setor
settantacinque settantasette sette settembre settimana settimane settings settle settled settlement setze
setzen setzt seu seul seule seulement seus seven seventeen seventh seventy several sevilla sexta sfamare
sfratt sfrattano sgorga shaking shall shambles shame shameful shan shape share shares sharing sharply she
shed sheer shelter shes shift ship shipped shipping shirts shit shock shocker shocking shoe shoes shoot
shop shopped shopping short shot should shoulder shouldn shouldnt shout show showed shower showers showing
shown shows shut shy si sia siamo sic sich sicher sicherungskasten sick sicura sicuro side sido sie sieben
siebenundsiebzig siebte siebzehn siege sieht siempre siento siete siga sigan siglo sign signal signalconso
signale signalement signaler signalerai signe signed signer significa significado signing signor signora
sigo sigue siguen siguiente silence silla sillabare silly silva sim simpatic simpatica simpatico simple
simples simplesmente simply sin sinal since sincera sinceramente sincero sind sindical sing singen single
siniestro siniestros sinistre sinistres sinistri sinistro sinistros sinn sino sinon sinto sinverguenza
sinverguenzas sir siri sirve sistema sistemate sistematelo sistemato sister sit site sitio sito sitting
situacao situacion situation sitz sitzen sitzplatz sitzungen six sixieme sixteen sixth sixty size skandal
skimmed skint skip skipped slapped sleep slept slice slick slipped slippers slipping slit slot slow slower
slowly small smaller smart smashed smashing smell smells smettere smettete smettetela smist smith smoke
smoking smooth sms smythe snapped snatched snores snow snowing snuck so soaked sob sobe sobra sobre sobrin
sobrinh sobrino sociais social sociales sociaux sociedad sociedade societa societe socios socket sockets
sodding soddisfatt soddisfatta soddisfattissima soddisfatto soeur sofa soffitto soffrire sofort sofrer
sofro softly software sogr sogra sogro sohn soi soient soins soir soiree sois soit soixante sol sola
solchen sold solde soldi soletrar solicitador solicite solicitei solicito solicitor solicitors solicitud
solito soll sollecito sollen sollte solo solteira solucion solucionado solucionan solucionenlo solve som
some somebody someday somehow someone someones something sometime sometimes somewhere somma somme sommer
sommes somos son sondern song sonne sonno sonntag sono sonst sont sony soon sooner soporte sopra sordo
sorella sorpresa sorry sors sort sorte sorted sortie sorting sortir sorveglia sospecho sospechos
sospechosos sospendere sospeso sospett sostenere sostenete sostiene sotto sottostim sottovalut
sottovalutato sou souffrir souhaite souhaitez soul soulagement sound sounded sounds sous souscrit south soy
soyez soziale sozinha sozinho spaccia spacciandosi spacciat spacciato space spagna spain spalla spanien
spanish spare sparen sparire sparisco sparita spariti sparito sparking sparkonto sparks spass spat spater
spazzatura speak speaker speaking speaks special specialist specie species spedizione speech speed speek
spegnere speichern spek spell spelled spelling spend spendendo spendere spending spent sperren sperrt spesa
spese speso spesso spiacente spiaggia spiegare spiegarlo spiegato spiegazioni spieghi spiego spiel spiele
spielen spielstand spielt spinal spine spinge spinning spinnt spinta spital spitze spitzenservice splendid
splendide splendido split spoil spoke spoken spoofed sporgere sport sportellista sportello sports sposat
sposati spostare spostata spot spotless spotted sprach sprachassistent sprachcomputer sprache spraying
spread sprech spreche sprechen spricht spring springe springen spritze spritzt spulmaschine squad squadra
square sta staccano staccat staccate stadt staff stai stair stairs stalk stalker stalking stalks stalkt
stamattina stampante stampare stanca stancant stancarmi stanco stand standard standardiste standards
standig standing stanno stanotte star starb stare starebbe starebbero starei stark starke stars start
started starten starting starving stasera stata state statement statements states stati station stationary
stato statt stattdessen status stau stay steak stealing steam steckdose stecke stecken steep steh stehe
stehen steht steige stell stellar stelle stellen stemmen stent step stepfather steps stepson sterbe
sterbefall sterbegeldversicherung sterben sterbeurkunde stessa steuerberater steuern stia stick stiefvater
still stima stimme stimmt stimmts stinksauer stinkt stipendio stirbt sto stock stoerung stole stolen stood
stop stopped stopping stops store storen storia storm stornieren storniert storung story stove strada
straight strain stran strand stranded strange stranger strangl strangle strangled strangol strasse
strassennamen streaming strecke street streichen stressee stretch strick strippe stroke strom stromausfall
stroms strong stronz struggling stuck student studied studier studiere studiert studio study studying stuf
stufato stuff stufo stuhl stumper stunde stunden stundenlang stundung stupend stupendo stupid stupide
stupidly sturzt su sua suas suba subavali subavaliaram suben subida subir subitement subito subject submit
submitting subscribed subscricao subscription subsidio subvalor succession successione successo such suche
suchen sucre sucursal suddenly sue sued suegr suegra suegro sueldo suena suenan suenas sueno suerte
suffering suffisant suffit suficiente sufrir sugar suggest suicid suicidar suicidarme suicide suicider
suicidio suing suis suisse suit suitcase suite suits suivez suivi suivre suiza suizid sujeito sujet sul
sulla sumbody sumir sumiu summe summer summons sumone sun sunday sundays sunny suo suocera suoi super
superan superano superb superieur superintendencia superior superiore superiori superiors supermarche
supermarket supermarkt supermercado supermercato superviser supervises superviseur superviseure supervisor
supervisora supervisore supiera suplant suplantado supondo supone supongo suponiendo suportar suporte
supplementaires supplier support supported suppose supposed supposing supposons suppression supprim
supprimer supprimez supprimiez supresion suprim supriman supuestamente supuesto sur sure surendett
surendettee surendettes surface surgeon surgery surname surpassed surpresa surprise surra surtout surveille
survey surveyor sus suscribio suscripcion susep suspect suspeit suspender suspendre suspicious sussidio
sustraid suyo sveglia svegliami svegliarmi svenut svenuta svenuto sviluppo svp svuotando svuotat svuotato
swallow swallowed swap swapped swear swindle swing switch switchboard switched switching sympa sync system
systeme systems ta table tableau tablet tableta tablets tablette tabletten tac tafel tag tagen taglia
tagliarmi tagliata tail taille tak take taken takes taking tal taladro talk talked talking tall talla
taller talleres talvez talvolta tamanho tambem tambien tampa tampoco tamponato tan tanatorio tangled tank
tankstelle tans tant tanta tantas tante tanti tanto tanzen tao tap tapa tape tapped tard tarda tardaba
tardaria tarde tarden tardes tardi target tarif tarifa tarifas tarife tariff tariffa tariffe tarifs tarjeta
tarjetas tasacion tasado tasador taschendieb taschengeld taschengeldkonto tasse tasso tastatur tastiera
tasto tausend tausendmal taux tavolo tax taxa taxas taxes taxi tchau te tea teach teacher team teamleit
teamleiter teamleiterin teamviewer tear tech technical technician technicien technicienne technik techniker
technique techo teclado tecnica tecnici tecnico tecnologia tedesco tedious teenage teenager teenagers teeth
teilen teilschuld tejado tela tele telecamera telecharger telecomando telecommande telecoms teleconseill
telefon telefonar telefonare telefonassem telefonata telefonate telefonatemi telefone telefonear telefonee
telefonem telefones telefoni telefonia telefonico telefonieren telefonisch telefonista telefono
telefonroboter telefonzentrale telemoveis telemovel teleoperador telephone telephoner telephones
telephonique televisao television televisore telhado tell tellement teller telling tells telly tem tema
temos tempao temperatur temperatura temperature tempo temps ten tenda tendran tendrian tenemos tener tenete
tenga tengo tenha tenham tenho tenia tenido tent tentar tente tenth tenu ter terao terapeuta terapia
terapias terapie terca terceira terceiros tercera tercero terceros termin termina terminamos terminar
terminate termine termo terms terre terreno terribil terribile terrible terrific terrified terrivel terza
terzi tesoro tessera test testa testament testamento tete tetera tether teto tetto teu teuer teufel texas
text texted texting texts than thank thanks thankyou that thats the theft their them thema themself
themselves then theoretisch therapeut therapeute therapie therapist therapy there therme thermostat these
they theyre thick thief thieves thin thing things think thinking thinks third thirteen thirties thirty this
those though thought thoughtful thoughts thousand threatened threatening threatens three threw thrilled
throat through throw throwing thrown throws thursday ti tia tick ticked ticket tickets tidy tiempo tienda
tiene tienen tient tier tierarztkosten tierra tiers tight till timado timador timaron timbre time timer
times timido tinha tinham tinkle tiny tio tipo tipp tippfehler tips tirad tirado tirados tirando tirar
tiraram tirarme tire tired tirei tires tiresome tiring tisch titulaire titular titularidade tive tizio tlak
to toaster toca tocado tocan toccato tochter tod toda todas todavia today todesfall todesfalls
todlangweilig todmude todo todos todsicher together togliere toglierlo togliermi togliete toi toile toit
toiture told tolgo toll tolle toller tolta tolto tom tomada tomadura tomais tomando tomar tomarme tombee
tomber tomense tomese tomo tomografia tomorrow tonalidade tondo tone tonight tonne tonsil tonsille tont too
took top topped topping toque toquei torch tordu torino tornare tornata tornato torres tort tortilla torto
torts tosta tostao tot total totale totaled totalement totalled totally totalmente totalschaden tote toter
totgelacht totlachen touch touched toucheront touching toujours tour tourne tous tout toute toutes toward
towels tower town tpa tra trabaja trabajan trabajando trabajar trabajo trabalha trabalhar trabalho
trabalhos track tracking tracks trade trading traducir traduire tradurre traduzir traeme traffic traffico
trafico traga traigo train traine training traitant traite traitement traiter traitez trajet tramitador
tramitar tramite trampa tranca trancados trancou tranquil tranquill tranquilla tranquillement tranquilles
tranquilo tranquilos transac transaccion transaction transactions transaktion transazion transfer transfere
transferencia transferencias transferer transferez transferi transferido transferiez transferir transferred
transferring transfers transfier transfiera transfierame transfir transfira transit transito translate
transmettre transplant transport transporte trapano trapped tras trascino trasfer trasferiamo trasferire
trasferisca trasferisse trasferite trasferito trash trasloc traslocando traslocato trasloco trasporti trat
trata tratado tratam tratamento tratamiento tratan tratar tratarlo tratasse trate traten trato tratos
tratta trattamento trattate trattato trattiate trauer trauerfall trava travad travail travaillais travaille
travailler travel travelling traves travou trazer tre treat treated treating treatment trece trecento
tredici tree treinta treize trem trempe tren trennung treno trent trenta trentacinque trentadue trente tres
trescientos treze trezentos trial tribunais tribunal tribunale tribunales tribunaux trick tricked tried
trinken trinta trip trivia trocar trocaram troco trocou trois troisieme trompe trompes trompez trop tropft
troppo trottel trouble trouve trouver trouvez trovare trovato trovo truck true truff truffa truffata
truffato truffatori truly trust trustpilot truth try trying tschuss tu tua tube tuberia tubo tudo tue tuent
tuer tuesday tumble tumeur tumor tumore tumour tun tunnel tur turn turned turns turquia turquie tut tutela
tutte tutti tutto tuve tuvo tuyau tv twelfth twelve twenties twentieth twenty twice twitter two type typed
typing typo uau uber uberall uberfallen uberflut uberfordert ubergeb ubergelaufen uberhaupt uberlegen
uberlegt ubernehmen ubernommen uberpruf uberraschung uberschuldet uberschwemm ubersetzen ubersichtlicher
uberspringen ubertragen uberwacht uberweisen uberweisung uberweisungen uberwiesen ubrig uccello uccide
uccidendo uccidermi ufc ufficio uh uhr uhrzeit ultima ultimo ultimos ultraschall ultrasound um uma uman
umane umani umano umas umbringe umbringen umbuchen umformulier umgefallen umgehend umgekehrt umgezogen
umsatz umstandlich umtauschen umzubringen umzug un una unable unacceptable unalive unas unauthorised
unauthorized unbefugt unbekannt unbekannte unbelievable unberechtigt unblock uncle unclear unconscious und
under underage underpaid understand understanding understands understood undervalue undervalued underwriter
underwriting undici undo une unemployed unfahig unfair unfall unfamiliar unfassbar unfortunately ungefahr
ungerecht unglaublich ungut unhappy unhelpful uni unica unico unidos union unis unit universal universe
universidad universidade universita universitaria universitat universite university unjust unklar unknown
unless unlimited unmoglich uno unos uns unser unsere unseren unsicher unsubscribe unsure untangle unter
unterbewert untere unterhalten unterirdisch unterlage unterlagen unterlassung unternehmens unterschied
unterschreiben unterschrieben unterwegs until unusual unverschamt unverschamtheit unverzuglich unworthy
unwurdig unzufrieden uomo up update updated upgrade upload ups upset upstairs urgence urgences urgencia
urgent urgente urgenza urkunde urlaub us usa usado usage usando usar usare usata usati usato uscendo uscire
uscita use used useful usei useless usem usen user usiate usine using uso usou usted ustedes usual usually
usura usure usurp usurpe util utile utili utilisation utilise utilisee utiliser utilities utility
utilization utter uy va vabbe vacaciones vacances vacanza vacanze vacation vaccin vaccine vaccino vacia
vaciad vaciado vaciando vaciaron vacina vacio vacuna vacuum vado vaffanculo vaga vague vai vais vaisselle
vale valen valeu valeur valia valid valider valigia valise valor valoracion valorado valoran valore
valuation value valued valuta valutat valutazione vamos van vanished vanishing vao varanda vari varias
varios vase vater vaut vaya vayanse vazamento vazia vazio ve vea vecchia vecchio veces vecina vecino vedere
vederlo vediamo vedo vedov vedova vedovo vega veines veinte veinticinco veintiuno veio veja vejo velamos
velatorio velho velo veloce veloci velocidad velocidade velocissimi velocissimo velocita velorio vem vemo
vemos venait venas vence venda vendam vendan vendas vendedor vender venderam vendere vendeur vendi vendiate
vendieron vendiez vending vendita vendite venditore vendra vendre vendredi vendria vendrian vendu venduto
vene venerdi venga vengano vengo venha venham venian venido venir venire venmo vent ventana ventas vente
ventes venti venticinque ventilator venu venuta venuto veo ver vera veramente veranlasst verantwortlich
verantwortung verao verappeln verarbeiten verarbeitung verargert verarsch verarschen verbiete verbind
verbinden verbindung verbraucherschutz verbraucherschutzer verbraucherzentrale verbunden verdachtig verdad
verdade verdammt verde verein veremos verfahren verflucht verfolgt verfugung verga vergesse vergessen
vergessenwerden vergiss vergleichen vergogn vergogna vergognatevi vergognoso vergonh vergonha vergonhoso
vergonz vergonzoso verguenza verheiratet verhort verifica verificacao verificacion verificar verificare
verification verifie verifier verify verifying verita verkaufen verkaufer verkauft verkehr verklag verklage
verklagen verklagt verlange verlangern verlangt verlassen verletz verlier verlieren verlo verloren
verlorenen vermelha vermelho vermieter vermissen vermittlung vernichten vero verpatzte verprugelt verra
verreise vers versagen versager versand versare versato versauten verschieben verschieden verschleiss
verschwenden verschwinden verschwindet verschwunden versetzt versichert versichertennummer versicherung
versicherungs versicherungsmakler version verso verspat verspatet versprochen verstanden versteck versteh
verstehe verstehen verstorben verstorbene verstorbener versuchen vert vertrag vertrage vertrags
vertragsabteilung vertragsnummer vertreter vertrieb verweiger verwenden verwirr verwirrt very verzeih
verzeihung verzweifel vesicula vesicule veste vestido vestito vet veterinario veto vetuste veuf veuillez
veulent veut veuve veux vez vezes vi via viagem viagens viaggi viaggiare viaggio viajar viaje viajes viajo
vicin vicino victime vida vide vident video vider videro vie viejo viel viele vielen vielleicht viene
vienne viens vient vier viermal viernes vieron vierte vierten vierundvierzig vierzehn vierzehnjahrige
vierzehnte vierzig vieux vigarice vigarista vigaristas vigia vigila vigilanza ville vim vincere vingt
vingts vinham vino vinte vinto vio violat violenc violence violences violencia violent violento violenza
violon vir vira viram vire viree virement virements virer viro virtual virtuel virtuell virus visa visado
visit visita visitar visitare visited visiter visiteur visiting visitor visits visse vista visto vistoria
visum vit vita vite vitima viu viuda viudo viuva viuvo viva vivait vivant vivante vive viver vivere viveva
vivia viviendo vivir vivo vivre vizinh vizinho voar vocal vocale voce voces vogel voglia vogliamo voglio
vogliono voi voice voicemail voices voie voila voir vois voisin voisine voiture voix vol volante volare
vole volee volentieri volessi volete voleur voleurs volevo voll vollidiot vollig volljahrig vollmacht volo
volontiers volta voltage voltar volte voltou volume volumen volunteer volver volvio vom von vontade voo vor
vorab vorabgenehmig vorabgenehmigung vorabzustimmung vorbei vorbeikommen vorbereitet vorgemerkt vorgesetzt
vorgesetzte vorgesetzten vorgesetzter vorgestern vorher vorherige vorhin vorigen vormerkung vormittag vorn
vorne vorrebbe vorrei vors vos vosotros vossa vosso vossos vostra vostri vostro votre vou voucher voudrais
voudrait voulais voulez vouliez vous vowel voy voyage voyager voyant voyons voz vrai vraie vraiment vu
vuelo vuelta vuelto vuelva vuelvan vuelvo vuol vuole vuota vuoto wach wage wagen wages wahl wahlen wahnsinn
wahnsinnig wahr wahrscheinlich wahrung wait waited waiting wake waking walk walked walking wall wallet
walls wann wanna want wanted wanting wants waouh war ward ware warehouse waren warm warmes warn warned
warnen warning warnung warranty wars warte warten warterei warteschleife wartet warum was waschen
waschmaschine wash washing wasn wasnt wasser wasserkocher wasserschaden waste wasted wasting watch watchdog
water way we wear weather web weber webseite website wechsel wechseln wechsle wecken wecker wedding weder
wednesday week weekend weekends weekly weeks weg wegen weggezogen wegmachen weh wehtun weigern weigert
weight weil weile weinen weird weiss weiter weitere weitergabe weitergeb weitergeben weitergeleitet
weiterleben weiterleit weiterleiten weiterreichen weiterverbind weiterverbinden weiterzu weiterzugeben
weiterzuleben welche welchem welchen welcher welches welcome well welsh welt wem wen wende wenden wenig
weniger wenn went wept wer werbung werde werden were weren werk werkstatt werkstatten werkzeug wert weshalb
west wetter what whatever whats whatsapp wheel wheelchair wheels when whenever whens where wheres whether
which while whisper white whitelist who whoever whole why wichser wichtig widerruf widerrufe widersprech
widerspreche widerspruch widow widowed widower wie wieder wiederhol wiederhole wiederholen wiederhoren wien
wieso wieviel wife wifi will wind windeln window winkel winter wipe wiped wir wirbelsaule wird wire wired
wires wirklich wisdom wish wissen wissenschaft with withdraw withdrawal withdrawals withdrawing withdrawn
within without witness witwe witwer witz wiv wlan wo woanders woche wochen wochenende wofur wohl wohne
wohnt wohnung wohnwagen wollen wollt wollte wollten woman women womens won wonder wonderful wondering wont
wood word worden words work worked worker working works world worn worried worries worry worst wort worten
worth worum would wouldnt wovon wow wriggle wright wrists writ write writing written wrong wrongly wrote
wtf wunderbar wunsch wunschte wurd wurde wurden wurgt wussten wutend xten ya yeah year years yep yes
yesterday yet yo york you young youngest your youre yours yourself yourselves youve yup zahl zahle zahlen
zahler zahlerstand zahlt zahlung zahlungen zahlungsschwierigkeit zahlungsschwierigkeiten zahlungsunfahig
zahnarzt zahnarzte zahnersatz zahnreinigung zahnspange zangad zangada zapatos zehn zehnjahriger zehnmal
zehntausend zeige zeigen zeigt zeit zeiten zeitliche zeitverschwendung zeitwert zele zelt zentrale
zerbrochen zerkratzt zero zia ziehe ziehen ziemlich zigmal zimmer zins zinsen zio zona zone zu zucchero
zucker zuerst zufrieden zug zugangsdaten zukunft zum zumutung zuordnen zur zurecht zuruck zuruckgeben
zuruckgerufen zuruckgewiesen zuruckkomm zuruckruf zuruckrufen zuruckruft zuruckschicken zusage
zusammengebrochen zusatzliche zusenden zustandigen zustellen zustimmung zuzahlung zwanzig zwanzigste zweck
zwei zweihundert zweimal zweitausendzehn zweite zweiten zweitkarte zweiundachtzig zweiunddreissig zwingt
zwischen zwo zwolf zwolfjahriger zwolfte
`
    .trim()
    .split(/\s+/),
);
