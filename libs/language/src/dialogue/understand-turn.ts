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
import { isGarbled } from './garbled.js';
import { signatureOf, similarity } from './signature.js';

/** What `understandTurn` may be given besides the turn. */
export interface UnderstandOptions {
  readonly models: Models;
  /** The language of the turn, where it is known. */
  readonly lang?: string;
  /** Scores of the turn, where it has been analysed already. */
  readonly scores?: SignalScores | undefined;
}

/** A turn taken into account. */
export interface UnderstoodTurn {
  readonly state: DialogueState;
  /** The misunderstanding that this turn shows: of itself, or of the customer turn before it. */
  readonly misunderstanding: Misunderstanding | null;
}

const LOW_ASR = 0.45;
const HOPELESS_ASR = 0.25;
const SAME = 0.62;
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
  const tokens = tokenize(turn.text);
  const lang = options.lang ?? detectLanguage(models.language, turn.text).code;
  const scores = tokens.length === 0 ? undefined : (options.scores ?? signalScores(models, tokens, lang));
  const { hashes, subjects } = signatureOf(models.extractor, tokens, lang);
  const asrConfidence = turn.asrConfidence ?? 1;
  const kind =
    scores === undefined ? silence(turn) : kindOf(state, tokens, hashes, scores, asrConfidence, models, lang);
  const trace: TurnTrace = {
    index,
    signature: hashes,
    subjects,
    asrConfidence,
    failed: kind !== null,
    isRequest: tokens.length >= 3 && !(state.bot?.asks === true && tokens.length < 6),
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

function kindOf(
  state: DialogueState,
  tokens: readonly Token[],
  hashes: readonly number[],
  scores: SignalScores,
  asrConfidence: number,
  models: Models,
  lang: string,
): MisunderstandingKind | null {
  if (asrConfidence < LOW_ASR && (asrConfidence < HOPELESS_ASR || isGarbled(tokens, models, lang))) {
    return tokens.length === 1 && asrConfidence >= HOPELESS_ASR ? null : 'low-asr';
  }
  const { bot, customer } = state;
  if (bot === null) return null;
  if (scores.correction >= 0.5 && customer.length > 0 && !bot.noMatch) return 'correction';
  const stuck = state.consecutive > 0 || (customer[0]?.failed ?? false);
  if (stuck && scores.restart >= 0.5) return 'topic-switch';
  if (bot.noMatch || bot.asks) return null;
  const before = customer.filter((trace) => trace.signature.length >= 2).slice(0, 3);
  const isSame = before.some((trace) => similarity(trace.signature, hashes) >= SAME);
  return hashes.length >= 2 && isSame ? 'repeat' : null;
}

function botTurn(state: DialogueState, turn: DialogueTurn, options: UnderstandOptions): UnderstoodTurn {
  const { models } = options;
  const tokens = tokenize(turn.text);
  const lang = options.lang ?? detectLanguage(models.language, turn.text).code;
  const scores = tokens.length === 0 ? undefined : signalScores(models, tokens, lang);
  const { hashes, subjects } = signatureOf(models.extractor, tokens, lang);
  const bot: BotTrace = {
    index: state.next,
    noMatch: (scores?.['bot-no-match'] ?? 0) >= 0.5,
    asks: (scores?.['bot-asks'] ?? 0) >= 0.5 || /[?？]\s*$/u.test(turn.text),
    signature: hashes,
  };
  const next = { ...state, next: state.next + 1, bot };
  const last = state.customer[0];
  if (last === undefined || last.failed || last.index !== state.next - 1)
    return { state: next, misunderstanding: null };
  const kind = bot.noMatch
    ? last.asrConfidence < LOW_ASR
      ? 'low-asr'
      : 'no-match'
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
