import type { EventDraft } from '@baton/persistence';
import type { Call } from './call.js';

/** What an input makes of a call. */
export interface Outcome {
  readonly call: Call;
  readonly events: readonly EventDraft<unknown>[];
}
