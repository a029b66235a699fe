import type { CallerLog } from '../people/caller.js';
import { judge, type Evidence } from './judge.js';
import type { LoggedRecord } from './read-log.js';
import { trailText } from './trail-text.js';

const call = 'call-1';
let at = 0;

function event(
  type: string,
  data: Record<string, unknown> = {},
  change: Partial<LoggedRecord> = {},
): LoggedRecord {
  at += 1;
  const id = `${type}-${at}`;
  return {
    id,
    type,
    topic: 'baton.handoff.v1',
    subject: call,
    correlationId: call,
    source: '/baton/router',
    timeMs: at,
    sha256: id,
    data,
    ...change,
  };
}

const turn = (turnIndex: number, text: string) => event('TurnRecorded', { turnIndex, text });
const ofAgent = (type: string, handoffId: string, reservationToken: number) =>
  event(type, { handoffId, reservationToken }, { subject: 'agent-a' });

/** A handoff that went as it should. */
function records(): LoggedRecord[] {
  return [
    event('ConversationStarted'),
    turn(0, 'you are talking to a bot'),
    turn(1, 'a person please'),
    event('EscalationDecided', { handoffId: 'h1' }),
    event('HandoffRequested', { handoffId: 'h1' }),
    ofAgent('AgentReserved', 'h1', 1),
    event('HandoffOffered', { handoffId: 'h1' }),
    event('HandoffAccepted', { handoffId: 'h1' }),
    event('CallerBridged', { handoffId: 'h1' }),
    event('HandoffConnected', { handoffId: 'h1' }),
    turn(2, 'hello, this is a'),
    event('WrapUpStarted', { handoffId: 'h1' }),
    event('ConversationEnded'),
    event('HandoffCompleted', { handoffId: 'h1' }),
    ofAgent('AgentReleased', 'h1', 1),
  ];
}

const caller: CallerLog = {
  conversationId: call,
  said: [{ text: 'a person please', heard: true }],
  askedForPerson: true,
  heardAgent: true,
  sawEnd: true,
  hungUp: false,
  redials: 0,
  breaks: 1,
  longestSilenceMs: 100,
  longestSilenceEndedAt: 1,
};

function findings(all: readonly LoggedRecord[], change: Partial<Evidence> = {}) {
  const judgement = judge({
    records: all,
    audited: new Map([[call, [...new Set(all.map(({ id }) => id))]]]),
    callers: [caller],
    agentsSaid: [{ conversationId: call, text: 'hello, this is a', acknowledged: true }],
    ...change,
  });
  return judgement.findings.map(({ kind, what }) => `${kind}: ${what}`);
}

const without = (type: string) => records().filter((record) => record.type !== type);

describe('judging what killed processes left behind', () => {
  it('finds nothing where each handoff has one end and everything said is there once', () => {
    const { handoffs, finished } = judge({
      records: records(),
      audited: new Map(),
      callers: [caller],
      agentsSaid: [],
    });
    expect([handoffs, finished]).toEqual([1, 1]);
    expect(findings(records())).toEqual([]);
  });

  it('takes the same event published twice for one', () => {
    const all = records();
    expect(findings([...all, ...all.slice(3)])).toEqual([]);
  });

  it('finds an id that says two things', () => {
    const all = records();
    expect(findings([...all, { ...all[4]!, sha256: 'other' }])).toEqual([
      expect.stringMatching(/^doubled: HandoffRequested .* two contents/),
    ]);
  });

  it.each([
    ['HandoffCompleted', 'lost: handoff h1 has no end'],
    ['ConversationEnded', 'lost: no ConversationEnded'],
    ['AgentReleased', 'lost: agent-a was never released from h1'],
    ['EscalationDecided', 'lost: the caller asked for a person and nothing came of it'],
  ])('finds a missing %s', (type, finding) => {
    expect(findings(without(type))).toContain(finding);
  });

  it.each(['HandoffAccepted', 'CallerBridged', 'HandoffConnected', 'HandoffRequested'])(
    'finds a second %s',
    (type) => {
      expect(findings([...records(), event(type, { handoffId: 'h1' })])).toEqual([
        `doubled: handoff h1 has 2 ${type}`,
      ]);
    },
  );

  it('finds a second end', () => {
    expect(findings([...records(), event('HandoffAbandoned', { handoffId: 'h1' })])).toEqual([
      'doubled: handoff h1 ended HandoffCompleted and HandoffAbandoned',
    ]);
  });

  it('finds words that were acknowledged and are gone, or are there twice', () => {
    const all = records();
    expect(findings(all.filter(({ data }) => data['turnIndex'] !== 1))).toContain(
      'lost: "a person please" was acknowledged and is not on the record',
    );
    expect(findings([...all, turn(3, 'a person please')])).toEqual([
      'doubled: "a person please" is on the record 2 times',
    ]);
    expect(findings([...all, turn(2, 'something else')])).toEqual(['doubled: turn indices 0 1 2 2']);
  });

  it('finds an agent who is held for two callers, and a token that does not grow', () => {
    const all = records();
    const between = all.findIndex(({ type }) => type === 'HandoffOffered');
    const held = [...all.slice(0, between), ofAgent('AgentReserved', 'h2', 1), ...all.slice(between)];
    const found = findings(held);
    expect(found).toContain('doubled: agent-a was held for h2 while held for h1');
    expect(found).toContain('doubled: agent-a was held under token 1 after 1');
  });

  it('finds an event that is not in the audit log, or is there twice', () => {
    const all = records();
    const ids = all.map(({ id }) => id);
    expect(findings(all, { audited: new Map([[call, ids.slice(1)]]) })).toEqual([
      expect.stringMatching(/^lost: ConversationStarted .* is not in the audit log/),
    ]);
    expect(findings(all, { audited: new Map([[call, [...ids, ids[0]!]]]) })).toEqual([
      'doubled: an event is in the audit log twice',
    ]);
  });

  it('shows the trail of a handoff with the kills in it', () => {
    const all = records();
    const kill = { victim: 'router', step: 'accept', at: all[7]!.timeMs, backAfterMs: 900 };
    const lines = trailText([...all, ...all], call, [kill]).split('\n');
    expect(lines).toHaveLength(all.length + 1);
    expect(lines.join('\n')).toMatch(
      /HandoffAccepted.*\n.*kill -9 router at accept, back after 900 ms\n.*CallerBridged/,
    );
  });
});
