import type { AgentSaid } from '../people/agent.js';
import type { CallerLog } from '../people/caller.js';
import { judgeAgents } from './judge-agents.js';
import type { LoggedRecord } from './read-log.js';

/** Everything that is known once all is quiet. */
export interface Evidence {
  readonly records: readonly LoggedRecord[];
  /** Event ids the audit log has, by conversation. */
  readonly audited: ReadonlyMap<string, readonly string[]>;
  readonly callers: readonly CallerLog[];
  readonly agentsSaid: readonly AgentSaid[];
}

/** Something that must not be. */
export interface Finding {
  readonly kind: 'lost' | 'doubled';
  readonly conversationId: string;
  readonly what: string;
}

export interface Judgement {
  readonly handoffs: number;
  /** With exactly one final state. */
  readonly finished: number;
  readonly findings: readonly Finding[];
}

/** Each ends a handoff for good. */
export const finalTypes = [
  'HandoffCompleted',
  'HandoffAbandoned',
  'HandoffFailed',
  'HandoffReturnedToBot',
  'CallbackScheduled',
] as const;

/** At most once for each handoff. */
const onceAHandoff = [
  'HandoffRequested',
  'HandoffAccepted',
  'CallerBridged',
  'HandoffConnected',
  'WrapUpStarted',
];

/** Whether every handoff came to exactly one end, and everything that was acknowledged is there exactly once. */
export function judge(evidence: Evidence): Judgement {
  const findings: Finding[] = [];
  const distinct = distinctRecords(evidence.records, findings);
  const byConversation = Map.groupBy(distinct, ({ correlationId }) => correlationId);
  let handoffs = 0;
  let finished = 0;
  for (const caller of evidence.callers) {
    const events = byConversation.get(caller.conversationId) ?? [];
    const found = new Conversation(caller.conversationId, events, findings);
    found.judgeCall(caller);
    found.judgeSaid(caller, evidence.agentsSaid);
    found.judgeAudit(evidence.audited.get(caller.conversationId) ?? []);
    const ends = found.judgeHandoffs();
    handoffs += ends.length;
    finished += ends.filter((count) => count === 1).length;
  }
  findings.push(...judgeAgents(distinct));
  return { handoffs, finished, findings };
}

/** The same id twice is the same event; twice with other bytes is two. */
function distinctRecords(records: readonly LoggedRecord[], findings: Finding[]): LoggedRecord[] {
  const known = new Map<string, LoggedRecord>();
  for (const record of records) {
    const before = known.get(record.id);
    if (before === undefined) known.set(record.id, record);
    else if (before.sha256 !== record.sha256) {
      const what = `${record.type} ${record.id} was said with two contents`;
      findings.push({ kind: 'doubled', conversationId: record.correlationId, what });
    }
  }
  return [...known.values()];
}

class Conversation {
  constructor(
    private readonly conversationId: string,
    private readonly events: readonly LoggedRecord[],
    private readonly findings: Finding[],
  ) {}

  judgeCall(caller: CallerLog): void {
    this.#exactlyOne('ConversationStarted', this.#of('ConversationStarted').length);
    this.#exactlyOne('ConversationEnded', this.#of('ConversationEnded').length);
    if (!caller.askedForPerson) this.#lost('the caller did not come to ask for a person');
    else if (this.#of('EscalationDecided').length === 0 && !caller.hungUp)
      this.#lost('the caller asked for a person and nothing came of it');
    if (!caller.sawEnd) this.#lost('the caller never heard the end of the call');
  }

  judgeSaid(caller: CallerLog, agents: readonly AgentSaid[]): void {
    const turns = this.#of('TurnRecorded');
    const acknowledged = [
      ...caller.said.filter(({ heard }) => heard),
      ...agents.filter(({ conversationId }) => conversationId === this.conversationId),
    ];
    for (const { text } of acknowledged) {
      const count = turns.filter(({ data }) => data['text'] === text).length;
      if (count === 0) this.#lost(`"${text}" was acknowledged and is not on the record`);
      if (count > 1) this.#doubled(`"${text}" is on the record ${count} times`);
    }
    const indices = turns.map(({ data }) => Number(data['turnIndex'])).sort((a, b) => a - b);
    if (indices.some((index, at) => index !== at)) {
      const doubled = new Set(indices).size < indices.length;
      (doubled ? this.#doubled : this.#lost).call(this, `turn indices ${indices.join(' ')}`);
    }
  }

  judgeAudit(ids: readonly string[]): void {
    const logged = new Set(ids);
    if (logged.size < ids.length) this.#doubled('an event is in the audit log twice');
    for (const { id, type } of this.events)
      if (!logged.has(id)) this.#lost(`${type} ${id} is not in the audit log`);
  }

  /** How many ends each handoff came to. */
  judgeHandoffs(): number[] {
    const ids = new Set(this.events.map(({ data }) => data['handoffId'] as string | undefined));
    ids.delete(undefined);
    ids.delete('');
    return [...ids].map((handoffId) => {
      const own = this.events.filter(({ data }) => data['handoffId'] === handoffId);
      const ends = own.filter(({ type }) => finalTypes.some((final) => final === type));
      if (ends.length === 0) this.#lost(`handoff ${handoffId} has no end`);
      if (ends.length > 1)
        this.#doubled(`handoff ${handoffId} ended ${ends.map(({ type }) => type).join(' and ')}`);
      for (const type of onceAHandoff) {
        const count = own.filter((event) => event.type === type).length;
        if (count > 1) this.#doubled(`handoff ${handoffId} has ${count} ${type}`);
      }
      return ends.length;
    });
  }

  #of(type: string): LoggedRecord[] {
    return this.events.filter((event) => event.type === type);
  }

  #exactlyOne(what: string, count: number): void {
    if (count === 0) this.#lost(`no ${what}`);
    if (count > 1) this.#doubled(`${count} ${what}`);
  }

  #lost(what: string): void {
    this.findings.push({ kind: 'lost', conversationId: this.conversationId, what });
  }

  #doubled(what: string): void {
    this.findings.push({ kind: 'doubled', conversationId: this.conversationId, what });
  }
}
