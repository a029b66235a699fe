import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { defaultCacheDir } from './cache.mjs';
import { javaProgram } from './java-program.mjs';
import { progress } from './progress.mjs';
import { serverProcess, shortLivedJvm } from './server-process.mjs';

const VERSION = '1.47.0';
const READY_MS = 60_000;
const WRITTEN_WITHIN_MS = 500;

/**
 * Starts a MongoDB wire server on 127.0.0.1. It has no transactions, sessions or change streams, and treats a partial
 * unique index as a full one.
 *
 * @param {object} [options]
 * @param {string} [options.cacheDir]  where the jars are kept
 * @param {number} [options.port]  default: a free one
 * @param {string} [options.dataDir]  documents are kept there, so that a second start goes on; default: in memory
 * @returns {Promise<{ url: string, pid: number | undefined, stop(): Promise<void>, kill(): Promise<string> }>}
 *   `stop` may be called twice; `kill` ends the server as a crash would
 * @throws where Java or Maven are missing, saying how to install them; where the server does not come up, with its log
 */
export async function startMongo({ cacheDir = defaultCacheDir(), port = 0, dataDir } = {}) {
  const classPath = await javaProgram({
    cacheDir,
    name: `mongo-java-server-${VERSION}`,
    artifacts: [
      `de.bwaldvogel:mongo-java-server:${VERSION}`,
      `de.bwaldvogel:mongo-java-server-h2-backend:${VERSION}`,
      'org.slf4j:slf4j-nop:2.0.16',
    ],
    sources: ['RunMongo.java', 'Scratch.java'],
  });
  const startedAt = Date.now();
  const scratch = await mkdtemp(join(tmpdir(), 'baton-mongo-'));
  if (dataDir) await mkdir(dataDir, { recursive: true });
  const server = serverProcess({
    name: 'The MongoDB wire server',
    classPath,
    scratch,
    jvm: [...shortLivedJvm, '-Xmx512m', '-XX:+ExitOnOutOfMemoryError'],
    args: ['RunMongo', String(port), ...(dataDir ? [join(dataDir, 'documents.mv')] : [])],
  });
  let output = '';
  server.stdout.on('data', (chunk) => (output += chunk));
  let url;
  try {
    url = await server.ready(async () => {
      const listening = /^listening (\d+)$/m.exec(output);
      if (!listening) throw new Error('not listening yet');
      return `mongodb://127.0.0.1:${listening[1]}/baton`;
    }, READY_MS);
  } catch (error) {
    await server.stop();
    throw error;
  }
  progress(`mongo wire server ${VERSION} on ${url} (pid ${server.pid}, ${Date.now() - startedAt} ms)`);
  return {
    url,
    pid: server.pid,
    stop: () => server.stop(),
    async kill() {
      // A real server has in its journal what it acknowledged; this one has it a moment later.
      await setTimeout(WRITTEN_WITHIN_MS);
      const how = await server.kill();
      await rm(scratch, { recursive: true, force: true });
      return how;
    },
  };
}
