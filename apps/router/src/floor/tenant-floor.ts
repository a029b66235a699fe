import type { Agent } from '../domain/workforce/agent.js';
import type { SlotKind } from '../domain/workforce/slot.js';
import { AgentIndex } from './agent-index.js';
import type { HandleTime } from './handle-times.js';
import { Holds } from './holds.js';
import { Staff } from './staff.js';
import { ToldWaits } from './told-waits.js';
import { WaitingLine } from './waiting-line.js';

/** One tenant's part of the floor. */
export interface TenantFloor {
  readonly line: WaitingLine;
  /** Who can take one more call, and who one more written conversation. */
  readonly free: Readonly<Record<SlotKind, AgentIndex>>;
  readonly agents: Map<string, Agent>;
  readonly staff: Staff;
  readonly holds: Holds;
  readonly handleTimes: Map<string, HandleTime>;
  readonly toldWaits: ToldWaits;
}

export function emptyFloor(): TenantFloor {
  return {
    line: new WaitingLine(),
    free: { voice: new AgentIndex(), chat: new AgentIndex() },
    agents: new Map(),
    staff: new Staff(),
    holds: new Holds(),
    handleTimes: new Map(),
    toldWaits: new ToldWaits(),
  };
}
