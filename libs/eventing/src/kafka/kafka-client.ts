import { connect as connectTcp, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ISocketFactory, Kafka, KafkaConfig, logCreator, RetryOptions } from 'kafkajs';
import type { Logger } from '../logger.js';

export interface KafkaClientOptions {
  /** `host:port`, at least one. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly ssl?: NonNullable<KafkaConfig['ssl']>;
  readonly sasl?: NonNullable<KafkaConfig['sasl']>;
}

export type KafkaJs = typeof import('kafkajs');

/** Tries inside one request; about two seconds in all. What lasts longer is retried by the caller, who says so in its health. */
export const REQUEST_RETRY: RetryOptions = { initialRetryTime: 50, maxRetryTime: 1_000, retries: 5 };

const KEEP_ALIVE_MS = 60_000;

/** Loads kafkajs (only a process that uses Kafka pays for it) and describes the cluster; connects to nothing yet. */
export async function kafkaClient(
  options: KafkaClientOptions,
  logger: Logger,
): Promise<{ kafkajs: KafkaJs; kafka: Kafka }> {
  const kafkajs = (await import('kafkajs')).default as unknown as KafkaJs;
  const kafka = new kafkajs.Kafka({
    brokers: [...options.brokers],
    clientId: options.clientId,
    ...(options.ssl === undefined ? {} : { ssl: options.ssl }),
    ...(options.sasl === undefined ? {} : { sasl: options.sasl }),
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: REQUEST_RETRY,
    socketFactory,
    logLevel: kafkajs.logLevel.INFO,
    logCreator: logTo(kafkajs, logger),
  });
  return { kafkajs, kafka };
}

/** kafkajs leaves Nagle's algorithm on, which holds small requests back. */
const socketFactory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const socket = ssl
    ? connectTls({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}), ...ssl }, onConnect)
    : connectTcp({ host, port }, onConnect);
  socket.setKeepAlive(true, KEEP_ALIVE_MS);
  socket.setNoDelay(true);
  return socket;
};

/** Only fields known to hold no data of records; kafkajs's "info" is detail to everyone else. */
function logTo(kafkajs: KafkaJs, logger: Logger): logCreator {
  const { ERROR, WARN } = kafkajs.logLevel;
  return () =>
    ({ level, namespace, log }) => {
      const fields = {
        namespace,
        groupId: log['groupId'] as unknown,
        broker: log['broker'] as unknown,
        topic: log['topic'] as unknown,
      };
      if (level === ERROR) logger.warn(fields, log.message);
      else if (level === WARN) logger.info(fields, log.message);
      else logger.debug(fields, log.message);
    };
}
