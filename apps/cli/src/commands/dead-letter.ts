import { join } from 'node:path';
import {
  listDeadLetters,
  openEmbeddedBus,
  openKafkaBus,
  replayDeadLetters,
  type EventBus,
} from '@baton/eventing';
import { systemClock } from '@baton/kernel';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import { print, printJson } from '../output.js';

interface Options {
  readonly data: string;
  readonly json?: boolean;
}

/** `baton dead-letter …`: what could not be processed, and putting it back. */
export function deadLetterCommands(program: Command): void {
  const deadLetter = program.command('dead-letter').description('what could not be processed');
  const common = (command: Command) =>
    command
      .argument('[services...]', 'default: all')
      .option(
        '--data <dir>',
        'data folder of an embedded Baton; where BATON_KAFKA_BROKERS is set, Kafka is asked instead',
        process.env['BATON_DATA'] ?? '.baton',
      )
      .option('--json', 'JSON instead of text');

  common(deadLetter.command('list').description('dead letters that are still kept')).action(
    async (services: string[], options: Options) =>
      withBus(options, async (bus) => {
        for (const service of await chosen(services)) {
          for (const { record: _bytes, ...letter } of await listDeadLetters(bus, service)) {
            if (options.json) printJson({ service, ...letter });
            else
              print(
                `${service}  ${letter.type || '(no type)'} ${letter.id}  ${letter.code} after ${letter.attempts}  ${letter.replayed ? 'replayed' : 'waiting'}`,
              );
          }
        }
      }),
  );

  common(
    deadLetter.command('replay').description('put every dead letter back on its topic, exactly once'),
  ).action(async (services: string[], options: Options) =>
    withBus(options, async (bus) => {
      for (const service of await chosen(services)) {
        const report = await replayDeadLetters(bus, service);
        if (options.json) printJson({ service, ...report });
        else if (report.replayed + report.strays > 0)
          print(`${service}: ${report.replayed} put back, ${report.strays} say not where they came from`);
      }
    }),
  );
}

async function chosen(services: readonly string[]): Promise<readonly string[]> {
  const { serviceNames } = await import('@baton/service-kit');
  const unknown = services.find((service) => !(serviceNames as readonly string[]).includes(service));
  if (unknown !== undefined)
    throw new CliError(2, `${unknown} is no service; write one of ${serviceNames.join(', ')}`);
  return services.length > 0 ? services : serviceNames;
}

/** The embedded log has one owner at a time: Baton must be stopped first. */
async function withBus(options: Options, work: (bus: EventBus) => Promise<void>): Promise<void> {
  const brokers = process.env['BATON_KAFKA_BROKERS'];
  if (brokers !== undefined) {
    const bus = await openKafkaBus({ brokers: brokers.split(','), clientId: 'baton-cli' });
    return work(bus).finally(() => bus.close());
  }
  const { lockDataFolder } = await import('@baton/all-in-one');
  const lock = lockDataFolder(options.data);
  try {
    const bus = openEmbeddedBus({ file: join(options.data, 'bus.db'), clock: systemClock });
    await work(bus).finally(() => bus.close());
  } finally {
    lock.release();
  }
}
