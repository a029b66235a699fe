import type { EventBus } from '@baton/eventing';
import type { Peers } from '@baton/service-kit';

/** A Baton whose processes may be killed at any time and come back on what they had written. */
export interface ChaosSite {
  /** Caller WebSocket of the gateway. */
  readonly callsUrl: string;
  /** `http://host:port` of the desk. */
  readonly deskUrl: string;
  readonly peers: Peers;
  /** What can be killed. */
  readonly victims: readonly string[];
  /** `kill -9`. Resolves when the process is gone. */
  kill(victim: string): Promise<void>;
  /** Starts a killed one again, where it was. Resolves when it is ready. */
  startAgain(victim: string): Promise<void>;
  /** The log with everything that was ever said; ends what writes to it, where that is needed to read it. */
  openLog(): Promise<EventBus>;
  close(): Promise<void>;
}
