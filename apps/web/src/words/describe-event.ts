import { decodeSpeaker } from '../api/decode-conversation.js';
import { list, number, record, text, word, type Wire } from '../api/wire.js';
import { humanise, languageName, jurisdictionName, waitInWords } from './format.js';
import { endingTitle, presenceTitle, reasonTitle, verdictTitle } from './titles.js';

/** Who an agent id belongs to; the id itself where the name is not known. */
export type NameOf = (agentId: string) => string;

/** `baton.handoff.v1.HandoffOffered` → `HandoffOffered`. */
export const eventName = (type: string): string => type.slice(type.lastIndexOf('.') + 1);

const speakerWords = {
  customer: 'The caller',
  bot: 'The assistant',
  agent: 'The agent',
  announcement: 'An announcement',
};

type Sentence = (data: Wire, name: NameOf) => string;

const who = (data: Wire, name: NameOf): string => name(text(data['agentId'])) || 'The agent';
const reasonsOf = (value: unknown): string => list(value, text).map(reasonTitle).join(', ');
const decisionOf = (data: Wire): Wire => record(data['decision']);

const conversation: Readonly<Record<string, Sentence>> = {
  ConversationStarted: (data) =>
    `The call began: ${word(data['channel'], 'CHANNEL_') || 'unknown channel'}, ${languageName(text(data['language'])) || 'no language given'}, ${jurisdictionName(text(data['jurisdiction'])) || 'default jurisdiction'}.`,
  DisclosurePlayed: (data) =>
    word(data['kind'], 'DISCLOSURE_KIND_') === 'ai'
      ? 'The caller was told that they speak with an AI.'
      : 'The caller heard the consent notice.',
  ConsentRecorded: (data) =>
    `Consent to ${text(data['purpose']) || 'a purpose'}: ${word(data['state'], 'CONSENT_STATE_') || 'unknown'}.`,
  TurnRecorded: (data, name) => {
    const speaker = decodeSpeaker(data['speaker']);
    const subject = speaker === 'agent' ? who(data, name) : speakerWords[speaker];
    return text(data['text']) ? `${subject}: “${text(data['text'])}”` : `${subject} said nothing.`;
  },
  HumanRequested: () => 'The caller asked for a person directly.',
  SpeechLeaseMoved: (data, name) => {
    const holder = word(data['holder'], 'LEASE_HOLDER_');
    const beside = list(data['participants'], (item) => name(text(record(item)['agentId'])));
    if (holder === 'nobody')
      return 'Between two people: nobody may speak for the company, only announcements are said.';
    if (holder !== 'agent') return 'The assistant may speak for the company.';
    return beside.length > 0
      ? `${who(data, name)} leads the call; ${beside.join(', ')} may speak beside them.`
      : `${who(data, name)} may speak for the company from now on; nobody else may.`;
  },
  CallerHeld: () => 'The caller is on hold while their agent asks a colleague; neither side hears the other.',
  CallerResumed: () => 'The caller is off hold.',
  OutboundRung: (data, name) =>
    `${who(data, name)} rings the caller, attempt ${number(data['attempt']) || 1}.`,
  OutboundNotAnswered: (data) =>
    `The callback was not answered: ${humanise(text(data['reason'])).toLowerCase()}.`,
  MessageLeft: (data) => `The caller left a message: “${text(data['text'])}”`,
  BotSpeechDropped: () => 'The assistant tried to speak without the right to; the caller did not hear it.',
  DecisionGateExpired: (data) =>
    `The decision took longer than ${number(data['waitedMs'])} ms, so the assistant spoke before it.`,
  CallerBridged: (data, name) => `The caller and ${who(data, name)} hear each other.`,
  ConversationEnded: (data) => `The call ended. ${endingTitle(word(data['reason'], 'END_REASON_'))}`.trim(),
};

const understanding: Readonly<Record<string, Sentence>> = {
  TurnUnderstood: (data) => {
    const intent = record(data['intent']);
    const topics = list(data['topics'], (item) => text(record(item)['topic'])).filter(Boolean);
    const wants = text(intent['name'])
      ? `wants “${humanise(text(intent['name']))}”`
      : 'wants nothing the assistant knows';
    const asks = record(data['humanRequest'])['value'] === true ? ', asks for a person' : '';
    return `Understood: the caller ${wants}${asks}${topics.length > 0 ? `; topic ${topics.map(humanise).join(', ')}` : ''}.`;
  },
  BotReplied: (data) => `The assistant prepared an answer: “${text(data['text'])}”`,
  SentimentScored: (data) => {
    const affect = record(data['affect']);
    const polarity = number(affect['polarity']);
    const mood = polarity < -0.25 ? 'negative' : polarity > 0.25 ? 'positive' : 'neutral';
    const level = (name: string) => ['none', 'some', 'strong'][number(affect[name])] ?? 'none';
    return `Mood ${mood}; frustration ${level('frustration')}, urgency ${level('urgency')}.`;
  },
  TurnDecided: (data) => {
    const decision = decisionOf(data);
    const verdict = verdictTitle(word(decision['verdict'], 'VERDICT_'));
    return `Decision: ${verdict.toLowerCase()} (risk ${Math.round(number(decision['risk']) * 100)} %).`;
  },
  EscalationDecided: (data) =>
    `A person must take over: ${reasonsOf(decisionOf(data)['reasons']) || 'see the decision'}.`,
  HumanOffered: () => 'The caller was asked whether they want a person.',
};

const handoff: Readonly<Record<string, Sentence>> = {
  HandoffRequested: (data) =>
    `A handoff began, ${word(data['priority'], 'PRIORITY_') || 'normal'} priority, skills: ${list(data['skills'], text).join(', ') || 'any'}.`,
  HandoffQueued: (data) => {
    const seconds = number(data['expectedWaitSeconds']);
    const wait = seconds > 0 ? `, about ${waitInWords(seconds)}` : '';
    return `The caller waits in the queue “${text(data['queue'])}” at place ${number(data['position']) || 1}${wait}.`;
  },
  HandoffOffered: (data, name) => `The call was offered to ${who(data, name)}.`,
  HandoffAccepted: (data, name) => `${who(data, name)} accepted the call.`,
  HandoffRejected: (data, name) =>
    `${who(data, name)} did not take the call${text(data['reason']) ? `: ${text(data['reason'])}` : ''}.`,
  HandoffOfferTimedOut: (data, name) => `${who(data, name)} did not answer in time.`,
  HandoffRescinded: (data, name) => `The offer to ${who(data, name)} was withdrawn.`,
  HandoffConnected: (data, name) =>
    `${who(data, name)} is with the caller, ${(number(data['timeToHumanMs']) / 1000).toFixed(1)} s after the request.`,
  QueuePositionAnnounced: (data) =>
    `The caller heard their place in the queue: ${number(data['position']) || 1}.`,
  WrapUpStarted: (data, name) => `${who(data, name)} writes up the call.`,
  HandoffCompleted: (data, name) =>
    `${who(data, name)} closed the case${text(data['disposition']) ? ` as “${humanise(text(data['disposition']))}”` : ''}.`,
  HandoffAbandoned: (data) => `The caller left while the handoff was ${text(data['inState']) || 'waiting'}.`,
  HandoffFailed: (data) => `The transfer could not be made: ${text(data['reason']) || 'no reason given'}.`,
  HandoffReturnedToBot: () => 'The call went back to the assistant.',
  TransferRequested: (data, name) => {
    const consult = word(data['kind'], 'HANDOFF_KIND_') === 'consult';
    const to = name(text(data['targetAgentId'])) || `the queue “${text(data['queue'])}”`;
    return consult
      ? `${who(data, name)} asks ${to} for advice.`
      : `${who(data, name)} passes the caller on to ${to}.`;
  },
  TransferProgressed: (data, name) => {
    const phase = text(data['phase']);
    if (phase === 'consulting') return `A colleague answered ${who(data, name)}; the two talk in private.`;
    if (phase === 'conference') return `The colleague is in the call with ${who(data, name)}.`;
    return `${who(data, name)} has the caller alone again${text(data['reason']) ? `: ${humanise(text(data['reason'])).toLowerCase()}` : ''}.`;
  },
  TransferSettled: (data, name) => {
    const outcome = word(data['outcome'], 'TRANSFER_OUTCOME_');
    const colleague = name(text(data['nextAgentId'])) || 'the colleague';
    if (outcome === 'transferred') return `${who(data, name)} hands the caller over to ${colleague}.`;
    if (outcome === 'conference') return `${who(data, name)} brings ${colleague} into the call.`;
    return `${who(data, name)} goes on alone.`;
  },
  ConsultMessageSent: (data, name) =>
    `${name(text(data['fromAgentId'])) || 'An agent'} to a colleague, in private: “${text(data['text'])}”`,
  PacketShown: (data, name) => `The packet stood on the screen of ${who(data, name)}.`,
  HandoffCancelled: (data) => `The request came to nothing: ${humanise(text(data['reason'])).toLowerCase()}.`,
  HandoffMessageTaken: (data) => `The message of the caller is kept for the queue “${text(data['queue'])}”.`,
  MessageHandled: (data, name) => `${who(data, name)} has dealt with the message.`,
  CallbackDue: (data) => `It is time to ring the caller back, attempt ${number(data['attempt']) || 1}.`,
  CallbackRetryScheduled: (data) =>
    `The caller is rung again later: ${humanise(text(data['reason'])).toLowerCase()}.`,
  CallbackCompleted: () => 'The callback reached the caller.',
  CallbackExpired: (data) =>
    `The callback is over without reaching the caller: ${humanise(text(data['reason'])).toLowerCase()}.`,
  CallbackScheduled: () => 'A callback was booked; the caller keeps their place.',
};

const others: Readonly<Record<string, Sentence>> = {
  AgentRegistered: (data, name) => `${who(data, name)} is known as an agent.`,
  AgentPresenceChanged: (data, name) =>
    `${who(data, name)}: ${presenceTitle(word(data['presence'], 'PRESENCE_') || 'offline').toLowerCase()}.`,
  AgentReserved: (data, name) =>
    `${who(data, name)} was reserved for this call${text(data['why']) ? ` (${text(data['why'])})` : ''}.`,
  AgentReleased: (data, name) => `${who(data, name)} is free again.`,
  PacketAssembled: (data) =>
    `The packet for the agent was put together, revision ${number(data['revision'])}.`,
  AssistUpdated: (data) => `Help for the agent was renewed, revision ${number(data['revision'])}.`,
  CheckpointSigned: (data) => `The audit log was signed at ${number(data['size'])} entries.`,
};

const sentences: Readonly<Record<string, Sentence>> = {
  ...conversation,
  ...understanding,
  ...handoff,
  ...others,
};

/** What an event says, as a sentence. Erased data and unknown events still have one. */
export function describeEvent(type: string, data: Wire | undefined, name: NameOf): string {
  const bare = eventName(type);
  if (!data)
    return `${humanise(bare.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase())}; its content was erased.`;
  return (
    sentences[bare]?.(data, name) ??
    `${humanise(bare.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase())}.`
  );
}

/** Steps a person follows a call by; the rest is how they came about. */
export function isMainStep(type: string): boolean {
  const quiet = [
    'TurnUnderstood',
    'BotReplied',
    'SentimentScored',
    'PacketAssembled',
    'AssistUpdated',
    'TurnDecided',
  ];
  return !quiet.includes(eventName(type));
}

/** The part of Baton an event belongs to: `baton.handoff.v1.HandoffOffered` → `handoff`. */
export const eventArea = (type: string): string => type.split('.').at(-3) ?? '';
