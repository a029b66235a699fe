/**
 * The process the kill tests kill: handles commands 0, 1, 2, … on five documents of an embedded store, publishes to a text file,
 * and says each command it has acknowledged. Arguments: store file, log file, first command.
 */
import { appendFileSync, writeSync } from 'node:fs';
import { systemClock } from '@baton/kernel';
import { openEmbeddedStore } from '../embedded/embedded-store.js';
import { commandCause } from '../outbox/cause.js';
import { openOutboxRepository } from '../outbox/open-outbox-repository.js';
import { add, eventId, type Tally } from './tally.js';

const [storeFile = '', logFile = '', first = '0'] = process.argv.slice(2);
const repository = await openOutboxRepository<Tally>({
  store: await openEmbeddedStore({ file: storeFile }),
  name: 'killed_tally',
  source: '/baton/killed',
  publish: async (records) => {
    // One write per record, so that a kill can fall between two of them.
    for (const record of records) appendFileSync(logFile, `${record.key} ${eventId(record)}\n`);
  },
  clock: systemClock,
  clearAfterMs: 20,
});
await repository.start();
for (let n = Number(first); ; n += 1) {
  const document = `d${n % 5}`;
  const cause = commandCause({ commandId: `command-${n}`, tenantId: 't1', correlationId: document });
  await repository.update(document, cause, add(document, n));
  writeSync(1, `${n}\n`);
}
