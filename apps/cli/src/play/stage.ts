import type { Doors } from '@baton/client';

/** Running services to play calls through. */
export interface Stage {
  readonly doors: Doors;
  /** The tenant that runs under the pack of this folder. */
  tenantOf(packDir: string): string;
  close(): Promise<void>;
}
