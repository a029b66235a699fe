import { Floor } from '../floor/floor.js';
import type { Handoff } from '../domain/handoff/handoff.js';
import { handoffIn } from '../domain/workforce/agent.js';
import { escalation, routing, tuesday } from '../testing/handoffs.js';
import { Rehearsal } from './rehearsal.js';

const { callerGone: _here, tenantId: _bank, ...asked } = escalation;

function rehearse() {
  const seen: Handoff[] = [];
  let deadlineAt: number | undefined;
  const floor = new Floor(() => routing);
  const rehearsal = new Rehearsal(
    { tenantId: 'bank', routing, languages: ['en'], floor },
    {
      handoffSaved: (handoff, _events, at) => {
        seen.push(handoff);
        deadlineAt = at;
      },
      agentSaved: () => undefined,
    },
  );
  for (const agentId of ['expert', 'junior']) {
    const skills = { fraud: agentId === 'expert' ? 5 : 2 };
    rehearsal.register({ agentId, name: agentId, skills, languages: ['en'] }, tuesday);
    rehearsal.presence(agentId, 'available', '', tuesday);
  }
  const last = () => seen.at(-1)!;
  const answer = () => ({ agentId: last().agent!.agentId, token: last().agent!.token });
  return {
    rehearsal,
    last,
    answer,
    states: () => seen.map(({ state }) => state),
    deadline: () => deadlineAt,
  };
}

describe('a rehearsal', () => {
  it('brings a caller to the best agent, and the agent back to the floor', () => {
    const { rehearsal, last, answer, states } = rehearse();
    rehearsal.escalate(asked, tuesday);
    expect(last()).toMatchObject({ state: 'offered', agent: { agentId: 'expert' } });
    rehearsal.accept('handoff-1', answer(), tuesday + 3_000);
    expect(rehearsal.agent('expert')).toMatchObject({ presence: 'busy' });
    expect(handoffIn(rehearsal.agent('expert')!)).toBe('handoff-1');
    rehearsal.finish('handoff-1', 'expert', tuesday + 60_000);
    rehearsal.writeUp('handoff-1', 'expert', tuesday + 70_000);
    expect(states()).toEqual(['queued', 'offered', 'accepted', 'bridged', 'wrap-up', 'completed']);
    expect(rehearsal.handoff('handoff-1')).toBeUndefined();
    expect(rehearsal.agent('expert')).toMatchObject({
      presence: 'available',
      idleSince: tuesday + 70_000,
    });
    expect(handoffIn(rehearsal.agent('expert')!)).toBe('');
  });

  it('asks the next where one says no, and offers nothing to an empty chair for long', () => {
    const { rehearsal, last, answer, deadline } = rehearse();
    rehearsal.escalate(asked, tuesday);
    rehearsal.reject('handoff-1', answer(), tuesday + 1_000);
    expect(last()).toMatchObject({ state: 'offered', attempts: 2, agent: { agentId: 'junior' } });
    expect(deadline()).toBe(tuesday + 1_000 + routing.offerSeconds * 1000);
    rehearsal.deadline('handoff-1', deadline()!);
    expect(last()).toMatchObject({ state: 'queued', attempts: 2 });
    expect(rehearsal.agent('junior')).toMatchObject({ noAnswers: 1 });
    expect(handoffIn(rehearsal.agent('junior')!)).toBe('');
  });

  it('leaves nobody ringing for a caller who hangs up, or would rather be rung', () => {
    const { rehearsal, last } = rehearse();
    rehearsal.escalate(asked, tuesday);
    rehearsal.leave('handoff-1', tuesday + 2_000);
    expect(last().state).toBe('abandoned');
    expect(handoffIn(rehearsal.agent('expert')!)).toBe('');
    rehearsal.escalate({ ...asked, handoffId: 'handoff-2' }, tuesday + 3_000);
    rehearsal.callBack('handoff-2', tuesday + 4_000);
    expect(last().state).toBe('callback-scheduled');
    expect(handoffIn(rehearsal.agent('expert')!)).toBe('');
  });

  it('gives an agent who comes to the caller who waits', () => {
    const { rehearsal, last } = rehearse();
    for (const agentId of ['expert', 'junior']) rehearsal.presence(agentId, 'offline', '', tuesday);
    rehearsal.escalate(asked, tuesday);
    expect(last().state).toBe('queued');
    rehearsal.presence('junior', 'available', '', tuesday + 9_000);
    expect(last()).toMatchObject({ state: 'offered', agent: { agentId: 'junior' } });
  });
});
