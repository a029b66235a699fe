import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a server may take to end by itself before it is killed. */
const STOP_MS = 5_000;

/** A server of a test lives for minutes: the optimising compiler would take the time of what is tested. */
export const shortLivedJvm = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/**
 * A Java server started by us, in a scratch folder of its own that goes with it. It ends when `stop` is called and, because it watches
 * the pipe on its standard input, also when this process ends in any way, kill -9 included.
 *
 * @param {object} options
 * @param {string} options.name  for messages
 * @param {string} options.classPath
 * @param {string} options.scratch  an existing folder; the log goes to `server.log` in it
 * @param {string[]} options.jvm  options of the virtual machine
 * @param {string[]} options.args  main class and its arguments
 */
export function serverProcess({ name, classPath, scratch, jvm, args }) {
  const child = spawn('java', [...jvm, `-Dbaton.scratch=${scratch}`, '-cp', classPath, ...args], {
    cwd: scratch,
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C in a terminal goes to the whole foreground group; the server should outlive the starter's own shutdown.
    detached: process.platform !== 'win32',
  });
  const logFile = join(scratch, 'server.log');
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  // The server may be gone before the pipe is closed.
  child.stdin.on('error', () => {});

  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  let running = true;
  void ended.then(() => (running = false));

  return {
    pid: child.pid,
    stdout: child.stdout,
    ended,

    /**
     * Waits until `probe` succeeds.
     * @template T
     * @param {() => Promise<T>} probe
     * @param {number} timeoutMs
     * @returns {Promise<T>}
     * @throws with the end of the server's log where it ends first or is not ready in time
     */
    async ready(probe, timeoutMs) {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        if (!running)
          throw new Error(`${name} ended before it was ready (${await ended}):\n${await tail(logFile)}`);
        try {
          return await probe();
        } catch (cause) {
          if (Date.now() > deadline) {
            const log = await tail(logFile);
            throw new Error(`${name} was not ready after ${timeoutMs / 1000} s:\n${log}`, { cause });
          }
        }
        await sleep(100);
      }
    },

    /** Ends the server and removes its scratch folder; a second call waits for the same end. */
    async stop() {
      if (running) {
        child.stdin.end();
        const killer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
        await ended;
        clearTimeout(killer);
      }
      log.end();
      if (!log.closed) await once(log, 'close');
      await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },

    /** Ends the server at once, as a crash would; what it kept in a data folder stays. */
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** @param {string} file */
async function tail(file) {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').slice(-25).join('\n');
}
