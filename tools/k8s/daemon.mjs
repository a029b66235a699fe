import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const STOP_MS = 10_000;

/**
 * A server of ours, with its output in `NAME.log` in the scratch folder. It is ended by its pid, at the latest when this process exits.
 *
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {string} scratch
 */
export function daemon(name, command, args, scratch) {
  const logFile = join(scratch, `${name}.log`);
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { cwd: scratch, stdio: ['ignore', log, log] });
  closeSync(log);
  const killNow = () => void child.kill('SIGKILL');
  process.once('exit', killNow);
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  let running = true;
  void ended.then(() => {
    running = false;
    process.off('exit', killNow);
  });

  return {
    pid: child.pid,

    /** @param {() => Promise<boolean>} probe @param {number} timeoutMs @throws with the end of the log */
    async ready(probe, timeoutMs) {
      const deadline = Date.now() + timeoutMs;
      while (!(await probe())) {
        const late = Date.now() > deadline;
        if (!running || late) {
          const why = running ? `was not ready after ${timeoutMs / 1_000} s` : `ended (${await ended})`;
          const lines = (await readFile(logFile, 'utf8')).split('\n').slice(-20);
          throw new Error(`${name} ${why}:\n${lines.join('\n')}`);
        }
        await sleep(250);
      }
    },

    async stop() {
      if (!running) return;
      child.kill('SIGTERM');
      const killer = setTimeout(killNow, STOP_MS);
      await ended;
      clearTimeout(killer);
    },
  };
}
