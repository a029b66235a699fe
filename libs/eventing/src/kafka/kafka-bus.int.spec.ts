import { eventBusContract } from '../event-bus.contract.js';
import { openKafkaBus } from './kafka-bus.js';

const brokers = process.env['BATON_KAFKA_BROKERS'];
if (!brokers) {
  throw new Error('BATON_KAFKA_BROKERS is not set. `npm run test:integration` starts a broker and sets it.');
}

eventBusContract('kafka', async () => {
  const open = () =>
    openKafkaBus({ brokers: brokers.split(','), clientId: 'baton-contract', partitions: 4, replication: 1 });
  const bus = await open();
  return {
    bus,
    reopen: async () => {
      await bus.close();
      return open();
    },
  };
});
