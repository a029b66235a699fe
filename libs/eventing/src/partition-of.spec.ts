import { createRequire } from 'node:module';
import fc from 'fast-check';
import { partitionOf } from './partition-of.js';

const { Partitioners } = createRequire(import.meta.url)('kafkajs') as typeof import('kafkajs');

describe('partitionOf', () => {
  it("agrees with kafkajs's default partitioner on any key", () => {
    const partition = Partitioners.DefaultPartitioner();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 64 }), (key, partitions) => {
        const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
          partitionErrorCode: 0,
          partitionId,
          leader: 1,
          replicas: [1],
          isr: [1],
        }));
        const expected = partition({
          topic: 't',
          partitionMetadata,
          message: { key: Buffer.from(key, 'utf8'), value: null },
        });
        expect(partitionOf(key, partitions)).toBe(expected);
      }),
    );
  });
});
