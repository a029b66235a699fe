import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Kafka, logLevel } from 'kafkajs';

import { defaultCacheDir } from './cache.mjs';
import { freePorts } from './free-port.mjs';
import { javaProgram } from './java-program.mjs';
import { progress } from './progress.mjs';
import { serverProcess, shortLivedJvm } from './server-process.mjs';

const VERSION = '4.1.1';
const READY_MS = 90_000;

/**
 * Starts a real Apache Kafka (KRaft, one node) on 127.0.0.1. Topics are not created by themselves.
 *
 * @param {object} [options]
 * @param {string} [options.cacheDir]  where the jars are kept
 * @param {number} [options.port]  default: a free one
 * @param {string} [options.dataDir]  kept after `stop`, so that a second start goes on; default: a scratch folder
 * @returns {Promise<{ brokers: string, pid: number | undefined, stop(): Promise<void>, kill(): Promise<string> }>}
 *   `brokers` is `host:port`; `stop` may be called twice; `kill` ends the broker as a crash would
 * @throws where Java or Maven are missing, saying how to install them; where the broker does not come up, with its log
 */
export async function startKafka({ cacheDir = defaultCacheDir(), port, dataDir } = {}) {
  const classPath = await javaProgram({
    cacheDir,
    name: `kafka-${VERSION}`,
    artifacts: [`org.apache.kafka:kafka_2.13:${VERSION}`, 'org.apache.logging.log4j:log4j-slf4j-impl:2.24.3'],
    sources: ['RunKafka.java', 'Scratch.java'],
    resources: ['log4j2.properties'],
  });
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(classPath, port, dataDir);
    } catch (error) {
      // A free port may be taken between finding and using it; a port asked for is not ours to change.
      const lostPort = port === undefined && /Address already in use|BindException/.test(String(error));
      if (!lostPort || attempt === 3) throw error;
    }
  }
}

/** @param {string} classPath @param {number} [port] @param {string} [dataDir] */
async function startOnce(classPath, port, dataDir) {
  const startedAt = Date.now();
  const [free, controller] = /** @type {[number, number]} */ (await freePorts(2));
  const brokers = `127.0.0.1:${port ?? free}`;
  const scratch = await mkdtemp(join(tmpdir(), 'baton-kafka-'));
  const logDir = dataDir ?? join(scratch, 'data');
  const properties = join(scratch, 'server.properties');
  await mkdir(logDir, { recursive: true });
  await writeFile(properties, serverProperties(brokers, controller, logDir));
  const server = serverProcess({
    name: 'Kafka',
    classPath,
    scratch,
    jvm: [...shortLivedJvm, '-Xms128m', '-Xmx512m', '-XX:+ExitOnOutOfMemoryError'],
    args: ['RunKafka', properties, randomBytes(16).toString('base64url'), logDir],
  });
  try {
    await server.ready(() => answers(brokers), READY_MS);
  } catch (error) {
    await server.stop();
    throw error;
  }
  progress(`kafka ${VERSION} on ${brokers} (pid ${server.pid}, ${Date.now() - startedAt} ms)`);
  return {
    brokers,
    pid: server.pid,
    stop: () => server.stop(),
    async kill() {
      const how = await server.kill();
      await rm(scratch, { recursive: true, force: true });
      return how;
    },
  };
}

/** Ready means more than an open port: groups are coordinated and producer ids are given out. @param {string} broker */
async function answers(broker) {
  const kafka = new Kafka({
    clientId: 'baton-start',
    brokers: [broker],
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  const producer = kafka.producer({ idempotent: true, retry: { initialRetryTime: 100, retries: 6 } });
  try {
    await admin.connect();
    // Only a metadata request fills the client's list of brokers, which the group request needs.
    await admin.fetchTopicMetadata();
    await admin.fetchOffsets({ groupId: 'baton-start' });
    await producer.connect();
  } finally {
    await Promise.allSettled([admin.disconnect(), producer.disconnect()]);
  }
}

/** @param {string} brokers @param {number} controller @param {string} logDir */
function serverProperties(brokers, controller, logDir) {
  return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controller}
listeners=PLAINTEXT://${brokers},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=PLAINTEXT://${brokers}
controller.listener.names=CONTROLLER
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=PLAINTEXT
log.dirs=${logDir.replaceAll('\\', '/')}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=8
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
num.network.threads=2
num.io.threads=4
`;
}
