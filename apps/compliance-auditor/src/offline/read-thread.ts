import { parentPort, workerData } from 'node:worker_threads';
import { openEmbeddedStore } from '@baton/persistence/embedded';
import { openLogStore } from '../log/log-store.js';
import { entryReader, type EntryRange } from './entry-reader.js';

// One of the threads of `threadedEntryReader`: answers ranges of the store it was started for.
const store = await openEmbeddedStore({ file: workerData as string });
const reader = entryReader(await openLogStore(store));
parentPort?.on('message', (question: { id: number; range: EntryRange }) => void answer(question));

async function answer({ id, range }: { id: number; range: EntryRange }): Promise<void> {
  const findings = await reader.check(range);
  // One long text crosses threads faster than thousands of short ones; no event id holds a line end.
  const message = { id, findings: { ...findings, eventIds: findings.eventIds.join('\n') } };
  parentPort?.postMessage(message, [findings.hashes.buffer as ArrayBuffer]);
}
