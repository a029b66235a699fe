import {
  BotAction,
  type Decision,
  type TurnUnderstood,
  Verdict,
  type Affect,
  type AssistUpdated,
} from '@baton/contracts';
import { newConversation, type Conversation } from './conversation.js';
import { assisted, decided, replied, scored, understood } from './fold-meaning.js';

const empty = newConversation('bank');
const meaning = (turnIndex: number, intent: string, kind = '') =>
  ({
    turnIndex,
    intent: { name: intent, confidence: 1, outOfScope: false, reserved: false, repeats: 0 },
    language: { code: 'en', confidence: 1, supported: true, switched: false },
    misunderstanding: { misunderstood: kind !== '', kind },
  }) as TurnUnderstood;
const answered = (turnIndex: number) => ({
  turnIndex,
  text: 'Your balance is …',
  language: 'en',
  action: BotAction.BOT_ACTION_ANSWERED,
  intent: 'check_balance',
  slot: '',
  articleId: '',
});
const calm: Affect = { polarity: 0, frustration: 0, confusion: 0, urgency: 0, sarcasm: false };
const decision = (turnIndex: number, verdict: Verdict, reasons: string[] = []) =>
  ({ turnIndex, verdict, reasons }) as unknown as Decision;

describe('what a conversation is about', () => {
  it('is every intent once a turn', () => {
    const twice = understood(understood(empty, meaning(3, 'check_balance')), meaning(3, 'check_balance'));
    expect(twice.intents).toEqual([{ turnIndex: 3, intent: 'check_balance', confidence: 1 }]);
    expect(understood(empty, meaning(3, '')).intents).toEqual([]);
  });

  it('is spoken in the language of the last turn that had one', () => {
    const unclear = {
      ...meaning(3, ''),
      language: { code: 'und', confidence: 0, supported: true, switched: false },
    };
    expect(understood({ ...empty, language: 'es' }, unclear).language).toBe('es');
    expect(understood({ ...empty, language: 'es' }, meaning(5, '')).language).toBe('en');
  });

  it('feels as its turns felt, in their order', () => {
    const late = scored(scored(empty, { turnIndex: 5, affect: calm, trajectory: undefined }), {
      turnIndex: 3,
      affect: calm,
      trajectory: undefined,
    });
    expect(late.sentiment.map(({ turnIndex }) => turnIndex)).toEqual([3, 5]);
    expect(scored(late, { turnIndex: 3, affect: calm, trajectory: undefined })).toBe(late);
  });
});

describe('what the bot tried', () => {
  it('is open until the caller says more', () => {
    expect(replied(empty, answered(3)).actions[0]!.result).toBe('open');
  });

  it.each([
    ['accepted', ''],
    ['rejected', 'correction'],
    ['rejected', 'repeat'],
  ])('is %s where the next turn is %j', (result, kind) => {
    expect(understood(replied(empty, answered(3)), meaning(5, '', kind)).actions[0]!.result).toBe(result);
  });

  it('is left where the caller asks for something else than the bot asked them', () => {
    const asked = replied(empty, {
      ...answered(3),
      action: BotAction.BOT_ACTION_ASKED_SLOT,
      slot: 'card_last4',
    });
    expect(understood(asked, meaning(5, 'change_address')).actions[0]!.result).toBe('left');
    expect(understood(asked, meaning(5, '')).actions[0]!.result).toBe('accepted');
    expect(understood(asked, meaning(5, '', 'topic-switch')).actions[0]!.result).toBe('left');
  });

  it('is judged by a later turn only', () => {
    expect(understood(replied(empty, answered(3)), meaning(3, 'check_balance')).actions[0]!.result).toBe(
      'open',
    );
  });
});

describe('the decision in the packet', () => {
  const escalation = decided(empty, decision(5, Verdict.VERDICT_ESCALATE, ['fraud']));

  it('is the newest one', () => {
    const later = decided(
      decided(empty, decision(3, Verdict.VERDICT_CONTINUE)),
      decision(5, Verdict.VERDICT_CLARIFY),
    );
    expect(later).toMatchObject({ verdict: 'clarify', decision: { turnIndex: 5 } });
  });

  it('stays the escalation, which is why the human is here', () => {
    expect(decided(escalation, decision(7, Verdict.VERDICT_CONTINUE))).toBe(escalation);
    expect(decided(escalation, decision(5, Verdict.VERDICT_ESCALATE, ['fraud']))).toBe(escalation);
  });

  it('is the second escalation where there is one', () => {
    const second = decided(escalation, decision(9, Verdict.VERDICT_ESCALATE, ['frustration']));
    expect(second.decision?.reasons).toEqual(['frustration']);
  });
});

describe('help for the human', () => {
  const help = (revision: number): AssistUpdated => ({
    revision,
    turnIndex: 3,
    summary: `summary ${revision}`,
    openQuestion: '',
    suggestedFirstSentence: '',
    articles: [],
    guidance: [],
  });
  const newest = (...revisions: number[]): Conversation =>
    revisions.reduce((conversation, revision) => assisted(conversation, help(revision)), empty);

  it('is the newest, whatever comes late', () => {
    expect(newest(1, 3, 2).assist?.summary).toBe('summary 3');
  });
});
