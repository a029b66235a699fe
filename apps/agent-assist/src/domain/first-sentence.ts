import type { AssistState } from './assist-state.js';
import { wanted } from './wanted.js';

/** Openings per language: a person who already knows the case. `{{about}}` is what the caller wants. */
const openings: Readonly<
  Record<
    string,
    { readonly plain: string; readonly about: string; readonly gentle: string; readonly angry: string }
  >
> = {
  en: {
    plain:
      'Hello, I have the whole conversation in front of me, so you do not need to repeat anything. Let us sort this out.',
    about:
      'Hello, I can see what this is about: {{about}}. I have read everything you said, so you do not need to repeat it. Let us sort this out.',
    gentle:
      'Hello, I have read what you told us, and I am sorry. Take all the time you need; you will not have to explain it again.',
    angry:
      'Hello, I have read the whole conversation. I am sorry it took this long. I will take it from here myself.',
  },
  es: {
    plain: 'Hola, tengo toda la conversación delante, no hace falta que repita nada. Vamos a resolverlo.',
    about:
      'Hola, veo de qué se trata: {{about}}. He leído todo lo que ha dicho, no hace falta que lo repita. Vamos a resolverlo.',
    gentle:
      'Hola, he leído lo que nos ha contado y lo siento mucho. Tómese el tiempo que necesite; no tendrá que explicarlo otra vez.',
    angry:
      'Hola, he leído toda la conversación. Siento que haya tardado tanto. A partir de aquí me encargo yo.',
  },
  fr: {
    plain: 'Bonjour, j’ai toute la conversation sous les yeux, inutile de répéter. Voyons cela ensemble.',
    about:
      'Bonjour, je vois qu’il s’agit de : {{about}}. J’ai lu tout ce que vous avez dit, inutile de répéter. Voyons cela ensemble.',
    gentle:
      'Bonjour, j’ai lu ce que vous nous avez dit et j’en suis désolé. Prenez votre temps ; vous n’aurez rien à réexpliquer.',
    angry:
      'Bonjour, j’ai lu toute la conversation. Je suis désolé que cela ait pris si longtemps. Je m’en occupe personnellement.',
  },
  de: {
    plain:
      'Guten Tag, ich habe das ganze Gespräch vor mir, Sie müssen nichts wiederholen. Wir klären das jetzt.',
    about:
      'Guten Tag, ich sehe, es geht um: {{about}}. Ich habe alles gelesen, Sie müssen nichts wiederholen. Wir klären das jetzt.',
    gentle:
      'Guten Tag, ich habe gelesen, was Sie uns gesagt haben, und es tut mir leid. Nehmen Sie sich Zeit; Sie müssen es nicht noch einmal erklären.',
    angry:
      'Guten Tag, ich habe das ganze Gespräch gelesen. Es tut mir leid, dass es so lange gedauert hat. Ich kümmere mich jetzt selbst darum.',
  },
  it: {
    plain: 'Buongiorno, ho tutta la conversazione davanti, non deve ripetere nulla. Risolviamo insieme.',
    about:
      'Buongiorno, vedo che si tratta di: {{about}}. Ho letto tutto, non deve ripetere nulla. Risolviamo insieme.',
    gentle:
      'Buongiorno, ho letto quello che ci ha detto e mi dispiace. Si prenda il tempo che serve; non dovrà spiegarlo di nuovo.',
    angry:
      'Buongiorno, ho letto tutta la conversazione. Mi dispiace che ci sia voluto tanto. Da qui me ne occupo io.',
  },
  pt: {
    plain: 'Olá, tenho toda a conversa à minha frente, não precisa de repetir nada. Vamos resolver isto.',
    about:
      'Olá, vejo que se trata de: {{about}}. Li tudo o que disse, não precisa de repetir. Vamos resolver isto.',
    gentle:
      'Olá, li o que nos contou e lamento muito. Leve o tempo que precisar; não terá de explicar outra vez.',
    angry: 'Olá, li toda a conversa. Lamento que tenha demorado tanto. A partir daqui trato eu do assunto.',
  },
};

const gentleTopics = new Set([
  'bereavement',
  'self-harm-risk',
  'domestic-abuse',
  'hardship',
  'vulnerability',
]);

/** The sentence an agent may open with, in the caller's language (English where we have none). */
export function firstSentence(
  state: AssistState,
  titleOf: (intent: string, language: string) => string,
): string {
  const language = openings[state.language] ? state.language : 'en';
  const opening = openings[language]!;
  if (state.topics.some((topic) => gentleTopics.has(topic))) return opening.gentle;
  if (state.reasons.includes('frustration')) return opening.angry;
  const intent = wanted(state)[0];
  if (intent === undefined) return opening.plain;
  return opening.about.replace('{{about}}', titleOf(intent, language).toLocaleLowerCase(language));
}
