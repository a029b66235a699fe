import fc from 'fast-check';
import { type Decision, Speaker, type TurnRecorded, type TurnUnderstood } from '@baton/contracts';
import { assist } from '../testing/cases.js';
import { keptTurns } from './assist-state.js';
import { escalated, heard, understood } from './fold.js';

const said = (turnIndex: number, speaker = Speaker.SPEAKER_CUSTOMER) =>
  ({ turnIndex, speaker, text: `turn ${turnIndex}` }) as TurnRecorded;
const meaning = (changes: Partial<TurnUnderstood>) =>
  ({ turnIndex: 3, topics: [], ...changes }) as TurnUnderstood;

describe('what the assistant hears', () => {
  it('is the caller, the bot and the agent; announcements are no part of the case', () => {
    const state = assist();
    expect(heard(state, said(0, Speaker.SPEAKER_ANNOUNCEMENT))).toBe(state);
    const speakers = [Speaker.SPEAKER_CUSTOMER, Speaker.SPEAKER_BOT, Speaker.SPEAKER_AGENT];
    const all = speakers.reduce((known, speaker, index) => heard(known, said(index, speaker)), state);
    expect(all.turns.map(({ speaker }) => speaker)).toEqual(['customer', 'bot', 'agent']);
  });

  it('is in order, each turn once, and bounded, however it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(90), { maxLength: 120 }), (indices) => {
        const { turns, lastTurn } = indices.reduce((state, index) => heard(state, said(index)), assist());
        const kept = turns.map(({ turnIndex }) => turnIndex);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        expect(kept.length).toBeLessThanOrEqual(keptTurns);
        expect(lastTurn).toBe(indices.length === 0 ? -1 : Math.max(...indices));
      }),
    );
  });
});

describe('what it makes of a turn', () => {
  it('learns intents, topics and kinds once each, in their order', () => {
    const topics = [{ topic: 'vulnerability', score: 0.9, kinds: ['bereavement'] }];
    const intent = { name: 'close_account', confidence: 1, outOfScope: false, reserved: false, repeats: 0 };
    const once = understood(heard(assist(), said(3)), meaning({ intent, topics }));
    expect(once).toMatchObject({ intents: ['close_account'], topics: ['vulnerability', 'bereavement'] });
    expect(once.turns[0]!.intent).toBe('close_account');
    expect(understood(once, meaning({ intent, topics }))).toEqual(once);
  });

  it('follows the language of the caller, not a turn without one', () => {
    const language = (code: string) => ({ code, confidence: 1, supported: true, switched: false });
    expect(understood(assist(), meaning({ language: language('es') })).language).toBe('es');
    expect(understood(assist(), meaning({ language: language('und') })).language).toBe('en');
  });

  it('makes help from the escalation on', () => {
    expect(escalated(assist(), { reasons: ['fraud', 'fraud'] } as Decision)).toMatchObject({
      active: true,
      reasons: ['fraud'],
    });
  });
});
