import type { Item } from './items.js';

/** What a phrase announces. `other` is a number that is no personal data; `last-four` the end of a card. */
export type Cue =
  | 'card'
  | 'cvv'
  | 'expiry'
  | 'ssn'
  | 'iban'
  | 'account'
  | 'phone'
  | 'dob'
  | 'password'
  | 'pin'
  | 'address'
  | 'last-four'
  | 'other';

const phrases: Readonly<Record<Cue, string>> = {
  card:
    'card number, card, credit card, debit card, long number, visa, mastercard, amex, american express, card no, number on the front, sixteen digits, 16 digits, pan, maestro, discover, ' +
    'tarjeta, numero de tarjeta, numero de la tarjeta, carte, carte bancaire, numero de carte, numero de ma carte, karte, kartennummer, kreditkarte, kreditkartennummer, carta, carta di credito, ' +
    'numero della carta, numero di carta, bancomat, cartao, numero do cartao, cartao de credito',
  cvv:
    'verification number, card verification, verification value, cvv number, sicherheitszahl, numero de verificacion, codigo de verificacion, numero de verification, numero di verifica, numero de verificacao, ' +
    'cvv, cvc, cvv2, cvc2, cid, csc, cvn, security code, three digits on the back, three on the back, digits on the back, number on the back, code on the back, last three on the back, back of the card, card code, verification code on the card, four on the front, ' +
    'numbers on the back, back is, c v v, c v c, c vv, see vv, see v v, signature strip, three digits, the three digits, three numbers, three little numbers, last three digits on, three on the, little numbers on the back, number on the reverse, digits on the reverse, number on the rear, ' +
    'codigo de seguridad, codigo de atras, numeros de atras, tres numeros de atras, cifras de atras, del reverso, parte de atras, numero de atras, el de atras, los de atras, codigo de detras, el de detras, los de detras, tres de atras, tres de detras, por detras, al dorso, del dorso, codigo del dorso, tres digitos, tres cifras, ce uve uve, cvv es, ' +
    'cryptogramme, crypto, le crypto, derriere la carte, code derriere, les trois derriere, trois au dos, chiffres derriere, numero derriere, trois chiffres, code de securite, chiffres au dos, code au dos, numero au dos, trois chiffres derriere, au dos, au verso, ' +
    'prufziffer, prufnummer, drei zahlen, zahlen hinten, ziffern auf der, drei ziffern, die drei hinten, drei hinten, nummer hinten, zahl hinten, code hinten, ziffern hinten, auf der hinterseite, kartenprufnummer, sicherheitscode, sicherheitsnummer, hinten drauf, auf der ruckseite, ruckseite, prufcode, ' +
    'codice di sicurezza, numeri sul retro, cifre sul retro, codice sul retro, sul retro, retro, codice dietro, quello dietro, numeri dietro, cifre dietro, tre cifre, tre numeri dietro, numero dietro, ' +
    'codigo de seguranca, numeros atras, numero de tras, parte de tras, digitos atras, codigo atras, os de tras, o de tras, tres digitos, tres numeros, tres de tras, numero atras, verso do cartao, atras do cartao, codigo de tras, no verso',
  expiry:
    'good until, good through, valid through, runs till, runs until, runs to, good till, good thru, good to, valid till, valid, use by, gilt bis, lauft bis, lauft ende, lauft im, karte lauft, lauft anfang, gut bis, valido hasta, bonne jusqu, buona fino, valida ate, vale hasta, vale ate, ' +
    'expiry, expiry date, expires, expiration, expiration date, exp, exp date, valid until, valid through, valid thru, good thru, valid to, expiring, expire, expired, runs out, ' +
    'caduca, caducidad, fecha de caducidad, vence, vencimiento, fecha de vencimiento, valida hasta, expira, ' +
    'expire le, expire en, expiration, date d expiration, valable jusqu, validite, date de validite, valable, ' +
    'gultig bis, ablaufdatum, lauft ab, verfallsdatum, ablauf, gultigkeit, verfallt, gueltig bis, ' +
    'scadenza, scade, data di scadenza, valida fino, ' +
    'validade, data de validade, valido ate, expira em, vence em, vencimento',
  ssn:
    'mi documento, documento es, numero de documento, rg, soc is, soc number, mon numero national, ni is, n i is, n i number, ni no, n i, d n i, deene i, de ene i, n i e, n i f, c p f, s s n, codice fiscal, numero nacional, numero national, registre national, personnummer, numero di tessera sanitaria, afiliacion, numero de afiliacion, permiso de residencia, identification number, taxpayer number, identificacion fiscal, steuer identifikationsnummer, steuer identnummer, identifikationsnummer, svnr, rentennummer, numero fiscal, numero de identidad, pps number, pps, resident number, carte vitale, ' +
    'social security, social security number, ssn, social, my social, social is, national insurance, national insurance number, ni number, nino, tax id, itin, sin number, social insurance number, ' +
    'seguridad social, numero de la seguridad social, nss, dni, nie, curp, rfc, documento de identidad, cedula, ' +
    'securite sociale, numero de securite sociale, numero de secu, secu, ' +
    'sozialversicherungsnummer, sozialversicherung, steuer id, steueridentifikationsnummer, rentenversicherungsnummer, steuernummer, versicherungsnummer sozial, ' +
    'codice fiscale, numero di previdenza, ' +
    'seguranca social, numero da seguranca social, niss, cpf, nif, numero de contribuinte, contribuinte',
  iban: 'iban, i ban, eye ban',
  account:
    'sort, sort is, subscriber id, subscriber number, subscriber, user id, user number, client code, customer code, bankkonto, girokonto, sparkonto, cuenta corriente, cuenta de ahorros, compte courant, compte bancaire, conta bancaria, checking is, checking, savings is, checking number, savings number, account with you is, acc number, acc no, a c number, acc, membership id, membership, member, customer no, client id, account ends, account it s, cliente numero, soy cliente, socio numero, cliente, abonado, abonada, numero de abonado, numero d abonne, client numero, abonne, adherent, numero adherent, kunden nummer, vertragskonto, kunde nummer, mitglied, cliente, numero tessera, codice utente, socio, utente, ' +
    'account number, account no, acct number, acct, account is, account ending, sort code, routing number, routing, aba, customer number, customer id, customer reference, membership number, member number, member id, client number, policyholder number, account, checking account, savings account, bank account, ' +
    'numero de cuenta, cuenta numero, cuenta, mi cuenta es, numero de cliente, codigo de cliente, numero de socio, ccc, clabe, ' +
    'numero de compte, compte numero, numero client, numero de client, compte, code client, identifiant client, rib, ' +
    'kontonummer, kundennummer, konto, konto nummer, bankleitzahl, blz, mitgliedsnummer, ' +
    'numero di conto, conto numero, numero cliente, codice cliente, conto corrente, conto, ' +
    'numero da conta, conta numero, numero de cliente, codigo de cliente, conta, agencia, conta corrente, nib',
  phone:
    'number s, numbers, llama al, llamad al, numero di casa, telefono di casa, telefono de casa, numero de casa, telefone de casa, numero de chez moi, fixe, mon fixe, gsm, natel, nummer zuhause, daheim, liga pro, ligar pro, ligar para, me liga, me ligue, ligue me, work line, my line, number here, calling from, ring, text, whats app, localizar en, contacto, llame al, llamen al, llamar al, llamadme al, me llama al, ligar no, ligar pro, ligue no, liga no, ligue pro, joindre sur, joignable au, rappelez moi sur, appelez le, appeler le, appelez au, telefono e, chiamare al, chiamarmi al, richiamare al, richiamami, chiami il, chiami lo, richiami allo, richiami lo, zuruck unter, unter, durchwahl, ' +
    'phone number, phone, mobile number, mobile, cell, cell number, cell phone, telephone, telephone number, call me on, call me at, call me back on, call me back at, ring me on, reach me at, reach me on, contact number, landline, text me at, text me on, my number is, number is, best number, callback number, whatsapp, home number, work number, ' +
    'telefono, numero de telefono, movil, mi movil, celular, llameme al, llamame al, mi numero es, numero es, fijo, llamarme al, ' +
    'telephone, numero de telephone, portable, mon portable, mon numero, appelez moi au, joindre au, rappelez moi au, numero de portable, tel, rappeler au, ' +
    'telefonnummer, handynummer, handy, mobilnummer, meine nummer, nummer ist, ruckrufnummer, erreichen mich unter, telefonisch, erreichbar unter, festnetz, rufnummer, rufen sie mich an unter, unter der, ' +
    'numero di telefono, telefono, cellulare, mio numero, chiamatemi al, richiamatemi al, mi chiami al, richiami al, recapito, numero di cellulare, ' +
    'telefone, numero de telefone, telemovel, celular, meu numero, ligue para, me ligue no, ligar para o, contacto e, numero e, fixo, zap',
  dob:
    'date of birth, dob, d o b, birth date, nacio, nasceu, nacque, e nata, e nato, birthdate, birthday, born, born on, birthday is, ' +
    'fecha de nacimiento, naci, nacido, nacida, nacimiento, cumpleanos, cumpleaños, ' +
    'date de naissance, ne le, nee le, suis ne, suis nee, naissance, anniversaire, ' +
    'geburtsdatum, geboren, geboren am, geburtstag, geb, ' +
    'data di nascita, nato il, nata il, sono nato, sono nata, nascita, compleanno, nato, nata, ' +
    'data de nascimento, nasci, nascido, nascida, nascimento, aniversario',
  password:
    'mot de securite, mot de securité, wort zur sicherheit, parola memorabile, security question, security question s, pregunta de seguridad, question secrete, question de securite, sicherheitsfrage, domanda di sicurezza, pergunta de seguranca, passphrase, pass phrase, security answer, secret answer, magic word, codeword, code word, safe word, login, memorable place, palabra de seguridad, respuesta secreta, palabra magica, reponse secrete, mot memorable, telefonkennwort, telefonpasswort, codewort, merkwort, sicherheitsantwort, parola di sicurezza, parola memorabile, palavra de seguranca, palavra memoravel, resposta secreta, ' +
    'password, passcode, pass code, passphrase, memorable word, memorable name, secret word, security word, passwort, kennwort, geheimwort, losungswort, contraseña, contrasena, palabra secreta, palabra clave, mot de passe, mot secret, ' +
    'parola d ordine, parola chiave, parola segreta, senha, palavra passe, palavra chave, palavra secreta, login password, codigo de acesso, sicherheitswort, clave secreta, clave de acceso, zugangscode, clave, mdp',
  pin: 'pin, pin code, pin number, pin is, geheimzahl, geheimnummer, codigo pin, code pin, code secret, codice pin, code confidentiel, p i n, numero secreto, codigo secreto, codice segreto',
  address:
    'address, address is, live at, living at, i live, direccion, vivo en, domicilio, adresse, habite, j habite, wohne, anschrift, wohnhaft, indirizzo, abito, vivo in, endereco, morada, moro, resido, postcode, zip code',
  'last-four':
    'cuatro ultimas, cuatro ultimos, 4 ultimas, 4 ultimos, quatre dernieres, 4 dernieres, vier letzten, 4 letzten, letzten 4, quattro ultime, 4 ultime, quatro ultimos, quatro ultimas, 4 ultimos, ultimos quatro digitos, final four, last four, last 4, ends in, ending in, ending with, ends with, last digits, last four digits, termina en, acaba en, terminada en, ultimos cuatro, ultimos 4, ultimas cuatro, finit par, se termine par, quatre derniers, 4 derniers, endet auf, endet mit, letzten vier, letzte vier, finisce con, termina con, ultime quattro, ultime 4, termina em, acaba em, ultimos quatro, final, terminado em',
  other:
    'parcel, package, shipment, consignment, delivery number, paquete numero, paquete, paket, paketnummer, pacco, pacco numero, pacote, pin code of, area pin, order number, order, order no, tracking, tracking number, tracking code, reference, reference number, ref, ref number, booking reference, booking number, confirmation number, confirmation code, invoice number, invoice, ticket number, ticket, case number, claim number, claim, model, model number, serial number, serial, meter, meter reading, the reading, my reading, reading is, reading was, reading s, a reading, readings, reading of, version, flight, bus, gate, room, page, year, since, error code, error, option, press, zip, postcode, policy number, policy, product code, item, item number, sku, barcode, quantity, menu, voucher, coupon, promo code, gift card, isbn, imei, receipt, parcel number, reservation, ' +
    'pedido, numero de pedido, seguimiento, referencia, factura, localizador, modelo, lectura, contador, reserva, expediente, siniestro, poliza, vuelo, opcion, marque, pulse, envio, serie, numero de serie, error, ' +
    'commande, numero de commande, suivi, facture, dossier, modele, releve, compteur, option, vol, sinistre, appuyez, serie, colis, ' +
    'bestellnummer, bestellung, sendungsnummer, rechnung, rechnungsnummer, vorgangsnummer, zahlerstand, zahler, modell, seriennummer, flug, option, vorgang, referenz, sendung, artikelnummer, auftragsnummer, fehlercode, buchungsnummer, ticketnummer, schadennummer, ' +
    'ordine, numero ordine, numero d ordine, spedizione, tracciamento, riferimento, fattura, bolletta, modello, lettura, contatore, volo, pratica, sinistro, polizza, opzione, prema, serie, prenotazione, codice errore, ' +
    'pedido, encomenda, rastreio, rastreamento, fatura, modelo, leitura, contador, voo, processo, sinistro, apolice, opcao, serie, nota fiscal, protocolo, codigo de erro, prima',
};

const index = new Map<string, { words: string[]; cue: Cue }[]>();
for (const [cue, list] of Object.entries(phrases) as [Cue, string][]) {
  for (const phrase of list.split(',')) {
    const words = phrase.trim().split(' ');
    const found = index.get(words[0]!);
    if (found === undefined) index.set(words[0]!, [{ words, cue }]);
    else found.push({ words, cue });
  }
}
for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);

/** A cue in a text: item indices, `to` excluded. */
export interface CueHit {
  readonly cue: Cue;
  readonly from: number;
  readonly to: number;
}

/** Every cue of a text in order; where phrases overlap, the longest counts. Linear. */
export function findCues(items: readonly Item[]): CueHit[] {
  const hits: CueHit[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (item.kind === 'mark') continue;
    let longest = 0;
    for (const { words, cue } of index.get(item.text) ?? []) {
      if (words.length < longest) break;
      const to = phraseEnd(items, at, words);
      if (to === -1) continue;
      if (longest === 0) longest = words.length;
      hits.push({ cue, from: at, to });
    }
    if (longest > 1 && !possessives.has(item.text)) {
      const to = hits[hits.length - 1]!.to;
      at = to - 1;
    }
  }
  return hits;
}

// "mon numéro | national": what is said of the thing may begin inside.
const possessives = new Set('my mi mon mio meu meine'.split(' '));

function phraseEnd(items: readonly Item[], from: number, words: readonly string[]): number {
  let at = from;
  for (const word of words) {
    while (items[at]?.kind === 'mark' && (items[at]!.text === "'" || items[at]!.text === '-')) at += 1;
    if (items[at]?.text !== word) return -1;
    at += 1;
  }
  return at;
}
