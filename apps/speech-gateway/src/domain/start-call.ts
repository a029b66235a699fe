import { createHash } from 'node:crypto';
import {
  BotMode,
  ConsentRecorded,
  ConsentState,
  ConversationStarted,
  Direction,
  DisclosureKind,
  DisclosurePlayed,
  LeaseHolder,
  Speaker,
  SpeechLeaseMoved,
  type Channel,
  type CustomerRef,
} from '@baton/contracts';
import { draft } from '@baton/persistence';
import { fillText, sentenceIn, type Pack } from '@baton/packs';
import type { Call } from './call.js';
import type { Leg } from './leg.js';
import type { Outcome } from './outcome.js';
import { inTurn, speak } from './speak.js';

export interface CallRequest {
  readonly channel: Channel;
  readonly language: string;
  /** Empty: the pack's default. */
  readonly jurisdiction: string;
  readonly botMode: BotMode;
  readonly customer: CustomerRef;
  readonly now: number;
  readonly traceparent?: string;
  /** Where the caller is reached, unless they hold a connection. */
  readonly leg?: Omit<Leg, 'number'>;
}

/**
 * The first words of every conversation: the AI disclosure, then the consent notice, before anything else may be said
 * (compliance R1). A consent that needs an answer starts as refused until the caller grants it.
 */
export function startCall(
  conversationId: string,
  tenantId: string,
  pack: Pack,
  request: CallRequest,
): Outcome {
  const { now } = request;
  const language = request.language || pack.languages[0]!;
  const jurisdiction = jurisdictionOf(pack, request.jurisdiction);
  const [primary = language] = language.split('-');
  const said = (text: Readonly<Record<string, string>>) => sentenceIn(text, primary, ...pack.languages);
  const disclosure = said(jurisdiction.aiDisclosure);
  const notice = said(jurisdiction.consentNotice);
  const call: Call = {
    tenantId,
    packSha256: pack.sha256,
    channel: request.channel,
    language,
    jurisdiction: jurisdiction.code,
    botMode: request.botMode,
    nextTurnIndex: 0,
    customerTurns: 0,
    lease: { holder: 'bot', token: 1 },
    phase: 'bot',
    gates: [],
    lastTurnAt: now,
    ...(request.customer.customerId === '' ? {} : { customerId: request.customer.customerId }),
    ...(request.leg === undefined ? {} : { leg: { ...request.leg, number: 1 } }),
    customer: request.customer,
    ...(request.traceparent === undefined ? {} : { traceparent: request.traceparent }),
  };
  const played = (kind: DisclosureKind, text: string) =>
    draft(DisclosurePlayed, conversationId, {
      kind,
      language,
      textSha256: createHash('sha256').update(text).digest('hex'),
      version: jurisdiction.disclosureVersion,
      jurisdiction: jurisdiction.code,
    });
  const opening: Outcome = {
    call,
    events: [
      draft(ConversationStarted, conversationId, {
        channel: request.channel,
        language,
        jurisdiction: jurisdiction.code,
        pack: { name: pack.name, sha256: pack.sha256 },
        botMode: request.botMode,
        customer: request.customer,
        startedAtMs: now,
        direction: Direction.DIRECTION_INBOUND,
      }),
      played(DisclosureKind.DISCLOSURE_KIND_AI, disclosure),
      played(DisclosureKind.DISCLOSURE_KIND_CONSENT_NOTICE, notice),
      ...jurisdiction.consents.map(({ purpose, mode }) =>
        draft(ConsentRecorded, conversationId, {
          purpose,
          state: mode === 'notice' ? ConsentState.CONSENT_STATE_NOTIFIED : ConsentState.CONSENT_STATE_REFUSED,
          jurisdiction: jurisdiction.code,
          noticeVersion: jurisdiction.disclosureVersion,
        }),
      ),
      draft(SpeechLeaseMoved, conversationId, {
        holder: LeaseHolder.LEASE_HOLDER_BOT,
        token: 1,
        agentId: '',
        participants: [],
      }),
    ],
  };
  const announce = (text: string) => (current: Call) =>
    speak(conversationId, current, { speaker: Speaker.SPEAKER_ANNOUNCEMENT, text, language, now });
  const greet = (current: Call) =>
    request.botMode === BotMode.BOT_MODE_PACK
      ? speak(conversationId, current, {
          speaker: Speaker.SPEAKER_BOT,
          text: fillText(said(pack.bot.greeting), (name) =>
            name === 'company' ? pack.bot.company : undefined,
          ).text,
          language,
          now,
        })
      : { call: current, events: [] };
  return inTurn(call, () => opening, announce(disclosure), announce(notice), greet);
}

function jurisdictionOf(pack: Pack, code: string) {
  const { jurisdictions, defaultJurisdiction } = pack.compliance;
  return (
    jurisdictions.find((jurisdiction) => jurisdiction.code === code) ??
    jurisdictions.find((jurisdiction) => jurisdiction.code === defaultJurisdiction) ??
    jurisdictions[0]!
  );
}
