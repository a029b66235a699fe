import { HealthClient } from '@baton/contracts';
import { unary } from '@baton/rpc';
import type { Platform } from './platform.js';
import type { GrpcServiceName } from './ports.js';

/** How one thing a service needs is doing. */
export interface Check {
  readonly up: boolean;
  readonly reason?: string;
}

/** What `/readyz` answers. Ready means: events can be taken and state can be written. */
export interface Readiness {
  readonly ready: boolean;
  /** Ready, but some peer is missing, so that what needs it waits or does without; or a changed pack is not valid and the old one counts. */
  readonly degraded: boolean;
  readonly checks: Readonly<Record<string, Check>>;
}

const peerDeadlineMs = 300;

/** Looks at bus, store, consumers and peers now. */
export async function readiness(
  platform: Platform,
  peers: readonly GrpcServiceName[],
  consumers: Check,
  draining: boolean,
): Promise<Readiness> {
  const [bus, store, ...peerChecks] = await Promise.all([
    platform.bus.health(),
    platform.store.health(),
    ...peers.map((peer) => checkPeer(platform, peer)),
  ]);
  const checks: Record<string, Check> = { bus, store, consumers };
  peers.forEach((peer, index) => {
    checks[`peer:${peer}`] = peerChecks[index] ?? { up: false };
  });
  // A pack that was changed for the worse: calls go on under the version before it, so this is no reason to take none.
  const refused = platform.packs.tenants().flatMap((name) => {
    const reason = platform.packs.refusal(name);
    return reason === undefined ? [] : [[`pack:${name}`, { up: false, reason }] as const];
  });
  Object.assign(checks, Object.fromEntries(refused));
  if (draining) checks['drain'] = { up: false, reason: 'stopping' };
  return {
    ready: bus.up && store.up && consumers.up && !draining,
    degraded: refused.length > 0 || peerChecks.some(({ up }) => !up),
    checks,
  };
}

async function checkPeer(platform: Platform, peer: GrpcServiceName): Promise<Check> {
  try {
    const client = platform.peers.healthClient(peer, HealthClient);
    await unary(client, client.check, { service: '' }, peerDeadlineMs);
    return { up: true };
  } catch {
    return { up: false, reason: `${peer} does not answer` };
  }
}
