/** What callers say to any bot, whatever the company: understood beside the pack's intents, answered by the pack's replies. */
export const smallTalk = {
  are_you_human: {
    en: ['are you a robot', 'are you human', 'am i talking to a real person', 'is this a machine', 'are you a bot', 'are you an ai', 'is this a real person', 'am i speaking to a computer', 'are you real', 'is this automated', 'you are not a person are you', 'wait is this a recording'],
    es: ['eres un robot', 'eres humano', 'estoy hablando con una persona real', 'es esto una máquina', 'eres una persona', 'eres una inteligencia artificial', 'hablo con un ordenador', 'es usted un robot', 'esto es una grabación', 'es una máquina verdad'],
    fr: ['êtes-vous un robot', 'est-ce que je parle à une vraie personne', 'vous êtes une machine', 'tu es un robot', 'êtes-vous humain', 'c’est un ordinateur', 'c’est une vraie personne', 'vous êtes une intelligence artificielle', 'je parle à une machine', 'c’est un enregistrement'],
    de: ['sind sie ein roboter', 'spreche ich mit einem echten menschen', 'ist das eine maschine', 'bist du ein bot', 'sind sie ein mensch', 'bist du eine ki', 'ist das ein computer', 'sind sie echt', 'rede ich mit einer maschine', 'ist das eine aufnahme'],
    it: ['sei un robot', 'sto parlando con una persona vera', 'è una macchina', 'lei è un robot', 'sei umano', 'sei una intelligenza artificiale', 'parlo con un computer', 'è una registrazione', 'sei una persona vera', 'è un risponditore automatico'],
    pt: ['você é um robô', 'estou falando com uma pessoa de verdade', 'isto é uma máquina', 'você é humano', 'és um robô', 'você é uma inteligência artificial', 'falo com um computador', 'é uma gravação', 'você é real', 'estou a falar com uma máquina'],
  },
  thanks: {
    en: ['thanks', 'thank you', 'thank you very much', 'great thanks', 'perfect thank you', 'cheers', 'thanks a lot', 'that helps thanks', 'lovely thank you', 'ok thank you', 'that is all i needed'],
    es: ['gracias', 'muchas gracias', 'perfecto gracias', 'vale gracias', 'genial gracias', 'muy amable', 'mil gracias', 'gracias por la ayuda', 'de acuerdo gracias', 'estupendo muchas gracias'],
    fr: ['merci', 'merci beaucoup', 'parfait merci', 'super merci', 'merci bien', 'je vous remercie', 'merci pour votre aide', 'd’accord merci', 'très bien merci', 'merci c’est gentil'],
    de: ['danke', 'vielen dank', 'danke schön', 'super danke', 'alles klar danke', 'danke sehr', 'perfekt danke', 'danke für die hilfe', 'herzlichen dank', 'gut danke'],
    it: ['grazie', 'grazie mille', 'perfetto grazie', 'va bene grazie', 'molte grazie', 'grazie tante', 'grazie per l’aiuto', 'ottimo grazie', 'la ringrazio', 'bene grazie'],
    pt: ['obrigado', 'obrigada', 'muito obrigado', 'muito obrigada', 'perfeito obrigado', 'ok obrigada', 'valeu', 'obrigado pela ajuda', 'ótimo obrigada', 'agradeço'],
  },
  goodbye: {
    en: ['goodbye', 'bye', 'bye bye', 'that is all', 'nothing else bye', 'have a nice day', 'see you', 'that will be all', 'no that is everything', 'good night then'],
    es: ['adiós', 'hasta luego', 'eso es todo', 'nada más', 'chao', 'que tenga buen día', 'nos vemos', 'nada más gracias adiós', 'con eso es todo', 'buenas noches adiós'],
    fr: ['au revoir', 'bonne journée', 'c’est tout', 'rien d’autre', 'salut', 'à bientôt', 'ce sera tout', 'bonne soirée', 'à plus', 'c’est tout au revoir'],
    de: ['auf wiedersehen', 'tschüss', 'das war alles', 'sonst nichts', 'schönen tag noch', 'bis bald', 'auf wiederhören', 'das wäre alles', 'schönen abend', 'ciao tschüss'],
    it: ['arrivederci', 'ciao', 'è tutto', 'nient’altro', 'buona giornata', 'a presto', 'basta così', 'buona serata', 'arrivederla', 'questo è tutto'],
    pt: ['adeus', 'tchau', 'é só isso', 'mais nada', 'tenha um bom dia', 'até logo', 'era só isso', 'boa noite', 'até mais', 'é tudo por hoje'],
  },
  greeting: {
    en: ['hello', 'hi', 'hi there', 'good morning', 'good afternoon', 'hey', 'hello hello', 'good evening', 'hi how are you', 'hello is anyone there'],
    es: ['hola', 'buenos días', 'buenas tardes', 'buenas', 'hola qué tal', 'hola buenas', 'buenas noches', 'hola hola', 'qué tal', 'hola cómo está'],
    fr: ['bonjour', 'salut', 'bonsoir', 'allô', 'bonjour bonjour', 'bonjour madame', 'bonjour monsieur', 'allô bonjour', 'coucou', 'bonjour ça va'],
    de: ['hallo', 'guten tag', 'guten morgen', 'guten abend', 'hi', 'grüß gott', 'hallo hallo', 'moin', 'servus', 'hallo wie geht es'],
    it: ['ciao', 'buongiorno', 'buonasera', 'salve', 'pronto', 'buon pomeriggio', 'pronto buongiorno', 'ciao ciao', 'salve buongiorno', 'ciao come va'],
    pt: ['olá', 'oi', 'bom dia', 'boa tarde', 'alô', 'olá bom dia', 'oi tudo bem', 'boa noite', 'alô bom dia', 'olá boa tarde'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type SmallTalk = keyof typeof smallTalk;

/** Names of small talk as the intent model knows them: a pack's intents are snake_case letters first, so these never clash. */
export const smallTalkPrefix = '~';

export function smallTalkOf(intentName: string): SmallTalk | undefined {
  const name = intentName.startsWith(smallTalkPrefix) ? intentName.slice(smallTalkPrefix.length) : '';
  return name in smallTalk ? (name as SmallTalk) : undefined;
}
