import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { BatonError } from '@baton/kernel';

/**
 * Below the ports systems hand out by themselves (32768 and up on Linux, 49152 elsewhere): between the look and the use, no outgoing
 * connection of anyone can take one of these.
 */
const from = 20_000;
const to = 32_768;

/** Of those this process was given: a port is looked for some time before it is listened on, and must not be found twice meanwhile. */
const given = new Set<number>();

/**
 * A port nobody listens on now and that this process was not given before, for services of one process that must find each other
 * without fixed numbers. Throws `no-free-port`.
 */
export async function freePort(host: string): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = randomInt(from, to);
    if (given.has(port)) continue;
    if (given.size > (to - from) / 2) given.clear();
    given.add(port);
    if (await canListen(host, port)) return port;
  }
  throw new BatonError('no-free-port', `No port from ${from} to ${to - 1} was free on ${host}.`);
}

/** Rejects where listening fails for another reason than that somebody is there already. */
function canListen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
