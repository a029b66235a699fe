import fc from 'fast-check';
import { EscalationDecided, TurnDecided, Verdict } from '@baton/contracts';
import { bank } from '../../testing/bank.js';
import { fraudReported, scored, started, understood } from '../../testing/events.js';
import { unknownConversation } from './conversation.js';
import { backToBot, conversationEnded, conversationStarted } from './course.js';
import { humanRequested, sentimentScored, turnsDue, turnUnderstood } from './hear-turn.js';
import { turnPolicyOf } from './turn-policy.js';

const policy = turnPolicyOf(bank());

type Input =
  | { readonly kind: 'understood' | 'fraud' | 'scored' | 'keyed'; readonly turn: number }
  | { readonly kind: 'start' | 'end' | 'late' | 'failed' };

const turn = fc.integer({ min: 0, max: 9 });
const aboutTurn = fc.record({
  kind: fc.constantFrom(
    'understood' as const,
    'understood' as const,
    'fraud' as const,
    'scored' as const,
    'scored' as const,
    'keyed' as const,
  ),
  turn,
});
const inputs = fc.oneof(
  { weight: 8, arbitrary: aboutTurn },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('start' as const, 'late' as const, 'failed' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const) }) },
);

describe('whatever arrives, in whatever order and however often', () => {
  it('decides every customer turn once, but those overtaken by a handoff; corrects one decided in half only to escalate; escalates once at a time', () => {
    fc.assert(
      fc.property(fc.array(inputs, { maxLength: 60 }), (sequence: readonly Input[]) => {
        let conversation = unknownConversation('call-1', 'bank');
        let now = 1_000;
        const decided: number[] = [];
        const corrected: number[] = [];
        const heard = new Set<number>();
        const overtaken = new Set<number>();
        let open = 0;
        const take = (input: Input): void => {
          const hearing = { now, eventTime: now, policy };
          const before = conversation.handoff;
          const outcome = (() => {
            switch (input.kind) {
              case 'understood':
                return turnUnderstood(conversation, understood(input.turn), hearing);
              case 'fraud':
                return turnUnderstood(conversation, fraudReported(input.turn), hearing);
              case 'scored':
                return sentimentScored(conversation, scored(input.turn), hearing);
              case 'keyed':
                return humanRequested(conversation, input.turn, hearing);
              case 'start':
                return conversationStarted(conversation, started(bank()), policy);
              case 'end':
                return conversationEnded(conversation);
              case 'late':
                return turnsDue(conversation, (now += 500), policy);
              case 'failed':
                return before && backToBot(conversation, before.handoffId);
            }
          })();
          if ('turn' in input) heard.add(input.turn);
          if (input.kind === 'failed') open = 0;
          if (!outcome) return;
          conversation = outcome.conversation;
          for (const { type, data } of outcome.events) {
            if (type === TurnDecided) {
              const { turnIndex, verdict } = (data as TurnDecided).decision!;
              if (!decided.includes(turnIndex)) decided.push(turnIndex);
              else {
                expect(verdict).toBe(Verdict.VERDICT_ESCALATE);
                corrected.push(turnIndex);
              }
            }
            if (type === EscalationDecided) open += 1;
          }
          const since = conversation.handoff?.turnIndex;
          if (since !== undefined) for (const index of heard) if (index > since) overtaken.add(index);
        };
        for (const input of sequence) {
          take(input);
          expect(open).toBeLessThanOrEqual(1);
        }
        take({ kind: 'late' });
        expect(conversation.pending).toEqual([]);
        expect(new Set(corrected).size).toBe(corrected.length);
        for (const index of heard) if (!overtaken.has(index)) expect(decided).toContain(index);
      }),
      { numRuns: 500 },
    );
  });
});
