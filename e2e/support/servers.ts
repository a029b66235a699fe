import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './built.js';

/** A server that a test may kill and start again where it was, with what it had. */
export interface Server {
  /** What services are told: brokers, or a MongoDB URL. */
  readonly address: string;
  kill(): Promise<unknown>;
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

interface Started {
  readonly brokers?: string;
  readonly url?: string;
  stop(): Promise<void>;
  kill(): Promise<unknown>;
}
type Start = (options: { dataDir: string; port?: number }) => Promise<Started>;

/** An Apache Kafka of the test's own. */
export function ownKafka(dataDir: string): Promise<Server> {
  return own('startKafka', dataDir);
}

/** A MongoDB wire server of the test's own. */
export function ownMongo(dataDir: string): Promise<Server> {
  return own('startMongo', dataDir);
}

async function own(name: 'startKafka' | 'startMongo', dataDir: string): Promise<Server> {
  const tools = (await import(pathToFileURL(join(root, 'tools/servers/index.mjs')).href)) as Record<
    string,
    Start
  >;
  const start = tools[name]!;
  let running = await start({ dataDir });
  const address = running.brokers ?? running.url ?? '';
  const port = Number(/:(\d+)/.exec(address.replace(/^\w+:\/\//, ''))?.[1]);
  return {
    address,
    kill: () => running.kill(),
    startAgain: async () => {
      running = await start({ dataDir, port });
    },
    stop: () => running.stop(),
  };
}
