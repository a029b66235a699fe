import { derivedId, uuidV7 } from '@baton/kernel';
import type { BatonEvent, DeliveredRecord } from '@baton/eventing';

/** Some deliveries of one partition, as the consumer hands them over. */
export interface BenchBatch {
  readonly events: readonly BatonEvent<unknown>[];
  readonly records: readonly DeliveredRecord[];
}

interface Sample {
  readonly type: string;
  readonly topic: string;
  readonly source: string;
  readonly data: (turn: number) => object;
}

const samples: readonly Sample[] = [
  {
    type: 'baton.conversation.v1.TurnRecorded',
    topic: 'baton.conversation.v1',
    source: '/baton/speech-gateway',
    data: (turn) => ({
      turnIndex: turn,
      speaker: 'SPEAKER_CUSTOMER',
      text: `someone is spending on my card right now, the number ends in [PAN] and it is urgent (${turn})`,
      asrConfidence: 0.91,
      redactedTypes: ['PAN'],
      atMs: '1772366400000',
      language: 'en',
      customerTurns: turn,
    }),
  },
  {
    type: 'baton.dialog.v1.TurnUnderstood',
    topic: 'baton.dialog.v1',
    source: '/baton/dialog',
    data: (turn) => ({
      turnIndex: turn,
      language: { code: 'en', confidence: 0.99, supported: true },
      intent: { name: 'card_stolen', confidence: 0.93 },
      humanRequest: { score: 0.04 },
      topics: [{ topic: 'fraud', score: 0.97 }],
      misunderstanding: { kind: '' },
      customerTurns: turn,
      asrConfidence: 0.91,
    }),
  },
  {
    type: 'baton.sentiment.v1.SentimentScored',
    topic: 'baton.sentiment.v1',
    source: '/baton/sentiment',
    data: (turn) => ({
      turnIndex: turn,
      affect: { polarity: -0.6, frustration: 2, urgency: 1 },
      trajectory: { frustrationMax: 2, frustratedTurns: 1, polarityMean: -0.3 },
    }),
  },
  {
    type: 'baton.decision.v1.TurnDecided',
    topic: 'baton.decision.v1',
    source: '/baton/router',
    data: (turn) => ({
      decision: {
        decisionId: derivedId('decision', 'baton', turn),
        turnIndex: turn,
        verdict: 'VERDICT_ESCALATE',
        risk: 0.97,
        reasons: ['fraud', 'urgency'],
        skills: ['fraud'],
        priority: 'PRIORITY_URGENT',
        language: 'en',
        policyId: 'bank',
        policyVersion: 3,
        policySha256: 'f'.repeat(64),
        matched: [{ ruleId: 'fraud-now', hard: true, contribution: 1, inputs: { 'topics.fraud': 0.97 } }],
        explanation: ['The caller says that money is being taken right now.'],
      },
    }),
  },
];

/** Calls in progress at a time; each speaks in turn. */
const LIVE_CALLS = 250;
const TURNS = 40;
const STARTED_AT = 1_772_366_400_000;

/** Batch number `batch` of the traffic of many calls at once. */
export function benchBatch(tenant: string, batch: number, size: number): BenchBatch {
  const events: BatonEvent<unknown>[] = [];
  const records: DeliveredRecord[] = [];
  for (let i = 0; i < size; i++) {
    const number = batch * size + i;
    const event = Math.floor(number / LIVE_CALLS) % (samples.length * TURNS);
    const sample = samples[event % samples.length]!;
    const turn = Math.floor(event / samples.length);
    const call = number % LIVE_CALLS;
    const generation = Math.floor(number / (LIVE_CALLS * samples.length * TURNS));
    const conversation = conversationId(generation * LIVE_CALLS + call);
    const data = sample.data(turn);
    events.push({
      meta: {
        id: derivedId(conversation, sample.type, turn),
        type: sample.type,
        source: sample.source,
        time: STARTED_AT + number,
        subject: conversation,
        tenantId: tenant,
        correlationId: conversation,
        causationId: derivedId(conversation, 'cause', turn),
      },
      data,
    });
    records.push({
      topic: sample.topic,
      key: conversation,
      headers: {},
      value: Buffer.from(JSON.stringify(data)),
      partition: 0,
      offset: String(number),
    });
  }
  return { events, records };
}

/** Ids as the gateway makes them: they sort by the start of the call. */
function conversationId(call: number): string {
  return uuidV7(STARTED_AT + call, Buffer.from(String(call).padStart(10, '0'), 'latin1'));
}
