import { Kafka, logLevel } from 'kafkajs';
import { uuidV7 } from '@baton/kernel';
import { percentiles } from './percentiles.js';

/** kafkajs by itself: produce (acks all) to consume, one record at a time, ms. */
export async function rawKafkajs(
  brokers: readonly string[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
) {
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'baton-bench-raw', logLevel: logLevel.NOTHING });
  const topic = `bench-raw-${uuidV7(Date.now())}`;
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 6 }] });
  const consumer = kafka.consumer({ groupId: topic });
  const producer = kafka.producer();
  await Promise.all([consumer.connect(), producer.connect()]);
  await consumer.subscribe({ topic, fromBeginning: true });
  const sent = new Map<string, number>();
  const latencies: number[] = [];
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      const at = sent.get(message.key?.toString() ?? '');
      if (at !== undefined) latencies.push(performance.now() - at);
    },
  });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const value = JSON.stringify({ text: 'x'.repeat(400) });
  for (let count = 0; count < perSecond * seconds; count += 1) {
    const key = `k${count}`;
    sent.set(key, performance.now());
    await producer.send({ topic, acks: -1, messages: [{ key, value }] });
    await new Promise((resolve) => setTimeout(resolve, 1_000 / perSecond));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  await Promise.all([consumer.disconnect(), producer.disconnect()]);
  await admin.deleteTopics({ topics: [topic] });
  await admin.disconnect();
  return percentiles(latencies);
}
