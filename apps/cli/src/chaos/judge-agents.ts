import type { Finding } from './judge.js';
import type { LoggedRecord } from './read-log.js';

/** No agent may ever be held for two callers at once, and fencing tokens only grow. */
export function judgeAgents(events: readonly LoggedRecord[]): Finding[] {
  const findings: Finding[] = [];
  const ofAgents = Map.groupBy(
    events.filter(({ type }) => type === 'AgentReserved' || type === 'AgentReleased'),
    ({ subject }) => subject,
  );
  for (const [agentId, own] of ofAgents) {
    let held: string | undefined;
    let token = 0;
    for (const { type, data, correlationId: conversationId } of own) {
      const handoffId = String(data['handoffId']);
      if (type === 'AgentReleased') {
        if (handoffId === held) held = undefined;
        continue;
      }
      const doubled = (what: string) => findings.push({ kind: 'doubled', conversationId, what });
      const next = Number(data['reservationToken']);
      if (held !== undefined) doubled(`${agentId} was held for ${handoffId} while held for ${held}`);
      if (next <= token) doubled(`${agentId} was held under token ${next} after ${token}`);
      held = handoffId;
      token = next;
    }
    if (held !== undefined)
      findings.push({ kind: 'lost', conversationId: '', what: `${agentId} was never released from ${held}` });
  }
  return findings;
}
