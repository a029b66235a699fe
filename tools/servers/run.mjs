#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

import { startKafka, startMongo } from './index.mjs';
import { progress } from './progress.mjs';

const USAGE = `usage: node tools/servers/run.mjs                    start both servers, print their addresses, stay until Ctrl-C
       node tools/servers/run.mjs --exec -- CMD ARGS  run CMD with the addresses in its environment, then stop both

BATON_KAFKA_BROKERS and BATON_MONGO_URL, where set, name running servers that are used instead.`;

/** @type {{ stop(): Promise<void> }[]} */
const started = [];

/** Stops what was started, then ends. @param {number} code @returns {Promise<never>} */
async function finish(code) {
  await Promise.allSettled(started.map((server) => server.stop()));
  process.exit(code);
}

/** The variables, from the environment or from servers started now. */
async function servers() {
  const [kafka, mongo] = await Promise.allSettled([
    useOrStart('BATON_KAFKA_BROKERS', startKafka, (server) => server.brokers),
    useOrStart('BATON_MONGO_URL', startMongo, (server) => server.url),
  ]);
  for (const result of [kafka, mongo]) if (result.status === 'rejected') throw result.reason;
  return {
    BATON_KAFKA_BROKERS: /** @type {PromiseFulfilledResult<string>} */ (kafka).value,
    BATON_MONGO_URL: /** @type {PromiseFulfilledResult<string>} */ (mongo).value,
  };
}

/**
 * @template {{ stop(): Promise<void> }} S
 * @param {string} variable
 * @param {() => Promise<S>} start
 * @param {(server: S) => string} address
 */
async function useOrStart(variable, start, address) {
  const given = process.env[variable];
  if (given) {
    progress(`${variable} is set: using the server it names`);
    return given;
  }
  const server = await start();
  started.push(server);
  return address(server);
}

/** @param {string[]} command @param {NodeJS.ProcessEnv} env @returns {Promise<number>} the exit code */
function run([command = '', ...args], env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: 'inherit', shell: process.platform === 'win32' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.removeAllListeners(signal);
      process.on(signal, () => child.kill(signal));
    }
    child.once('error', (error) => {
      progress(`${command} could not be started: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

const args = process.argv.slice(2);
const separator = args.indexOf('--');
const command = separator < 0 ? [] : args.slice(separator + 1);
const exec = args[0] === '--exec';
if (exec ? separator !== 1 || command.length === 0 : args.length > 0) {
  progress(USAGE);
  process.exit(2);
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => void finish(128 + constants.signals[signal]));
}
try {
  const addresses = await servers();
  if (exec) {
    await finish(await run(command, { ...process.env, ...addresses }));
  } else {
    console.log(
      Object.entries(addresses)
        .map(([name, value]) => `${name}=${value}`)
        .join(' '),
    );
    // Signals end it; the timer keeps it alive where both servers run elsewhere.
    setInterval(() => {}, 2 ** 30);
  }
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  await finish(3);
}
