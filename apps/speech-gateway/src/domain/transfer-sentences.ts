import type { Pack, Text } from '@baton/packs';
import { sentenceIn } from '@baton/packs';

/** What a caller is told on the way between people. A pack may say it in its own words; these are Baton's. */
const builtIn = {
  transferring: {
    en: 'I am passing you on to a colleague. They see everything you told us, so you need not repeat it. Please hold the line.',
    es: 'Le paso con otra persona del equipo. Verá todo lo que nos ha contado, no tendrá que repetirlo. No cuelgue, por favor.',
    fr: 'Je vous passe un collègue. Il voit tout ce que vous nous avez dit, vous n’aurez pas à le répéter. Restez en ligne.',
    de: 'Ich verbinde Sie weiter. Meine Kollegin oder mein Kollege sieht alles, was Sie gesagt haben; Sie müssen nichts wiederholen.',
    it: 'La passo a un collega. Vede tutto quello che ci ha detto, non dovrà ripeterlo. Resti in linea.',
    pt: 'Vou passar a chamada a um colega. Ele vê tudo o que nos disse, não precisa de repetir. Não desligue.',
  },
  onHold: {
    en: 'One moment please, I am asking a colleague. You are on hold and we are back in a minute.',
    es: 'Un momento, por favor, lo consulto con una persona del equipo. Queda en espera y vuelvo enseguida.',
    fr: 'Un instant, je demande à un collègue. Je vous mets en attente et je reviens tout de suite.',
    de: 'Einen Moment bitte, ich frage im Team nach. Sie sind in der Warteschleife, ich bin gleich zurück.',
    it: 'Un momento, chiedo a un collega. La metto in attesa e torno subito.',
    pt: 'Um momento, vou perguntar a um colega. Fica em espera e volto já.',
  },
  offHold: {
    en: 'Thank you for waiting. I am with you again.',
    es: 'Gracias por esperar. Ya estoy con usted de nuevo.',
    fr: 'Merci d’avoir patienté. Je suis de nouveau avec vous.',
    de: 'Danke fürs Warten. Ich bin wieder für Sie da.',
    it: 'Grazie per l’attesa. Sono di nuovo con lei.',
    pt: 'Obrigado por esperar. Estou de novo consigo.',
  },
  joining: {
    en: 'Thank you for waiting. A second colleague is with us now.',
    es: 'Gracias por esperar. Se une otra persona del equipo.',
    fr: 'Merci d’avoir patienté. Un second collègue se joint à nous.',
    de: 'Danke fürs Warten. Noch jemand aus dem Team ist jetzt dabei.',
    it: 'Grazie per l’attesa. Si unisce a noi un secondo collega.',
    pt: 'Obrigado por esperar. Junta-se a nós um segundo colega.',
  },
  backToBot: {
    en: 'You are with the AI assistant again. I know what you have just discussed. What else can I do for you?',
    es: 'Vuelve a hablar con el asistente de IA. Sé lo que acaba de tratar. ¿En qué más puedo ayudarle?',
    fr: 'Vous êtes de nouveau avec l’assistant IA. Je sais ce qui vient d’être dit. Que puis-je encore faire pour vous ?',
    de: 'Sie sprechen wieder mit dem KI-Assistenten. Ich weiß, was gerade besprochen wurde. Was kann ich noch für Sie tun?',
    it: 'È di nuovo con l’assistente IA. So di che cosa avete appena parlato. Cos’altro posso fare per lei?',
    pt: 'Está de novo com o assistente de IA. Sei o que acabou de ser tratado. Em que mais posso ajudar?',
  },
  stillHere: {
    en: 'You are not forgotten. We are still finding somebody for you; thank you for your patience.',
    es: 'No le hemos olvidado. Seguimos buscando a alguien para atenderle; gracias por su paciencia.',
    fr: 'Nous ne vous oublions pas. Nous cherchons toujours quelqu’un pour vous ; merci de votre patience.',
    de: 'Wir haben Sie nicht vergessen und suchen weiter jemanden für Sie. Danke für Ihre Geduld.',
    it: 'Non ci siamo dimenticati di lei. Stiamo ancora cercando qualcuno; grazie della pazienza.',
    pt: 'Não nos esquecemos de si. Continuamos à procura de alguém; obrigado pela paciência.',
  },
  messageTaken: {
    en: 'Thank you. Your message is with the team; they read it as soon as they are back. Goodbye.',
    es: 'Gracias. Su mensaje está con el equipo; lo leerá en cuanto vuelva. Hasta pronto.',
    fr: 'Merci. Votre message est transmis à l’équipe, qui le lira à son retour. Au revoir.',
    de: 'Danke. Ihre Nachricht liegt beim Team und wird gelesen, sobald wieder jemand da ist. Auf Wiederhören.',
    it: 'Grazie. Il suo messaggio è al team, che lo leggerà al rientro. Arrivederci.',
    pt: 'Obrigado. A sua mensagem está com a equipa, que a lerá quando voltar. Até breve.',
  },
  callbackGreeting: {
    en: 'Hello, this is the call back you asked for. A colleague who knows your request is with you.',
    es: 'Hola, es la llamada que nos pidió. Le atiende una persona que conoce su consulta.',
    fr: 'Bonjour, voici le rappel que vous avez demandé. Un collègue qui connaît votre demande est avec vous.',
    de: 'Guten Tag, hier ist der Rückruf, um den Sie gebeten haben. Jemand, der Ihr Anliegen kennt, ist am Apparat.',
    it: 'Buongiorno, è la richiamata che ha chiesto. È con lei un collega che conosce la sua richiesta.',
    pt: 'Olá, é a chamada que nos pediu. Está consigo um colega que conhece o seu pedido.',
  },
} satisfies Record<string, Text>;

export type TransferSentence = keyof typeof builtIn;

/** The sentence in the caller's language, the pack's own words first. */
export function transferSentence(pack: Pack, name: TransferSentence, language: string): string {
  const [primary = language] = language.split('-');
  const own = pack.routing.announce[name];
  return own
    ? sentenceIn(own, primary, ...pack.languages)
    : sentenceIn(builtIn[name], primary, ...pack.languages, 'en');
}
