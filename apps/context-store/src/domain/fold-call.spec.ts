import fc from 'fast-check';
import {
  BotMode,
  Channel,
  ConsentState,
  DisclosureKind,
  EndReason,
  Speaker,
  type ConversationStarted,
  type TurnRecorded,
} from '@baton/contracts';
import { maxTurns, newConversation, type Conversation } from './conversation.js';
import { consented, disclosed, ended, said, started } from './fold-call.js';

const beginning: ConversationStarted = {
  channel: Channel.CHANNEL_PHONE,
  language: 'en',
  jurisdiction: 'GB',
  pack: { name: 'bank', sha256: 'ab' },
  botMode: BotMode.BOT_MODE_PACK,
  customer: { customerId: 'C-1', known: true, segment: 'standard', contactsLast30d: 1 },
  startedAtMs: 1_000,
};
const turnAt = (turnIndex: number): TurnRecorded => ({
  turnIndex,
  speaker: Speaker.SPEAKER_CUSTOMER,
  text: `turn ${turnIndex}`,
  asrConfidence: 1,
  redactedTypes: [],
  atMs: 1_000 + turnIndex,
  leaseToken: 0,
  agentId: '',
  replyToTurnIndex: -1,
  language: 'en',
  customerTurns: 1,
});
const heard = (...indices: number[]): Conversation =>
  indices.reduce((conversation, index) => said(conversation, turnAt(index)), newConversation('bank'));

describe('a conversation as it is known', () => {
  it('begins with who called, how and where', () => {
    expect(started(newConversation('bank'), beginning)).toMatchObject({
      channel: Channel.CHANNEL_PHONE,
      customer: { customerId: 'C-1' },
      packSha256: 'ab',
      startedAt: 1_000,
    });
  });

  it('keeps the language its turns were understood in, should its beginning come late', () => {
    expect(started({ ...newConversation('bank'), language: 'es' }, beginning).language).toBe('es');
  });

  it('knows that the AI was disclosed, and by that notice only', () => {
    const notice = (kind: DisclosureKind) => ({
      kind,
      language: 'en',
      textSha256: '',
      version: '1',
      jurisdiction: 'GB',
    });
    const of = (kind: DisclosureKind) => disclosed(newConversation('bank'), notice(kind), 1_200).aiDisclosed;
    expect(of(DisclosureKind.DISCLOSURE_KIND_AI)).toBe(true);
    expect(of(DisclosureKind.DISCLOSURE_KIND_CONSENT_NOTICE)).toBe(false);
  });

  it('keeps the newest state of each consent', () => {
    const answer = (state: ConsentState) => ({
      purpose: 'recording',
      state,
      jurisdiction: 'DE',
      noticeVersion: '2',
    });
    const refused = consented(newConversation('bank'), answer(ConsentState.CONSENT_STATE_REFUSED), 2_000);
    expect(consented(refused, answer(ConsentState.CONSENT_STATE_GRANTED), 3_000).consents).toEqual({
      recording: {
        state: ConsentState.CONSENT_STATE_GRANTED,
        noticeVersion: '2',
        jurisdiction: 'DE',
        at: 3_000,
      },
    });
  });

  it('ends', () => {
    const end = { reason: EndReason.END_REASON_CALLER_HUNG_UP, endedAtMs: 9_000 };
    expect(ended(newConversation('bank'), end).endedAt).toBe(9_000);
  });

  it('has its turns in order and each once, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 60 }), (indices) => {
        const kept = heard(...indices).turns.map(({ turnIndex }) => turnIndex);
        expect(kept).toEqual([...new Set(indices)].sort((a, b) => a - b));
      }),
    );
  });

  it('keeps its newest turns however long it lasts', () => {
    const { turns } = heard(...Array.from({ length: maxTurns + 5 }, (_, index) => index));
    expect(turns).toHaveLength(maxTurns);
    expect(turns[0]!.turnIndex).toBe(5);
  });
});
