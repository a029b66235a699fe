import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkforceServiceClient } from '@baton/contracts';
import { BatonError } from '@baton/kernel';
import { Peers } from '@baton/service-kit';
import { CliError } from '../cli-error.js';

/** Where a running Baton is asked. */
export interface AddressOptions {
  readonly address?: string;
  readonly data: string;
}

/** Asks the router of a running Baton. Exit 3 where it cannot be reached, 2 where it refuses what was asked. */
export async function withWorkforce<T>(
  options: AddressOptions,
  work: (client: WorkforceServiceClient) => Promise<T>,
): Promise<T> {
  const address = addressOf(options);
  const peers = new Peers();
  peers.announce('router', address);
  try {
    return await work(peers.client('router', WorkforceServiceClient));
  } catch (thrown) {
    if (!(thrown instanceof BatonError)) throw thrown;
    if (thrown.code !== 'peer-unavailable') throw new CliError(2, thrown.message);
    throw new CliError(
      3,
      `No router answers at ${address}: start Baton, or name it with --address HOST:PORT.`,
    );
  } finally {
    peers.close();
  }
}

/** What `--address` says, else what a Baton running on the data folder has written there, else the usual port. */
function addressOf({ address, data }: AddressOptions): string {
  if (address !== undefined) {
    if (/^[^\s:]+:\d{1,5}$/.test(address)) return address;
    throw new CliError(2, `--address ${address}: write HOST:PORT, as in 127.0.0.1:5404`);
  }
  const written = join(data, 'router.address');
  return existsSync(written) ? readFileSync(written, 'utf8').trim() : '127.0.0.1:5404';
}
