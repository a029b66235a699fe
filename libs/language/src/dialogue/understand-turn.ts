import { detectLanguage } from '../langid/detect.js';
import type { Models } from '../models/models.js';
import { signalScores } from '../signals/signal-scores.js';
import type { SignalScores } from '../signals/signal-scores.js';
import type { Token } from '../text/tokens.js';
import { tokenize } from '../text/tokens.js';
import type { ClaimedLanguage } from '../types.js';
import { CLAIMED_LANGUAGES } from '../types.js';
import type {
  BotTrace,
  DialogueState,
  DialogueTurn,
  Misunderstanding,
  MisunderstandingKind,
  TurnTrace,
} from './dialogue-state.js';
import { isGarbled, isPlainAnswer } from './garbled.js';
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
// Below this, words may well be real and still not be what was said.
const POOR_ASR = 0.36;
const SAME = 0.6;
const INSISTS = 0.5;
const CORRECTION_WORDS = 14;
const KEPT = 4;

const QUESTION_WORDS: Readonly<Record<ClaimedLanguage, ReadonlySet<string>>> = {
  en: new Set(['which', 'what', 'whats', 'when', 'where', 'who', 'how']),
  es: new Set(['que', 'cual', 'cuales', 'cuando', 'donde', 'quien', 'cuanto', 'cuanta', 'como']),
  fr: new Set(['quel', 'quelle', 'quels', 'quelles', 'quand', 'ou', 'qui', 'combien', 'comment']),
  de: new Set(['welche', 'welcher', 'welches', 'welchen', 'was', 'wann', 'wo', 'wer', 'wie']),
  it: new Set(['quale', 'quali', 'qual', 'quando', 'dove', 'chi', 'quanto', 'quanti', 'come', 'che']),
  pt: new Set(['qual', 'quais', 'quando', 'onde', 'quem', 'quanto', 'como', 'que']),
};

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
  const negates = deniesIn(models, tokens, lang);
  const kind =
    scores === undefined
      ? silence(turn)
      : isLowAsr(tokens, asrConfidence, models, lang)
        ? 'low-asr'
        : kindOf(state, { hashes, scores, negates, words: tokens.length });
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

/** Whether a question asks for something ("which month?") rather than about it ("is that right?"). */
function asksFor(models: Models, tokens: readonly Token[], lang: string): boolean {
  const language = Math.max(0, (CLAIMED_LANGUAGES as readonly string[]).indexOf(lang));
  return tokens.some((token) =>
    QUESTION_WORDS[CLAIMED_LANGUAGES[language]!].has(models.extractor.word(token.raw, token.isNumber).folded),
  );
}

function deniesIn(models: Models, tokens: readonly Token[], lang: string): boolean {
  const language = Math.max(0, (CLAIMED_LANGUAGES as readonly string[]).indexOf(lang));
  return tokens.some((token) =>
    models.extractor
      .word(token.raw, token.isNumber)
      .concepts[language]!.some((concept) => models.extractor.isNegation(concept)),
  );
}

interface CustomerWords {
  readonly hashes: readonly number[];
  readonly scores: SignalScores;
  readonly negates: boolean;
  readonly words: number;
}

function kindOf(state: DialogueState, said: CustomerWords): MisunderstandingKind | null {
  const { bot, customer } = state;
  const last = customer[0];
  if (bot === null || last === undefined) return null;
  const isSame = customer.slice(0, 3).some((trace) => similarity(trace.signature, said.hashes) >= SAME);
  if (said.scores.restart >= 0.5 && !isSame && isStuck(state, said)) return 'topic-switch';
  if (bot.noMatch) return null;
  if (isCorrection(bot, customer, said)) return 'correction';
  return isRepeat(bot, customer, said) ? 'repeat' : null;
}

/** The task does not move: something failed, the bot insists, or the customer has not what it asks for. */
function isStuck({ bot, consecutive, customer }: DialogueState, { negates }: CustomerWords): boolean {
  const last = customer[0]!;
  return consecutive > 0 || last.failed || bot!.insists || last.negates || negates;
}

/** A denial, or the bot's reading put right: "York, not Cork"; "fifty" after "fifteen pounds, is that right?". */
function isCorrection(
  bot: BotTrace,
  customer: readonly TurnTrace[],
  { hashes, scores, negates, words }: CustomerWords,
): boolean {
  const last = customer[0]!;
  const ofBot = hashes.some((hash) => bot.signature.includes(hash) && !last.signature.includes(hash));
  const ofOwn = hashes.some((hash) => last.signature.includes(hash) && !bot.signature.includes(hash));
  // The bot took up what was said, so what it left out or put differently is its reading.
  const isReadBack = customer
    .slice(0, 3)
    .some((trace) => trace.signature.some((hash) => bot.signature.includes(hash)));
  if (
    negates &&
    words <= CORRECTION_WORDS &&
    ((ofBot && (ofOwn || (bot.asks && isReadBack))) || (ofOwn && isReadBack))
  )
    return true;
  if (words <= 6 && ofOwn && isReadBack && !ofBot && (!bot.asks || bot.confirms)) return true;
  // "I said …" without a denial is the same again, not a correction.
  return scores.correction >= 0.5 && (negates || !ofOwn);
}

/** The same again without being asked for it: the bot spoke of something else. */
function isRepeat(bot: BotTrace, customer: readonly TurnTrace[], { hashes }: CustomerWords): boolean {
  if (hashes.length === 0) return false;
  return customer.slice(0, 3).some((trace) => {
    if (similarity(trace.signature, hashes) < SAME) return false;
    if (!bot.asks) return true;
    // A question may ask for a part of what was said; only the whole of it, after a question about something else, is unprompted.
    const kept = trace.signature.filter((hash) => hashes.includes(hash)).length / trace.signature.length;
    return kept >= SAME && !trace.signature.some((hash) => bot.signature.includes(hash));
  });
}

function botTurn(state: DialogueState, turn: DialogueTurn, options: UnderstandOptions): UnderstoodTurn {
  const { models } = options;
  const tokens = tokenize(turn.text);
  const lang = options.lang ?? detectLanguage(models.language, turn.text).code;
  const scores = tokens.length === 0 ? undefined : signalScores(models, tokens, lang);
  const { hashes, subjects } = signatureOf(models.extractor, tokens, lang);
  const bot: BotTrace = {
    index: state.next,
    insists: similarity(state.bot?.signature ?? [], hashes) >= INSISTS,
    noMatch: (scores?.['bot-no-match'] ?? 0) >= 0.5,
    asks: (scores?.['bot-asks'] ?? 0) >= 0.5 || /[?？]\s*$/u.test(turn.text),
    confirms: tokens.length > 0 && !asksFor(models, tokens, lang),
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
