import { Inject, Injectable } from '@nestjs/common';
import { BatonError, derivedId } from '@baton/kernel';
import {
  BotMode,
  Channel,
  ConsentRecorded,
  ConsentState,
  CustomerRef,
  EndReason,
  Speaker,
  type AnswerCallRequest,
  type EndCallRequest,
  type LeaveMessageRequest,
  type RecordConsentRequest,
  type RecordTurnRequest,
  type SayAsAgentRequest,
  type StartCallRequest,
} from '@baton/contracts';
import { CLAIMED_LANGUAGES, findPii, redact, type PiiSpan } from '@baton/language';
import { commandCause, draft, type Cause } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { count } from '@baton/telemetry';
import { isPlainRequestForPerson } from './domain/plain-request.js';
import { CardMemory, type SaidByCustomer } from './domain/card-memory.js';
import { cleanText } from './domain/clean-text.js';
import { endCall, legLeft } from './domain/end-call.js';
import { leaveMessage } from './domain/leave-message.js';
import { notAnswered, pickedUp } from './domain/ring.js';
import { transferSentence } from './domain/transfer-sentences.js';
import { recordTurn } from './domain/record-turn.js';
import { startCall } from './domain/start-call.js';
import { withoutOwnName } from './domain/own-name.js';
import { remember, turnOf } from './domain/said-by.js';
import { sayAsAgent } from './domain/transfer.js';
import type { Call } from './domain/call.js';
import type { Leg } from './domain/leg.js';
import type { Outcome } from './domain/outcome.js';
import { Calls } from './store/calls.js';
import { inCallTrace } from './trace-call.js';

const longestMessage = 4_000;

/** What can be done to a live leg, whichever door it comes through: gRPC, WebSocket, later the carriers. */
@Injectable()
export class CallControl {
  constructor(
    @Inject(Calls) private readonly calls: Calls,
    @Inject(CardMemory) private readonly cards: CardMemory,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** The id a start command leads to, known before anything is said. */
  conversationIdOf(commandId: string): string {
    return derivedId(commandId, 'conversation', 0);
  }

  /** `leg`: where the caller is reached, unless they hold a connection. */
  async start(
    request: StartCallRequest,
    leg?: Omit<Leg, 'number'>,
  ): Promise<{ conversationId: string; call: Call }> {
    requireField('command_id', request.commandId);
    const tenantId = request.tenantId || this.platform.packs.tenants()[0]!;
    const pack = this.platform.packs.current(tenantId);
    const conversationId = this.conversationIdOf(request.commandId);
    return inCallTrace('StartCall', undefined, async (traceparent) => {
      const call = await this.calls.begin(
        conversationId,
        this.#cause(request.commandId, tenantId, conversationId),
        () =>
          startCall(conversationId, tenantId, pack, {
            ...(traceparent === undefined ? {} : { traceparent }),
            channel: request.channel === Channel.CHANNEL_UNSPECIFIED ? Channel.CHANNEL_CHAT : request.channel,
            language: request.language,
            jurisdiction: request.jurisdiction,
            botMode:
              request.botMode === BotMode.BOT_MODE_UNSPECIFIED ? BotMode.BOT_MODE_PACK : request.botMode,
            customer: request.customer ?? CustomerRef.create({ known: false }),
            now: this.calls.now,
            ...(leg === undefined ? {} : { leg }),
          }),
      );
      count('baton.calls.live', { tenant: tenantId, change: 'started' });
      return { conversationId, call };
    });
  }

  /** Resolves with the index of the turn, the same for the same command; -1 where it was dropped, because an agent holds the lease. */
  async recordTurn(request: RecordTurnRequest): Promise<number> {
    const text = cleanText(request.text);
    const call = await this.#known(request.conversationId);
    const isCustomer = request.speaker === Speaker.SPEAKER_CUSTOMER;
    const language = claimedLanguage(request.language || call.language);
    const { conversationId, commandId } = request;
    const said = this.#said(call, { conversationId, commandId, text, language });
    const { redacted, types } = without(text, isCustomer ? this.cards.find(said) : findPii(text, language));
    const keyed = isCustomer && isPlainRequestForPerson(text);
    return this.#speak(call, request, (current) =>
      recordTurn(request.conversationId, current, {
        speaker: request.speaker,
        text: redacted,
        redactedTypes: types,
        asrConfidence: Math.min(1, Math.max(0, request.asrConfidence)),
        language: request.language,
        keyed,
        now: this.calls.now,
      }),
    );
  }

  async sayAsAgent(request: SayAsAgentRequest): Promise<number> {
    const call = await this.#known(request.conversationId);
    const said = cleanText(request.text);
    const spans = withoutOwnName(said, findPii(said, claimedLanguage(call.language)));
    const { redacted, types } = without(said, spans);
    const { agentId, leaseToken, conversationId } = request;
    const spoken = { agentId, leaseToken, text: redacted, redactedTypes: types };
    return this.#speak(call, request, (current) =>
      sayAsAgent(conversationId, current, spoken, this.calls.now),
    );
  }

  async recordConsent(request: RecordConsentRequest): Promise<void> {
    requireField('purpose', request.purpose);
    const call = await this.#known(request.conversationId);
    const pack = this.platform.packs.version(call.tenantId, call.packSha256);
    const noticeVersion =
      pack.compliance.jurisdictions.find(({ code }) => code === call.jurisdiction)?.disclosureVersion ?? '';
    const state = request.granted ? ConsentState.CONSENT_STATE_GRANTED : ConsentState.CONSENT_STATE_REFUSED;
    await this.#command(call, request.conversationId, request.commandId, (current) => ({
      call: current,
      events: [
        draft(ConsentRecorded, request.conversationId, {
          purpose: request.purpose,
          state,
          jurisdiction: call.jurisdiction,
          noticeVersion,
        }),
      ],
    }));
  }

  /** The person we ring picks up, or does not want to. Throws `conversation-ended` where it rings no more. */
  async answer({ commandId, conversationId, accept }: AnswerCallRequest): Promise<void> {
    const call = await this.#known(conversationId);
    const pack = this.platform.packs.version(call.tenantId, call.packSha256);
    const greeting = transferSentence(pack, 'callbackGreeting', call.language);
    await this.#command(call, conversationId, commandId, (current) =>
      accept
        ? pickedUp(conversationId, current, pack, greeting, this.calls.now)
        : notAnswered(conversationId, current, 'declined', this.calls.now),
    );
    count('baton.calls.live', { tenant: call.tenantId, change: accept ? 'answered' : 'declined' });
  }

  /** The caller leaves a message instead of waiting. Throws `wrong-state`, `too-large`, `invalid-argument`. */
  async leaveMessage(request: LeaveMessageRequest): Promise<void> {
    const { conversationId, commandId } = request;
    const call = await this.#known(conversationId);
    const text = cleanText(request.text);
    requireField('text', text.trim());
    if (text.length > longestMessage)
      throw new BatonError('too-large', `A message has at most ${longestMessage} characters.`);
    const language = claimedLanguage(call.language);
    const said = this.#said(call, { conversationId, commandId, text, language });
    const { redacted, types } = without(text, this.cards.find(said));
    const pack = this.platform.packs.version(call.tenantId, call.packSha256);
    const thanks = transferSentence(pack, 'messageTaken', call.language);
    const message = { text: redacted, redactedTypes: types, thanks };
    await this.#command(call, conversationId, commandId, (current) =>
      current.endReason === EndReason.END_REASON_MESSAGE_LEFT
        ? undefined
        : leaveMessage(conversationId, current, message, this.calls.now),
    );
  }

  async end(request: EndCallRequest): Promise<void> {
    const call = await this.#known(request.conversationId);
    const reason =
      request.reason === EndReason.END_REASON_UNSPECIFIED
        ? EndReason.END_REASON_CALLER_HUNG_UP
        : request.reason;
    await this.#command(call, request.conversationId, request.commandId, (current) =>
      endCall(request.conversationId, current, reason, this.calls.now),
    );
    count('baton.calls.live', { tenant: call.tenantId, change: 'ended' });
  }

  /** A connection broke or was closed on purpose: the call ends, unless it had moved to another leg by then. */
  async hangUp(conversationId: string, leg: number): Promise<void> {
    const call = await this.#known(conversationId);
    const after = await this.#command(call, conversationId, '', (current) =>
      legLeft(conversationId, current, leg, this.calls.now),
    );
    if (after.phase === 'ended') count('baton.calls.live', { tenant: call.tenantId, change: 'ended' });
  }

  /** Throws `not-found`. */
  async find(conversationId: string): Promise<Call> {
    return this.#known(conversationId);
  }

  /** Words of the customer, with what of their call says how to read numbers in them. */
  #said({ asked = 'none' }: Call, said: Omit<SaidByCustomer, 'asked' | 'now'>): SaidByCustomer {
    return { ...said, asked, now: this.calls.now };
  }

  async #known(conversationId: string): Promise<Call> {
    const call = await this.calls.find(conversationId);
    if (!call) throw new BatonError('not-found', 'There is no such conversation.');
    return call;
  }

  /** A command that becomes a turn. */
  async #speak(
    call: Call,
    request: { readonly conversationId: string; readonly commandId: string },
    decide: (call: Call) => Outcome,
  ): Promise<number> {
    const commandId = request.commandId || this.platform.ids.next();
    const after = await this.#command(call, request.conversationId, commandId, (current) =>
      remember(current, decide(current), commandId),
    );
    return turnOf(after, commandId);
  }

  #command(
    call: Call,
    conversationId: string,
    commandId: string,
    decide: (call: Call) => Outcome | undefined,
  ): Promise<Call> {
    return inCallTrace('command', call.traceparent, () =>
      this.calls.command(conversationId, this.#cause(commandId, call.tenantId, conversationId), decide),
    );
  }

  #cause(commandId: string, tenantId: string, conversationId: string): Cause {
    return commandCause({
      commandId: commandId || this.platform.ids.next(),
      tenantId,
      correlationId: conversationId,
    });
  }
}

function claimedLanguage(language: string): (typeof CLAIMED_LANGUAGES)[number] {
  return CLAIMED_LANGUAGES.find((known) => language.startsWith(known)) ?? 'en';
}

function without(text: string, spans: readonly PiiSpan[]): { redacted: string; types: string[] } {
  return { redacted: redact(text, spans), types: [...new Set(spans.map(({ type }) => type))] };
}

function requireField(name: string, value: string): void {
  if (value === '') throw new BatonError('invalid-argument', `${name} is missing.`);
}
