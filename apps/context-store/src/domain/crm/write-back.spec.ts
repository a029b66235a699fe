import fc from 'fast-check';
import type { OutcomeWrittenBack } from '@baton/contracts';
import { attempted, begun, maxAttempts, pauseMs, type WriteBack } from './write-back.js';

const about = {
  conversationId: 'c',
  handoffId: 'h',
  outcome: 'completed',
  disposition: 'resolved',
  agentId: 'a',
};

describe('telling the CRM', () => {
  it('ends after a bounded number of attempts with exactly one word on record, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: maxAttempts + 4, maxLength: maxAttempts + 4 }),
        (answers) => {
          let state: WriteBack = begun(about, 0).state;
          const said: OutcomeWrittenBack[] = [];
          for (const taken of answers) {
            const next = attempted(state, taken ? undefined : 'refused', 0);
            if (!next) break;
            state = next.state;
            said.push(...next.events.map(({ data }) => data as OutcomeWrittenBack));
            expect(next.deadlineAt === undefined).toBe(state.done);
          }
          expect(state.done).toBe(true);
          expect(said).toEqual([
            expect.objectContaining({
              written: answers.slice(0, maxAttempts).includes(true),
              attempts: state.attempts,
            }),
          ]);
        },
      ),
    );
  });

  it('waits longer each time, six hours at most', () => {
    const pauses = Array.from({ length: maxAttempts }, (_, at) => pauseMs(at + 1));
    expect(pauses[0]).toBe(2_000);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses.at(-1)).toBe(21_600_000);
  });
});
