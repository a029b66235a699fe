/**
 * `wait-for-calls.mjs SECONDS [SERVICE]`: returns when no call is live in this process, at the latest after that time. Kubernetes
 * runs it before it stops a gateway; new calls go to other replicas meanwhile, because a stopping pod gets none.
 */
import { setTimeout as sleep } from 'node:timers/promises';

import { serviceUrl } from './service-url.mjs';

/** Endpoints lag behind: a call may still arrive although the pod is being stopped. */
const SETTLE_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

const deadline = Date.now() + Number(process.argv[2] ?? 0) * 1_000;
const url = `${serviceUrl(process.argv[3] ?? 'speech-gateway')}/metrics`;

await sleep(Math.min(SETTLE_MS, Math.max(0, deadline - Date.now())));
while (Date.now() < deadline && (await liveCalls()) > 0) await sleep(LOOK_EVERY_MS);

/** Calls started less calls ended; none where the process no longer answers. */
async function liveCalls() {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    const lines = (await answer.text())
      .split('\n')
      .filter((line) => line.startsWith('baton_calls_live_total{'));
    return lines.reduce((sum, line) => {
      const count = Number(line.slice(line.lastIndexOf('} ') + 2).split(' ')[0]);
      return sum + (line.includes('change="started"') ? count : -count);
    }, 0);
  } catch {
    return 0;
  }
}
