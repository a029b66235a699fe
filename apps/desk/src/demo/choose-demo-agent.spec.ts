import { Presence, type Agent } from '@baton/contracts';
import { chooseDemoAgent } from './choose-demo-agent.js';

const script = {
  lang: 'en',
  expect: {
    shouldEscalate: true,
    notBeforeTurnIndex: null,
    byTurnIndex: null,
    reasonsAnyOf: [],
    skillsAnyOf: ['fraud'],
  },
};
const agent = (agentId: string, change: Partial<Agent> = {}): Agent => ({
  agentId,
  tenantId: 'bank',
  name: agentId,
  skills: { fraud: 3 },
  languages: ['en'],
  presence: Presence.PRESENCE_OFFLINE,
  handoffId: '',
  presenceSinceMs: 0,
  workplace: undefined,
  capacity: undefined,
  shift: undefined,
  standing: undefined,
  ...change,
});
const demo = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const choose = (agents: Agent[], preferred?: string) => chooseDemoAgent(script, demo, agents, preferred);

describe('who is made ready for the demo call', () => {
  it('is nobody where somebody who fits is ready', () => {
    expect(choose([agent('a'), agent('x', { presence: Presence.PRESENCE_AVAILABLE })])).toBeUndefined();
  });

  it('is the best at what the call needs', () => {
    expect(choose([agent('a'), agent('b', { skills: { fraud: 5 } }), agent('c')])).toBe('b');
  });

  it('is who sits at the desk, if they fit', () => {
    const agents = [agent('a'), agent('b', { skills: { fraud: 5 } }), agent('c', { skills: { lending: 5 } })];
    expect(choose(agents, 'a')).toBe('a');
    expect(choose(agents, 'c')).toBe('b');
  });

  it('is nobody who is talking, speaks another language, or is no demo agent', () => {
    const busy = agent('a', { presence: Presence.PRESENCE_BUSY, handoffId: 'h' });
    expect(choose([busy, agent('b', { languages: ['es'] }), agent('x')])).toBeUndefined();
  });

  it('counts somebody who is ready but taken as not ready', () => {
    const taken = agent('a', { presence: Presence.PRESENCE_AVAILABLE, handoffId: 'h' });
    expect(choose([taken, agent('b')])).toBe('b');
  });
});
