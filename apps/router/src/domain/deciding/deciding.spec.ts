import { createHash } from 'node:crypto';
import { EscalationDecided, TurnDecided, Verdict, type Decision } from '@baton/contracts';
import { decide, encodeDecision, replay, type Signals } from '@baton/policy';
import { bank } from '../../testing/bank.js';
import { fraudReported, scored, started, understood } from '../../testing/events.js';
import { buildSignals } from './build-signals.js';
import { conversationDeadline, unknownConversation, type Conversation } from './conversation.js';
import { backToBot, conversationEnded, conversationStarted } from './course.js';
import type { ConversationOutcome } from './decide-turn.js';
import { humanRequested, sentimentScored, turnsDue, turnUnderstood, type Hearing } from './hear-turn.js';
import { turnPolicyOf } from './turn-policy.js';

const policy = turnPolicyOf(bank());
const hearing: Hearing = { now: 1_000, eventTime: 990, policy };
const begun = (): Conversation =>
  conversationStarted(unknownConversation('call-1', 'bank'), started(bank()), policy)!.conversation;
const decisionIn = (outcome: ConversationOutcome | undefined): Decision =>
  (outcome!.events.find(({ type }) => type === TurnDecided)!.data as TurnDecided).decision!;
const names = (outcome: ConversationOutcome | undefined) =>
  (outcome?.events ?? []).map(({ type }) => type.type.slice(type.type.lastIndexOf('.') + 1));
const escalated = () => {
  const first = turnUnderstood(begun(), fraudReported(3), hearing)!.conversation;
  return sentimentScored(first, scored(3), hearing)!;
};

describe('a customer turn', () => {
  it('is decided by whichever half completes it, in either order', () => {
    const meaningFirst = turnUnderstood(begun(), understood(1), hearing)!;
    expect(names(meaningFirst)).toEqual([]);
    const one = sentimentScored(meaningFirst.conversation, scored(1), hearing);
    const feelingFirst = sentimentScored(begun(), scored(1), hearing)!;
    const other = turnUnderstood(feelingFirst.conversation, understood(1), hearing);
    expect(names(one)).toEqual(['TurnDecided']);
    expect(decisionIn(one)).toEqual(decisionIn(other));
    expect(decisionIn(one)).toMatchObject({ verdict: Verdict.VERDICT_CONTINUE, say: '', turnIndex: 1 });
  });

  it('waits for the start of the conversation, and is decided when that comes', () => {
    const early = sentimentScored(
      turnUnderstood(unknownConversation('call-1', 'bank'), understood(1), hearing)!.conversation,
      scored(1),
      hearing,
    )!;
    expect(names(early)).toEqual([]);
    expect(names(conversationStarted(early.conversation, started(bank()), policy))).toEqual(['TurnDecided']);
  });

  it('is decided without the missing half when that is late, and not again when it comes', () => {
    const half = turnUnderstood(begun(), understood(1), hearing)!.conversation;
    expect(turnsDue(half, 1_109, policy)).toBeUndefined();
    const decided = turnsDue(half, 1_110, policy)!;
    expect(names(decided)).toEqual(['TurnDecided']);
    const late = sentimentScored(decided.conversation, scored(1), hearing)!;
    expect(names(late)).toEqual([]);
    expect(sentimentScored(late.conversation, scored(1), hearing)).toBeUndefined();
  });

  describe('that was decided without its meaning, because dialog was away', () => {
    const felt = sentimentScored(begun(), scored(3), hearing)!.conversation;
    const decided = turnsDue(felt, 2_000, policy)!;

    it('fetches a person when the meaning comes and asks for one, once', () => {
      expect(decisionIn(decided)).toMatchObject({ verdict: Verdict.VERDICT_CONTINUE });
      const late = turnUnderstood(decided.conversation, fraudReported(3), { ...hearing, now: 9_000 })!;
      expect(names(late)).toEqual(['TurnDecided', 'EscalationDecided']);
      expect(decisionIn(late)).toMatchObject({ verdict: Verdict.VERDICT_ESCALATE, turnIndex: 3 });
      expect(decisionIn(late).decisionId).not.toBe(decisionIn(decided).decisionId);
      expect(late.conversation.handoff).toMatchObject({ turnIndex: 3 });
      expect(turnUnderstood(late.conversation, fraudReported(3), hearing)).toBeUndefined();
    });

    it('also after a later turn was decided', () => {
      const next = sentimentScored(decided.conversation, scored(5), hearing)!.conversation;
      const later = turnUnderstood(next, understood(5), hearing)!.conversation;
      const late = turnUnderstood(later, fraudReported(3), hearing);
      expect(names(late)).toEqual(['TurnDecided', 'EscalationDecided']);
    });

    it('fetches nobody where somebody is being fetched, or the caller hung up', () => {
      const asked = humanRequested(decided.conversation, 5, hearing)!.conversation;
      expect(names(turnUnderstood(asked, fraudReported(3), hearing))).toEqual([]);
      const gone = conversationEnded(decided.conversation)!.conversation;
      expect(names(turnUnderstood(gone, fraudReported(3), hearing))).toEqual([]);
    });
  });

  it('waits longer for the other half where events come late, but not for ever', () => {
    const deadlineOf = (eventTime: number) =>
      conversationDeadline(turnUnderstood(begun(), understood(1), { ...hearing, eventTime })!.conversation);
    expect([deadlineOf(1_000), deadlineOf(600), deadlineOf(-60_000), deadlineOf(5_000)]).toEqual([
      1_100, 1_500, 2_000, 1_100,
    ]);
  });

  it('waits longer for its meaning than for its affect', () => {
    const inTime = { ...hearing, eventTime: hearing.now };
    const heard = sentimentScored(begun(), scored(1), inTime)!.conversation;
    expect(conversationDeadline(heard)).toBe(hearing.now + 400);
  });

  it('is decided as soon as too many wait', () => {
    let conversation = begun();
    const decided: string[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      const outcome = turnUnderstood(conversation, understood(turn), hearing)!;
      decided.push(...names(outcome));
      conversation = outcome.conversation;
    }
    expect(decided).toHaveLength(4);
    expect(conversation.pending).toHaveLength(16);
  });

  it('that escalates begins one handoff; what is said after it needs no decision, what was said before still does', () => {
    const earlier = turnUnderstood(begun(), understood(1), hearing)!.conversation;
    const later = turnUnderstood(earlier, understood(5), hearing)!.conversation;
    const outcome = humanRequested(later, 3, hearing)!;
    expect(names(outcome)).toEqual(['TurnDecided', 'EscalationDecided']);
    expect(outcome.conversation.handoff).toMatchObject({ turnIndex: 3, askedAt: 990 });
    expect(turnsDue(outcome.conversation, 2_000, policy)!.events).toHaveLength(1);
    expect(sentimentScored(outcome.conversation, scored(5), hearing)).toBeUndefined();
    const again = turnUnderstood(outcome.conversation, fraudReported(7), hearing);
    expect(names(again)).toEqual([]);
    expect(humanRequested(again!.conversation, 9, hearing)!.events).toEqual([]);
  });

  it('is decided again once the bot goes on', () => {
    const outcome = escalated();
    const { handoffId } = outcome.conversation.handoff!;
    expect(backToBot(outcome.conversation, 'another')).toBeUndefined();
    const back = backToBot(outcome.conversation, handoffId)!.conversation;
    const next = sentimentScored(
      turnUnderstood(back, fraudReported(5), hearing)!.conversation,
      scored(5),
      hearing,
    )!;
    const second = next.events.find(({ type }) => type === EscalationDecided)!.data as EscalationDecided;
    expect(second.handoffId).not.toBe(handoffId);
  });

  it('after the caller hung up is decided, but nobody is fetched', () => {
    const half = turnUnderstood(begun(), fraudReported(3), hearing)!.conversation;
    const ended = conversationEnded(half)!.conversation;
    expect(conversationEnded(ended)).toBeUndefined();
    expect(names(sentimentScored(ended, scored(3), hearing))).toEqual(['TurnDecided']);
  });

  it('that keys for a person escalates with nothing else known, and its late halves change nothing', () => {
    const outcome = humanRequested(begun(), 2, hearing)!;
    expect(decisionIn(outcome)).toMatchObject({
      verdict: Verdict.VERDICT_ESCALATE,
      reasons: ['human-request'],
    });
    expect(turnUnderstood(outcome.conversation, understood(2), hearing)).toBeUndefined();
    expect(sentimentScored(outcome.conversation, scored(2), hearing)).toBeUndefined();
  });

  it('that keys for a person escalates also under a policy that forgot it', () => {
    const { escalation } = bank();
    const rules = escalation.rules.filter(({ id }) => id === 'fraud-reported');
    const forgetful = turnPolicyOf({ ...bank(), escalation: { ...escalation, rules } });
    const decision = decisionIn(humanRequested(begun(), 2, { ...hearing, policy: forgetful }));
    expect(decision).toMatchObject({ policyId: 'baton-keyed-request', verdict: Verdict.VERDICT_ESCALATE });
    expect(decision.say).not.toBe('');
  });

  it('that only asks to be rung is not told that somebody is being connected', () => {
    const callback = { value: false, score: 0, keyed: false, callback: true, count: 0 };
    const half = turnUnderstood(begun(), understood(1, { humanRequest: callback }), hearing)!.conversation;
    const decision = decisionIn(sentimentScored(half, scored(1), hearing));
    expect(decision).toMatchObject({
      verdict: Verdict.VERDICT_ESCALATE,
      reasons: ['callback-request'],
      say: '',
    });
  });

  it('in which a human is offered says so, counts as an offer, and begins no handoff', () => {
    const { escalation } = bank();
    const offersWhenAngry = {
      id: 'angry',
      when: 'affect.frustration == 2',
      verdict: 'offer-human' as const,
      reasons: ['frustration'],
      skills: [],
      priority: 'normal' as const,
      explain: escalation.rules[0]!.explain,
    };
    const offering = turnPolicyOf({ ...bank(), escalation: { ...escalation, rules: [offersWhenAngry] } });
    const angry = { polarity: -0.8, frustration: 2, confusion: 0, urgency: 0, sarcasm: false };
    const half = turnUnderstood(begun(), understood(1), hearing)!.conversation;
    const outcome = sentimentScored(half, scored(1, { affect: angry }), { ...hearing, policy: offering })!;
    expect(names(outcome)).toEqual(['TurnDecided', 'HumanOffered']);
    expect(outcome.conversation).toMatchObject({ offersMade: 1 });
    expect(outcome.conversation).not.toHaveProperty('handoff');
    const next = turnUnderstood(outcome.conversation, understood(3), hearing)!.conversation;
    expect(decisionIn(sentimentScored(next, scored(3), hearing)).signals).toMatchObject({
      offers: { made: 1 },
    });
  });
});

describe('a published decision', () => {
  it('is derived again from the event alone, byte for byte', () => {
    const outcome = escalated();
    const published = EscalationDecided.decode(
      EscalationDecided.encode(outcome.events[1]!.data as EscalationDecided),
    );
    const { signals, recordSha256, policySha256 } = published.decision!;
    expect(policySha256).toBe(policy.compiled.sha256);
    const derived = decide(policy.compiled, signals as unknown as Signals);
    const bytes = encodeDecision(derived, signals as unknown as Signals);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(recordSha256);
    expect(replay(bank().escalation, bytes)).toMatchObject({ same: true });
  });

  it('says why, what the caller hears in their language, and which language the human should speak', () => {
    const spanish = { code: 'es-MX', confidence: 1, supported: true, switched: true };
    const half = turnUnderstood(begun(), fraudReported(3, { language: spanish }), hearing)!.conversation;
    const decision = decisionIn(sentimentScored(half, scored(3), hearing));
    expect(decision.language).toBe('es');
    expect(decision.say).toBe(bank().escalation.say.escalate['es']);
    expect(decision.explanation).toEqual([
      bank().escalation.rules.find(({ id }) => id === decision.matched[0]!.ruleId)!.explain['en'],
    ]);
    expect(decision.matched.find(({ hard }) => hard)?.inputs).toEqual({ 'topics.fraud': 0.95 });
  });
});

describe('the signal snapshot', () => {
  const turn = { turnIndex: 4, decideBy: 0, askedAt: 0 };

  it('takes what dialog and sentiment say', () => {
    const signals = buildSignals(
      begun(),
      {
        ...turn,
        understood: understood(4, {
          topics: [
            { topic: 'legal-complaint', score: 0.7, kinds: [] },
            { topic: 'vulnerability', score: 0.9, kinds: ['self-harm-risk', 'bereavement'] },
            { topic: 'not-a-topic', score: 1, kinds: ['not-a-kind'] },
          ],
          customerTurns: 3,
          offersMade: 1,
          offersDeclined: 1,
          turnsSinceDecline: 2,
        }),
        scored: scored(4, {
          affect: { polarity: -0.5, frustration: 1, confusion: 2, urgency: 0, sarcasm: true },
        }),
      },
      false,
    );
    expect(signals.topics).toMatchObject({ legalComplaint: 0.7, vulnerability: 0.9, fraud: 0 });
    expect(signals.topics).not.toHaveProperty('not-a-topic');
    expect(signals.kinds).toEqual({
      bereavement: true,
      hardship: false,
      selfHarmRisk: true,
      domesticAbuse: false,
    });
    expect(signals.offers).toEqual({ made: 1, declined: 1, turnsSinceDecline: 2 });
    expect(signals.affect).toMatchObject({ polarity: -0.5, confusion: 2, sarcasm: true });
    expect(signals.customer).toEqual({
      known: true,
      segment: 'standard',
      contactsLast30d: 1,
      vulnerable: true,
    });
    expect(signals.channel).toBe('phone');
    expect(signals.turn).toMatchObject({ index: 4, customerTurns: 3 });
  });

  it('remembers that a caller is vulnerable, also once the bot goes on', () => {
    const bereaved = { topic: 'vulnerability', score: 0.9, kinds: ['bereavement'] };
    const half = turnUnderstood(begun(), understood(1, { topics: [bereaved] }), hearing)!.conversation;
    const { conversation } = sentimentScored(half, scored(1), hearing)!;
    const back = backToBot(conversation, conversation.handoff!.handoffId)!.conversation;
    const later = buildSignals(back, { ...turn, understood: understood(4) }, false);
    expect(later.kinds.bereavement).toBe(false);
    expect(later.customer.vulnerable).toBe(true);
    expect(decide(policy.compiled, later).limits).toBe('vulnerable');
    expect(buildSignals(begun(), { ...turn, understood: understood(4) }, false).customer.vulnerable).toBe(
      false,
    );
  });

  it('keeps what added up where a half is missing, and leaves this turn neutral', () => {
    const sore = { frustrationMax: 2, frustratedTurns: 3, confusedTurns: 0, polarityMean: -0.5 };
    const said = understood(1, { customerTurns: 1, offersDeclined: 1, turnsSinceDecline: 0, offersMade: 1 });
    const half = turnUnderstood(begun(), said, hearing)!.conversation;
    const { conversation } = sentimentScored(half, scored(1, { trajectory: sore }), hearing)!;
    const signals = buildSignals(conversation, turn, true);
    expect(signals.trajectory).toEqual(sore);
    expect(signals.offers).toEqual({ made: 1, declined: 1, turnsSinceDecline: 1 });
    expect(signals.turn.customerTurns).toBe(2);
    expect(signals.affect.frustration).toBe(0);
    expect(signals.humanRequest).toMatchObject({ value: true, keyed: true, score: 1, count: 1 });
  });
});
