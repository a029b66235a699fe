#!/usr/bin/env node
/** Proves the two servers do what the adapters rely on: `node tools/servers/run.mjs --exec -- node tools/servers/check.mjs`. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';

const brokers = process.env['BATON_KAFKA_BROKERS'];
const url = process.env['BATON_MONGO_URL'];
assert.ok(
  brokers && url,
  'run it through tools/servers/run.mjs --exec, or set BATON_KAFKA_BROKERS and BATON_MONGO_URL',
);

await checkKafka(brokers.split(','));
await checkMongo(url);

/** 1,000 messages with ten keys come back once each, in order within a key. @param {string[]} addresses */
async function checkKafka(addresses) {
  const kafka = new Kafka({ clientId: 'baton-check', brokers: addresses, logLevel: logLevel.ERROR });
  const topic = `check-${randomUUID()}`;
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 4 }], waitForLeaders: true });
  const producer = kafka.producer({ idempotent: true });
  const consumer = kafka.consumer({ groupId: topic });
  await producer.connect();
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  /** @type {Map<string, number[]>} */
  const seen = new Map();
  let count = 0;
  const all = new Promise((resolve) => {
    void consumer.run({
      autoCommit: false,
      async eachMessage({ message }) {
        const key = String(message.key);
        seen.set(key, [...(seen.get(key) ?? []), Number(message.value)]);
        if (++count === 1_000) resolve(undefined);
      },
    });
  });
  const startedAt = Date.now();
  for (let n = 0; n < 1_000; n += 100) {
    const messages = Array.from({ length: 100 }, (_, i) => ({ key: `k${i % 10}`, value: String(n + i) }));
    await producer.send({ topic, acks: -1, messages });
  }
  await all;
  for (const [key, values] of seen) {
    assert.deepEqual(
      values,
      [...values].sort((a, b) => a - b),
      `order within ${key}`,
    );
    assert.equal(new Set(values).size, 100, `every message of ${key} once`);
  }
  console.log(`kafka: 1,000 messages produced and consumed in order per key, ${Date.now() - startedAt} ms`);
  await consumer.disconnect();
  await admin.deleteTopics({ topics: [topic] });
  await Promise.all([producer.disconnect(), admin.disconnect()]);
}

/** Of 50 concurrent compare-and-sets one wins; the index kinds and updates the adapters use work. @param {string} address */
async function checkMongo(address) {
  const connection = await mongoose
    .createConnection(address, { dbName: `check-${randomUUID()}` })
    .asPromise();
  const agents = connection.collection('agents');
  for (let round = 0; round < 20; round++) {
    const _id = /** @type {any} */ (`agent-${round}`);
    await agents.insertOne({ _id, version: 1, log: [] });
    const tries = Array.from({ length: 50 }, (_, by) =>
      agents.findOneAndUpdate({ _id, version: 1 }, { $set: { version: 2, by } }, { returnDocument: 'after' }),
    );
    const winners = (await Promise.all(tries)).filter((document) => document !== null);
    assert.equal(winners.length, 1, 'one compare-and-set wins');
    assert.equal((await agents.findOne({ _id }))?.['by'], winners[0]?.['by']);
  }
  await agents.createIndex({ email: 1 }, { unique: true, sparse: true });
  await agents.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  const _id = /** @type {any} */ ('agent-0');
  await agents.updateOne({ _id }, { $set: { email: 'a@example.org' } });
  await assert.rejects(agents.insertOne({ email: 'a@example.org' }), { code: 11000 });
  await agents.updateOne(
    { _id },
    /** @type {any} */ ({ $push: { log: { $each: [1, 2, 3, 4], $slice: -2 } } }),
  );
  assert.deepEqual((await agents.findOne({ _id }))?.['log'], [3, 4]);
  const written = await agents.bulkWrite([
    {
      replaceOne: { filter: { _id: /** @type {any} */ ('new') }, replacement: { version: 1 }, upsert: true },
    },
    { updateOne: { filter: { _id, version: 1 }, update: { $set: { version: 9 } } } },
  ]);
  assert.deepEqual([written.upsertedCount, written.matchedCount], [1, 0]);
  await connection.dropDatabase();
  await connection.close();
  console.log(
    'mongo: of 50 concurrent compare-and-sets one won, 20 times; unique and TTL index, $slice, bulkWrite work',
  );
}
