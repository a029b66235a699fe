import { BatonError } from '@baton/kernel';
import { readConfig } from './config.js';
import { runServices } from './run-services.js';
import type { BatonService } from './service-definition.js';

/** With this argument a service ends when its standard input does: with the process that started it, however that ends. */
export const endWithStarter = '--end-with-starter';

/** `main` of a service that has a process to itself: configuration from the environment, drain on SIGTERM and SIGINT. */
export async function runAlone(service: BatonService): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) {
    for (const fault of config.error) process.stderr.write(`${fault.variable}: ${fault.message}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    const running = await runServices([service], { config: config.value });
    const stop = stopOnSignal(() => running.stop());
    if (process.argv.includes(endWithStarter)) process.stdin.on('end', stop).on('error', stop).resume();
  } catch (thrown) {
    process.stderr.write(
      `${service.name} cannot start: ${thrown instanceof BatonError ? thrown.message : String(thrown)}\n`,
    );
    process.exitCode = thrown instanceof BatonError && thrown.code === 'invalid-pack' ? 2 : 3;
  }
}

/** Drains once on the first signal; a second one ends the process at once. What is returned does what a signal does. */
export function stopOnSignal(stop: () => Promise<void>): () => void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return onSignal;
}
