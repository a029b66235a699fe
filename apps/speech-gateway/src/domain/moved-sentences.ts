import { Channel } from '@baton/contracts';

type Sentences = { readonly goodbye: string; readonly hello: string };

/** What the old leg hears last and the new one first, in the languages Baton claims. `{channel}` is a name. */
const sentences: Readonly<Record<string, Sentences>> = {
  en: {
    goodbye: 'We go on by {channel}. You keep your place.',
    hello: 'Thank you, we go on here. You keep your place.',
  },
  es: {
    goodbye: 'Seguimos por {channel}. Conserva su turno.',
    hello: 'Gracias, seguimos aquí. Conserva su turno.',
  },
  fr: {
    goodbye: 'Nous continuons par {channel}. Vous gardez votre place.',
    hello: 'Merci, nous continuons ici. Vous gardez votre place.',
  },
  de: {
    goodbye: 'Wir machen per {channel} weiter. Sie behalten Ihren Platz.',
    hello: 'Danke, wir machen hier weiter. Sie behalten Ihren Platz.',
  },
  it: {
    goodbye: 'Continuiamo via {channel}. Mantiene il Suo posto.',
    hello: 'Grazie, continuiamo qui. Mantiene il Suo posto.',
  },
  pt: {
    goodbye: 'Continuamos por {channel}. Mantém o seu lugar.',
    hello: 'Obrigado, continuamos aqui. Mantém o seu lugar.',
  },
};

const names: Readonly<Partial<Record<Channel, string>>> = {
  [Channel.CHANNEL_SMS]: 'SMS',
  [Channel.CHANNEL_WHATSAPP]: 'WhatsApp',
  [Channel.CHANNEL_EMAIL]: 'e-mail',
  [Channel.CHANNEL_CHAT]: 'chat',
};
const onThePhone: Readonly<Record<string, string>> = {
  en: 'phone',
  es: 'teléfono',
  fr: 'téléphone',
  de: 'Telefon',
  it: 'telefono',
  pt: 'telefone',
};

/** In the language, else in English. */
export function movedSentences(language: string, channel: Channel): Sentences {
  const [primary = 'en'] = language.split('-');
  const known = primary in sentences ? primary : 'en';
  const { goodbye, hello } = sentences[known]!;
  return { goodbye: goodbye.replace('{channel}', names[channel] ?? onThePhone[known]!), hello };
}
