import { createHash } from 'node:crypto';
import {
  BotMode,
  ConsentRecorded,
  ConsentState,
  ConversationStarted,
  CustomerRef,
  Direction,
  DisclosureKind,
  DisclosurePlayed,
  EndReason,
  OutboundNotAnswered,
  OutboundRung,
} from '@baton/contracts';
import { BatonError } from '@baton/kernel';
import { sentenceIn, type Pack } from '@baton/packs';
import { draft } from '@baton/persistence';
import type { Call, Outbound } from './call.js';
import { endCall } from './end-call.js';
import { moveLease } from './move-lease.js';
import type { Outcome } from './outcome.js';
import { inTurn } from './speak.js';
import { announce, bridged } from './transfer.js';

/** Rings somebody who was promised it, in a call of its own; the agent holds the lease from the first word. */
export function ring(
  conversationId: string,
  promised: Call,
  outbound: Outbound & { readonly agentId: string },
  now: number,
): Outcome {
  const { agentId, ...rung } = outbound;
  const { handoffId, callbackId, attempt, answerBy, previousConversationId } = rung;
  const { tenantId, packSha256, channel, language, jurisdiction } = promised;
  const customer = promised.customer ?? CustomerRef.create({ known: false });
  const call: Call = {
    ...{ tenantId, packSha256, channel, language, jurisdiction, customer },
    botMode: BotMode.BOT_MODE_PACK,
    nextTurnIndex: 0,
    customerTurns: 0,
    lease: { holder: 'nobody', token: 0 },
    phase: 'ringing',
    handoffId,
    outbound: rung,
    gates: [],
    lastTurnAt: now,
  };
  const started = draft(ConversationStarted, conversationId, {
    ...{ channel, language, jurisdiction, customer },
    pack: { name: tenantId, sha256: packSha256 },
    botMode: BotMode.BOT_MODE_PACK,
    startedAtMs: now,
    direction: Direction.DIRECTION_OUTBOUND,
    previousConversationId,
  });
  const answerByMs = answerBy;
  const rang = { handoffId, agentId, callbackId, attempt, answerByMs, previousConversationId };
  return inTurn(
    call,
    (current) => ({ call: current, events: [started] }),
    (current) => moveLease(conversationId, current, { holder: 'agent', agent: { agentId, handoffId } }),
    (current) => ({ call: current, events: [draft(OutboundRung, conversationId, rang)] }),
  );
}

/**
 * They pick up: who rings and the consent notice first, then caller and agent hear each other. Undefined where they have before.
 * Throws `conversation-ended` where it rang out.
 */
export function pickedUp(
  conversationId: string,
  call: Call,
  pack: Pack,
  greeting: string,
  now: number,
): Outcome | undefined {
  if (call.phase === 'ended') throw new BatonError('conversation-ended', 'It does not ring any more.');
  if (call.phase !== 'ringing') return undefined;
  const jurisdiction = pack.compliance.jurisdictions.find(({ code }) => code === call.jurisdiction);
  const version = jurisdiction?.disclosureVersion ?? '';
  const [primary = call.language] = call.language.split('-');
  const notice = jurisdiction ? sentenceIn(jurisdiction.consentNotice, primary, ...pack.languages) : '';
  const told = draft(DisclosurePlayed, conversationId, {
    kind: DisclosureKind.DISCLOSURE_KIND_CONSENT_NOTICE,
    language: call.language,
    textSha256: createHash('sha256').update(notice).digest('hex'),
    version,
    jurisdiction: call.jurisdiction,
  });
  const consents = (jurisdiction?.consents ?? []).map(({ purpose, mode }) =>
    draft(ConsentRecorded, conversationId, {
      purpose,
      state: mode === 'notice' ? ConsentState.CONSENT_STATE_NOTIFIED : ConsentState.CONSENT_STATE_REFUSED,
      jurisdiction: call.jurisdiction,
      noticeVersion: version,
    }),
  );
  const agent = { agentId: call.lease.agentId ?? '', handoffId: call.handoffId ?? '' };
  return inTurn(
    { ...call, phase: 'agent' },
    (current) => announce(conversationId, current, greeting, current.language, now),
    (current) => ({ call: current, events: [told, ...consents] }),
    (current) => announce(conversationId, current, notice, current.language, now),
    (current) => bridged(conversationId, current, agent),
  );
}

/** Nobody picked up, or they do not want to talk now. Undefined where it does not ring. */
export function notAnswered(
  conversationId: string,
  call: Call,
  reason: 'no-answer' | 'declined' | 'agent-left',
  now: number,
): Outcome | undefined {
  if (call.phase !== 'ringing') return undefined;
  const { handoffId, callbackId } = call.outbound!;
  return inTurn(
    call,
    (current) => ({
      call: current,
      events: [draft(OutboundNotAnswered, conversationId, { handoffId, callbackId, reason })],
    }),
    (current) => endCall(conversationId, current, EndReason.END_REASON_NOT_ANSWERED, now)!,
  );
}
