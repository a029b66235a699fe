import { resolve } from 'node:path';
import { BotMode, Channel, Speaker, TurnRecorded } from '@baton/contracts';
import { loadPack, type Pack } from '@baton/packs';
import type { Call } from '../domain/call.js';
import type { Outcome } from '../domain/outcome.js';

export const conversationId = 'call-1';

/** A call with the bot, after the disclosure, the notice and the greeting. */
export function callWithBot(changes: Partial<Call> = {}): Call {
  return {
    tenantId: 'bank',
    packSha256: 'f'.repeat(64),
    channel: Channel.CHANNEL_PHONE,
    language: 'en',
    jurisdiction: 'GB',
    botMode: BotMode.BOT_MODE_PACK,
    nextTurnIndex: 3,
    customerTurns: 0,
    lease: { holder: 'bot', token: 1 },
    phase: 'bot',
    gates: [],
    lastTurnAt: 1_000,
    ...changes,
  };
}

/** The same call once an agent has taken it. */
export function callWithAgent(changes: Partial<Call> = {}): Call {
  return callWithBot({
    phase: 'agent',
    handoffId: 'handoff-1',
    lease: { holder: 'agent', token: 2, agentId: 'agent-amira' },
    ...changes,
  });
}

/** A gate of a customer turn, open under the lease of `callWithBot`. */
export const gate = { turnIndex: 3, leaseToken: 1 };

/** The short names of what was published, in order. */
export function names(outcome: Outcome | undefined): string[] {
  return (outcome?.events ?? []).map(({ type }) => type.type.slice(type.type.lastIndexOf('.') + 1));
}

/** Data of the first event of a type. */
export function dataOf<T>(outcome: Outcome | undefined, wanted: { readonly type: string }): T {
  const found = outcome?.events.find(({ type }) => type.type === wanted.type);
  if (!found) throw new Error(`no ${wanted.type} was published`);
  return found.data as T;
}

/** What the caller heard the bot say. */
export function botSaid(outcome: Outcome | undefined): string[] {
  return turns(outcome)
    .filter(({ speaker }) => speaker === Speaker.SPEAKER_BOT)
    .map(({ text }) => text);
}

/** Every turn that was recorded. */
export function turns(outcome: Outcome | undefined): TurnRecorded[] {
  return (outcome?.events ?? [])
    .filter(({ type }) => type.type === TurnRecorded.type)
    .map(({ data }) => data as TurnRecorded);
}

let loaded: Pack | undefined;

/** The bank that ships with Baton. */
export function bank(): Pack {
  if (loaded) return loaded;
  const pack = loadPack(resolve(import.meta.dirname, '../../../../packs/bank'));
  if (!pack.ok) throw new Error(pack.error.map(({ message }) => message).join('\n'));
  return (loaded = pack.value);
}
