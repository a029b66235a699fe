import { replayUnder } from '@baton/router';
import { print, printJson } from '../output.js';
import { loggedDecisions, type RecordedOptions } from './recorded-options.js';

/** `baton policy replay`: recorded decisions derived again, byte for byte, each under the policy that made it. */
export async function replayRecorded(
  conversationId: string | undefined,
  options: RecordedOptions,
): Promise<void> {
  let all = 0;
  let different = 0;
  for await (const { policies, decisions } of loggedDecisions(options, conversationId)) {
    for (const { conversationId: id, decision } of decisions) {
      const replayed = replayUnder(policies, decision);
      all += 1;
      if (!replayed.same) different += 1;
      if (options.json) printJson({ conversationId: id, turnIndex: decision.turnIndex, ...replayed });
      else if (!replayed.same)
        print(`differs: ${id} turn ${decision.turnIndex}: ${replayed.why} (policy ${decision.policySha256})`);
    }
  }
  if (!options.json) print(`${all - different} of ${all} decisions derived again, byte for byte`);
  if (different > 0) process.exitCode = 1;
}
