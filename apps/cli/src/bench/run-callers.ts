import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CallersPlan, CallersReport } from './callers.worker.js';

/** Runs callers in a thread of their own, so that they take no turn of the event loop they measure. */
export async function runCallers(plan: CallersPlan): Promise<CallersReport> {
  const worker = new Worker(new URL('./callers.worker.js', import.meta.url), { workerData: plan });
  const [report] = (await once(worker, 'message')) as [CallersReport];
  await worker.terminate();
  return report;
}
