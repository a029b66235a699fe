import { detectLanguage } from '../langid/detect.js';
import type { Models } from '../models/models.js';
import { signalScores } from '../signals/signal-scores.js';
import type { SignalScores } from '../signals/signal-scores.js';
import type { Token } from '../text/tokens.js';
import { tokenize } from '../text/tokens.js';
import type {
  BotTrace,
  DialogueState,
  DialogueTurn,
  Misunderstanding,
  MisunderstandingKind,
  TurnTrace,
} from './dialogue-state.js';
import { botSentence } from './bot-sentence.js';
import { isGarbled, isPlainAnswer } from './garbled.js';
import { kindOf } from './kind-of-turn.js';
import { signatureOf, similarity } from './signature.js';
import { beginsWithNo, deniesIn } from './word-signs.js';

/** What `understandTurn` may be given besides the turn. */
export interface UnderstandOptions {
  readonly models: Models;
  /** The language of the turn, where it is known. */
  readonly lang?: string;
  /** Scores of the turn, where it has been analysed already. */
  readonly scores?: SignalScores | undefined;
  /** Tokens of the turn, where it has been analysed already. */
  readonly tokens?: readonly Token[] | undefined;
}

/** A turn taken into account. */
export interface UnderstoodTurn {
  readonly state: DialogueState;
  /** The misunderstanding that this turn shows: of itself, or of the customer turn before it. */
  readonly misunderstanding: Misunderstanding | null;
}

const LOW_ASR = 0.45;
// Below this, words may well be real and still not be what was said.
const POOR_ASR = 0.36;
const INSISTS = 0.5;
const KEPT = 4;

/** Takes one turn into account; pure. Bot turns show what of the customer turn before them was not understood. */
export function understandTurn(
  state: DialogueState,
  turn: DialogueTurn,
  options: UnderstandOptions,
): UnderstoodTurn {
  return turn.speaker === 'bot' ? botTurn(state, turn, options) : customerTurn(state, turn, options);
}

function customerTurn(state: DialogueState, turn: DialogueTurn, options: UnderstandOptions): UnderstoodTurn {
  const { models } = options;
  const index = state.next;
  const tokens = options.tokens ?? tokenize(turn.text);
  const lang = options.lang ?? detectLanguage(models.language, turn.text).code;
  const scores = tokens.length === 0 ? undefined : (options.scores ?? signalScores(models, tokens, lang));
  const { hashes, subjects } = signatureOf(models.extractor, tokens, lang);
  const asrConfidence = turn.asrConfidence ?? 1;
  const negates = deniesIn(models, tokens, lang);
  const kind =
    scores === undefined
      ? silence(turn)
      : isLowAsr(tokens, asrConfidence, models, lang)
        ? 'low-asr'
        : kindOf(state, {
            hashes,
            scores,
            negates,
            beginsWithNo: beginsWithNo(models, tokens, lang),
            words: tokens.length,
          });
  const trace: TurnTrace = {
    index,
    signature: hashes,
    subjects,
    asrConfidence,
    failed: kind !== null,
    isRequest: tokens.length >= 3 && !(state.bot?.asks === true && tokens.length < 6),
    negates,
  };
  const counted =
    kind === null ? { ...state, consecutive: lastFailed(state) ? state.consecutive : 0 } : count(state, kind);
  return {
    state: { ...counted, next: index + 1, customer: [trace, ...state.customer].slice(0, KEPT) },
    misunderstanding: kind === null ? null : { turnIndex: index, kind },
  };
}

// The streak ends with a turn after which the bot went on normally; whether this turn fails is known only from the reply.
function lastFailed(state: DialogueState): boolean {
  return state.customer[0]?.failed ?? false;
}

function silence(turn: DialogueTurn): MisunderstandingKind | null {
  return turn.text.trim() === '' && (turn.asrConfidence ?? 0) <= 0.05 ? 'no-input' : null;
}

/** Whether what was recognised cannot be relied on: a low confidence together with a text that bears it out. */
function isLowAsr(tokens: readonly Token[], asrConfidence: number, models: Models, lang: string): boolean {
  if (asrConfidence >= LOW_ASR || isPlainAnswer(tokens, models, lang)) return false;
  return asrConfidence < POOR_ASR || isGarbled(tokens, models, lang);
}

function botTurn(
  state: DialogueState,
  turn: DialogueTurn,
  { models, lang }: UnderstandOptions,
): UnderstoodTurn {
  const { affirmsOrDenies, subjects, ...said } = botSentence(models, turn.text, lang);
  const insists = similarity(state.bot?.signature ?? [], said.signature) >= INSISTS;
  const bot: BotTrace = { index: state.next, insists, ...said };
  const next = { ...state, next: state.next + 1, bot };
  const last = state.customer[0];
  if (last === undefined || last.failed || last.index !== state.next - 1)
    return { state: next, misunderstanding: null };
  const kind = bot.noMatch
    ? last.asrConfidence < LOW_ASR
      ? 'low-asr'
      : 'no-match'
    : // "yes, …" answers what was asked, and so does "I am not able to …".
      affirmsOrDenies
      ? null
      : wrongAnswer(last, subjects, bot);
  if (kind === null) return { state: { ...next, consecutive: 0 }, misunderstanding: null };
  const failed = { ...last, failed: true };
  return {
    state: { ...count(next, kind), customer: [failed, ...state.customer.slice(1)] },
    misunderstanding: { turnIndex: last.index, kind },
  };
}

/** The bot states something about other subjects than the one asked about. */
function wrongAnswer(
  last: TurnTrace,
  subjects: readonly number[],
  bot: BotTrace,
): MisunderstandingKind | null {
  if (!last.isRequest || bot.asks || last.subjects.length === 0 || subjects.length === 0) return null;
  const shared = last.subjects.some((subject) => subjects.includes(subject));
  const echoes = last.signature.some((hash) => bot.signature.includes(hash));
  return shared || echoes ? null : 'bot-wrong-answer';
}

function count(state: DialogueState, kind: MisunderstandingKind): DialogueState {
  return {
    ...state,
    count: state.count + 1,
    consecutive: state.consecutive + 1,
    byKind: { ...state.byKind, [kind]: state.byKind[kind] + 1 },
  };
}
