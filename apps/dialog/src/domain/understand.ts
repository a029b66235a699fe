import type { TurnUnderstood } from '@baton/contracts';
import {
  analyzeInDetail,
  trackLanguage,
  understandTurn,
  type Analysis,
  type IntentModel,
  type Models,
} from '@baton/language';
import type { Pack } from '@baton/packs';
import type { DialogState, Offers } from './dialog-state.js';
import { failuresOf } from './failure-counts.js';
import { smallTalkOf } from './small-talk.js';
import { slotValue } from './slots.js';
import { yesOrNo } from './yes-no.js';

/** A customer turn as the gateway recorded it: redacted. */
export interface CustomerTurn {
  readonly turnIndex: number;
  readonly text: string;
  readonly asrConfidence: number;
  readonly redactedTypes: readonly string[];
  readonly customerTurns: number;
}

/** What understanding needs and what does not change from turn to turn. */
export interface Understanding {
  readonly pack: Pack;
  readonly models: Models;
  /** Trained from the pack's example phrases and from small talk. */
  readonly intents: IntentModel;
}

/** A turn understood, before the bot has thought of an answer. */
export interface Understood {
  readonly state: DialogState;
  readonly event: TurnUnderstood;
  /** As the model names it, small talk included. */
  readonly intentName: string;
}

/** Below this confidence another language is not believed: the caller is answered as before. */
const believedLanguage = 0.8;

/** What a customer turn means, seen with everything before it. Pure; the state remembers no words. */
export function understand(
  state: DialogState,
  turn: CustomerTurn,
  { pack, models, intents }: Understanding,
): Understood {
  const empty = turn.text === '';
  const language = empty ? state.language : trackLanguage(state.language, models.language, turn.text);
  const { analysis, scores, tokens } = analyzeInDetail(turn.text, { models, lang: language.code, intents });
  const unspoken = !pack.languages.includes(language.code) && language.confidence >= believedLanguage;
  const speaks = pack.languages.includes(language.code) ? language.code : state.speaks;
  const { state: memory, misunderstanding } = understandTurn(
    state.memory,
    { speaker: 'customer', text: turn.text, asrConfidence: turn.asrConfidence },
    { models, lang: language.code, scores, tokens },
  );
  const answersBot = fitsOpenQuestion(state, pack, turn.text);
  const intentName = answersBot ? state.task!.intent : analysis.intent.name;
  const known = smallTalkOf(intentName) === undefined ? intentName : '';
  const offer = answerToOffer(state.offers, turn.text);
  const wantsHuman = offer.accepted || analysis.humanRequest.value;
  const next: DialogState = {
    ...state,
    language,
    speaks,
    memory,
    intents:
      known === '' || answersBot
        ? state.intents
        : { ...state.intents, [known]: (state.intents[known] ?? 0) + 1 },
    humanRequests: state.humanRequests + (wantsHuman ? 1 : 0),
    offers: offer.offers,
    lastTurn: turn.turnIndex,
  };
  return {
    state: next,
    intentName,
    event: {
      turnIndex: turn.turnIndex,
      language: {
        code: language.code,
        confidence: language.confidence,
        supported: !unspoken,
        switched: language.code !== state.startedIn && language.confidence >= believedLanguage,
      },
      intent: {
        name: known,
        confidence: known === '' ? 0 : answersBot ? 1 : analysis.intent.confidence,
        outOfScope: intentName === '',
        reserved:
          !answersBot &&
          !answersQuestion(state, turn.text) &&
          (pack.bot.intents.find(({ name }) => name === known)?.reserved ?? false),
        repeats: answersBot ? 0 : (state.intents[known] ?? 0),
      },
      humanRequest: {
        value: wantsHuman,
        score: offer.accepted ? 1 : analysis.humanRequest.score,
        keyed: analysis.humanRequest.keyed,
        callback: analysis.humanRequest.callback,
        count: next.humanRequests,
      },
      topics: topicsOf(analysis, turn.redactedTypes),
      misunderstanding: {
        misunderstood: misunderstanding !== null,
        kind: misunderstanding?.kind ?? '',
        ...failuresOf(memory),
      },
      customerTurns: turn.customerTurns,
      asrConfidence: turn.asrConfidence,
      empty,
      offersMade: next.offers.made,
      offersDeclined: next.offers.declined,
      turnsSinceDecline: next.offers.turnsSinceDecline,
      botFailed: false,
    },
  };
}

/** A short answer to what the bot asked is that answer, whatever else its words could mean. */
function fitsOpenQuestion(state: DialogState, pack: Pack, text: string): boolean {
  const intent = pack.bot.intents.find(({ name }) => name === state.task?.intent);
  const slot = intent?.slots.find(({ name }) => state.task?.values[name] === undefined);
  if (!slot || slotValue(slot, text, state.speaks) === undefined) return false;
  return text.split(/\s+/).length <= (slot.kind === 'text' ? 6 : 12);
}

/** A few words after a question are its answer; read as an intent of their own they would be a guess too weak to fetch a person for. */
function answersQuestion({ memory }: DialogState, text: string): boolean {
  return (memory.bot?.asks ?? false) && text.trim().split(/\s+/).length <= 4;
}

function answerToOffer(offers: Offers, text: string): { offers: Offers; accepted: boolean } {
  const turnsSinceDecline = offers.turnsSinceDecline < 0 ? -1 : offers.turnsSinceDecline + 1;
  if (!offers.open) return { offers: { ...offers, turnsSinceDecline }, accepted: false };
  const answered = yesOrNo(text);
  if (answered === 'no')
    return {
      offers: { ...offers, open: false, declined: offers.declined + 1, turnsSinceDecline: 0 },
      accepted: false,
    };
  return { offers: { ...offers, open: false, turnsSinceDecline }, accepted: answered === 'yes' };
}

/** The gateway redacts before anyone reads: that a card number was there is known only from what it took away. */
function topicsOf(analysis: Analysis, redactedTypes: readonly string[]): TurnUnderstood['topics'] {
  const topics = analysis.topics.map(({ topic, score, kinds }) => ({
    topic: topic as string,
    score,
    kinds: [...(kinds ?? [])] as string[],
  }));
  const cardData = redactedTypes.includes('PAN') || redactedTypes.includes('CVV');
  if (cardData && !topics.some(({ topic }) => topic === 'payment-card-data')) {
    topics.push({ topic: 'payment-card-data', score: 1, kinds: [] });
  }
  return topics;
}
