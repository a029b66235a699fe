import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { proveEvent, verifyEventProof } from '@baton/compliance-auditor';
import { openEmbeddedStore } from '@baton/persistence';
import { CliError } from '../cli-error.js';
import { print, printJson, say } from '../output.js';

export interface ProveOptions {
  readonly event: string;
  readonly data: string;
  readonly out?: string;
}

/** `baton audit prove`: exit 2 where no log has the event, 1 where no checkpoint covers it yet. */
export async function proveRecorded({ event, data, out }: ProveOptions): Promise<void> {
  const store = await openEmbeddedStore({ file: join(data, 'store.db') });
  const proof = await proveEvent(store, event).finally(() => store.close());
  if (!proof.ok)
    throw proof.error === 'event-unknown'
      ? new CliError(2, `no event ${event} is in a log of ${data}; see --data`)
      : new CliError(1, 'no checkpoint covers the event yet; one is signed within a second while Baton runs');
  if (out === undefined) return printJson(proof.value);
  writeFileSync(out, `${JSON.stringify(proof.value)}\n`);
  say(`wrote ${out}; check it with: baton audit verify --proof ${out} --key '${proof.value.verifierKey}'`);
}

/** `baton audit verify --proof FILE`: exit 1 where it proves nothing. */
export function verifyProofFile(
  file: string,
  { key, json }: { readonly key?: readonly string[]; readonly json?: boolean },
): void {
  const proven = verifyEventProof(parsed(file), key);
  if (!proven.ok) process.exitCode = 1;
  if (json) return printJson(proven.ok ? { ok: true, ...proven.value } : { ok: false, code: proven.error });
  if (!proven.ok) return print(`not proven: ${proven.error}`);
  const { eventId, type, index, size, origin, keySource, erased, time } = proven.value;
  print(`proven: ${type} ${eventId} of ${time} is entry ${index} of ${origin} at ${size} entries`);
  if (erased) print('  its content was erased; that it was there stays proven');
  if (keySource === 'found')
    print('  under the key that came with it, which proves less than one you hold (--key)');
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new CliError(2, `${file} cannot be read as JSON; \`baton audit prove --out\` writes such a file`);
  }
}
