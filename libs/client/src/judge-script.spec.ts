import type { CallScript } from '@baton/packs';
import { judgeScript } from './judge-script.js';
import type { PlayedEscalation, PlayedScript } from './played-script.js';

const escalation: PlayedEscalation = {
  turnIndex: 3,
  reasons: ['fraud', 'urgency'],
  skills: ['fraud'],
  language: 'en',
  priority: 'high',
  queue: 'fraud',
  decisionId: 'd-1',
  policySha256: 'ab',
};
const played = (changes?: Partial<PlayedEscalation>): PlayedScript => ({
  id: 's',
  conversationId: 'c',
  decisions: [],
  replies: [],
  events: 0,
  ...(changes === undefined ? {} : { escalation: { ...escalation, ...changes } }),
});
const judge = (expect: Partial<NonNullable<CallScript['expect']>>, result: PlayedScript) =>
  judgeScript({ expect: { shouldEscalate: true, ...expect } } as CallScript, result);

describe('a played script', () => {
  it('is as expected where nothing was expected', () => {
    expect(judgeScript({} as CallScript, played({}))).toEqual([]);
  });

  it('must stay with the bot', () => {
    expect(judge({ shouldEscalate: false }, played())).toEqual([]);
    expect(judge({ shouldEscalate: false }, played({}))).toEqual([
      'escalated at turn 3 for fraud, urgency; it should not have',
    ]);
  });

  it('must escalate', () => {
    expect(judge({ byTurnIndex: 5 }, played())).toEqual(['did not escalate; expected by turn 5']);
  });

  it('must escalate between two turns, both included', () => {
    const window = { notBeforeTurnIndex: 3, byTurnIndex: 5 };
    expect([3, 4, 5].flatMap((turnIndex) => judge(window, played({ turnIndex })))).toEqual([]);
    expect(judge(window, played({ turnIndex: 2 }))).toEqual(['escalated at turn 2, too early: not before 3']);
    expect(judge(window, played({ turnIndex: 6 }))).toEqual(['escalated at turn 6, too late: by 5']);
  });

  it('must be for one of the reasons and need one of the skills', () => {
    expect(judge({ reasonsAnyOf: ['urgency'], skillsAnyOf: ['fraud', 'complaints'] }, played({}))).toEqual(
      [],
    );
    expect(judge({ reasonsAnyOf: ['intent'], skillsAnyOf: ['complaints'] }, played({ skills: [] }))).toEqual([
      'reasons are fraud, urgency; expected any of intent',
      'skills are none; expected any of complaints',
    ]);
    expect(judge({ reasonsAnyOf: [] }, played({ reasons: [] }))).toEqual([]);
  });

  it('must be in the language of the caller', () => {
    expect(judge({ language: 'es' }, played({}))).toEqual(['language is en; expected es']);
  });

  it.each([
    ['normal', 0],
    ['high', 0],
    ['urgent', 0],
    ['low', 1],
  ] as const)('may be one step from the priority %s', (priority, failures) => {
    expect(judge({ priority }, played({}))).toHaveLength(failures);
  });
});
