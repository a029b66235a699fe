import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CliError } from '../cli-error.js';
import { say } from '../output.js';

/** An Apache Kafka and a MongoDB server to run against. */
export interface Servers {
  readonly brokers: string;
  readonly mongoUrl: string;
  stop(): Promise<void>;
}

interface ServerTools {
  startKafka(): Promise<{ brokers: string; stop(): Promise<void> }>;
  startMongo(): Promise<{ url: string; stop(): Promise<void> }>;
}

const tools = resolve(import.meta.dirname, '../../../../tools/servers/index.mjs');

/** The servers BATON_KAFKA_BROKERS and BATON_MONGO_URL name, else servers started here. Exit 3 where neither can be had. */
export async function openServers(): Promise<Servers> {
  const { BATON_KAFKA_BROKERS: brokers, BATON_MONGO_URL: mongoUrl } = process.env;
  if (brokers && mongoUrl) return { brokers, mongoUrl, stop: async () => undefined };
  if (!existsSync(tools))
    throw new CliError(
      3,
      'set BATON_KAFKA_BROKERS and BATON_MONGO_URL to a running Apache Kafka and MongoDB',
    );
  const { startKafka, startMongo } = (await import(pathToFileURL(tools).href)) as ServerTools;
  say(
    'starting Apache Kafka and a MongoDB server (name running ones with BATON_KAFKA_BROKERS and BATON_MONGO_URL) …',
  );
  try {
    const [kafka, mongo] = await Promise.all([startKafka(), startMongo()]);
    return {
      brokers: kafka.brokers,
      mongoUrl: mongo.url,
      stop: async () => void (await Promise.all([kafka.stop(), mongo.stop()])),
    };
  } catch (thrown) {
    throw new CliError(3, thrown instanceof Error ? thrown.message : String(thrown));
  }
}
