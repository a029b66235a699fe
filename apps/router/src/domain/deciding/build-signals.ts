import type { TurnUnderstood } from '@baton/contracts';
import { neutralSignals, type Signals } from '@baton/policy';
import { channelWord, primaryTag } from '../words.js';
import type { Conversation, PendingTurn } from './conversation.js';

/**
 * The signal snapshot of a turn: what dialog and sentiment say of it and what the conversation brought so far. A missing half
 * leaves its signals of this turn neutral; what adds up over the conversation keeps its last value.
 * `keyed`: the gateway heard the caller ask for a person.
 */
export function buildSignals(conversation: Conversation, turn: PendingTurn, keyed: boolean): Signals {
  const signals = neutralSignals();
  const { soFar, customer } = conversation;
  signals.turn.index = turn.turnIndex;
  signals.turn.customerTurns = soFar.customerTurns + 1;
  signals.humanRequest.count = soFar.humanRequests;
  Object.assign(signals.misunderstanding, soFar.misunderstood);
  signals.language.code = primaryTag(soFar.language || conversation.startedIn || signals.language.code);
  signals.language.supported = soFar.languageSupported;
  signals.language.switched = soFar.languageSwitched;
  signals.offers.made = soFar.offersMade;
  signals.offers.declined = soFar.offersDeclined;
  signals.offers.turnsSinceDecline = soFar.turnsSinceDecline < 0 ? -1 : soFar.turnsSinceDecline + 1;
  Object.assign(signals.customer, customer);
  signals.channel = channelWord(conversation.channel);
  if (turn.understood) addUnderstanding(signals, turn.understood);
  signals.customer.vulnerable = soFar.vulnerable === true || isVulnerable(signals);
  signals.offers.made = Math.max(signals.offers.made, conversation.offersMade);
  Object.assign(signals.trajectory, turn.scored?.trajectory ?? soFar.trajectory);
  if (turn.scored?.affect) Object.assign(signals.affect, turn.scored.affect);
  if (keyed) {
    const heardAlready = turn.understood?.humanRequest?.value === true;
    signals.humanRequest.count += heardAlready ? 0 : 1;
    Object.assign(signals.humanRequest, { value: true, score: 1, keyed: true });
  }
  return signals;
}

function addUnderstanding(signals: Signals, understood: TurnUnderstood): void {
  const { language, intent, humanRequest, misunderstanding } = understood;
  signals.turn.customerTurns = understood.customerTurns;
  signals.turn.asrConfidence = understood.asrConfidence;
  signals.turn.empty = understood.empty;
  if (humanRequest) Object.assign(signals.humanRequest, humanRequest);
  if (language?.code) {
    const { supported, switched } = language;
    signals.language = { code: primaryTag(language.code), supported, switched };
  }
  if (intent) Object.assign(signals.intent, intent);
  if (misunderstanding) {
    const { misunderstood: _, ...counts } = misunderstanding;
    Object.assign(signals.misunderstanding, counts);
  }
  addTopics(signals, understood);
  signals.offers = {
    made: understood.offersMade,
    declined: understood.offersDeclined,
    turnsSinceDecline: understood.offersDeclined > 0 ? understood.turnsSinceDecline : -1,
  };
  signals.bot.failed = understood.botFailed;
}

function isVulnerable({ topics, kinds }: Signals): boolean {
  return topics.vulnerability >= 0.5 || Object.values(kinds).includes(true);
}

function addTopics(signals: Signals, { topics }: TurnUnderstood): void {
  const scores = signals.topics as Record<string, number>;
  const kindFlags = signals.kinds as Record<string, boolean>;
  for (const { topic, score, kinds } of topics) {
    const name = camelCase(topic);
    if (Object.hasOwn(scores, name)) scores[name] = Math.max(scores[name]!, score);
    for (const kind of kinds.map(camelCase)) if (Object.hasOwn(kindFlags, kind)) kindFlags[kind] = true;
  }
}

/** `legal-complaint` → `legalComplaint`: events write names with hyphens, conditions without. */
function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
