import { createHash } from 'node:crypto';
import {
  BotMode,
  Channel,
  ConsentRecorded,
  ConsentState,
  ConversationStarted,
  CustomerRef,
  DisclosurePlayed,
  Speaker,
} from '@baton/contracts';
import { bank, botSaid, conversationId, dataOf, names, turns } from '../testing/calls.js';
import { startCall, type CallRequest } from './start-call.js';

const request: CallRequest = {
  channel: Channel.CHANNEL_PHONE,
  language: 'en',
  jurisdiction: '',
  botMode: BotMode.BOT_MODE_PACK,
  customer: CustomerRef.create({ known: false }),
  now: 1_000,
};
const start = (changes: Partial<CallRequest> = {}) =>
  startCall(conversationId, 'bank', bank(), { ...request, ...changes });
const { jurisdictions } = bank().compliance;

describe('a call that begins', () => {
  it('plays the AI disclosure and the consent notice before anything else may be said', () => {
    const outcome = start();
    expect(names(outcome)).toEqual([
      'ConversationStarted',
      'DisclosurePlayed',
      'DisclosurePlayed',
      ...jurisdictions[0]!.consents.map(() => 'ConsentRecorded'),
      'SpeechLeaseMoved',
      'TurnRecorded',
      'TurnRecorded',
      'TurnRecorded',
    ]);
    expect(turns(outcome).map(({ speaker }) => speaker)).toEqual([
      Speaker.SPEAKER_ANNOUNCEMENT,
      Speaker.SPEAKER_ANNOUNCEMENT,
      Speaker.SPEAKER_BOT,
    ]);
  });

  it('records the very words it disclosed with, by their digest', () => {
    const outcome = start();
    const [disclosure] = turns(outcome);
    const sha256 = createHash('sha256').update(disclosure!.text).digest('hex');
    expect(dataOf<DisclosurePlayed>(outcome, DisclosurePlayed)).toMatchObject({
      textSha256: sha256,
      version: jurisdictions[0]!.disclosureVersion,
      jurisdiction: 'GB',
    });
  });

  it('gives the bot the lease under its first token', () => {
    expect(start().call).toMatchObject({
      lease: { holder: 'bot', token: 1 },
      phase: 'bot',
      nextTurnIndex: 3,
    });
  });

  it('leaves the greeting to an external bot', () => {
    expect(botSaid(start({ botMode: BotMode.BOT_MODE_EXTERNAL }))).toEqual([]);
  });

  it('counts a consent that must be asked for as refused until it is granted', () => {
    const outcome = start({ jurisdiction: 'DE' });
    const consents = outcome.events
      .filter(({ type }) => type === ConsentRecorded)
      .map(({ data }) => data as ConsentRecorded);
    expect(consents).toEqual([
      expect.objectContaining({ purpose: 'transcript', state: ConsentState.CONSENT_STATE_NOTIFIED }),
      expect.objectContaining({ purpose: 'recording', state: ConsentState.CONSENT_STATE_REFUSED }),
    ]);
  });

  it("falls back to the pack's jurisdiction and language", () => {
    const outcome = start({ jurisdiction: 'XX', language: '' });
    expect(dataOf<ConversationStarted>(outcome, ConversationStarted)).toMatchObject({
      jurisdiction: 'GB',
      language: 'en',
    });
  });

  it('discloses in the language of a caller who names a region', () => {
    const [disclosure] = turns(start({ language: 'es-MX' }));
    expect(disclosure!.text).toBe(jurisdictions[0]!.aiDisclosure['es']);
  });
});
