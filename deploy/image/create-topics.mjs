/**
 * Creates the topics that are missing: every topic of the event catalogue and a dead letter topic for each service. Changes nothing
 * that exists. Settings are the services' own: BATON_KAFKA_BROKERS, BATON_KAFKA_PARTITIONS, BATON_KAFKA_REPLICATION.
 */
import { eventTopics } from '../../libs/contracts/dist/index.js';
import { deadLetterTopic, openKafkaBus } from '../../libs/eventing/dist/index.js';
import { readConfig, serviceNames } from '../../libs/service-kit/dist/index.js';

const config = readConfig(process.env);
if (config.ok) {
  const { brokers, partitions, replication } = config.value.kafka;
  const topics = [...eventTopics, ...serviceNames.map((service) => deadLetterTopic(service))];
  const bus = await openKafkaBus({
    brokers,
    partitions,
    replication,
    clientId: 'baton-create-topics',
    createTopics: true,
  });
  try {
    await bus.ensureTopics(topics);
    process.stdout.write(`${topics.length} topics are there: ${topics.join(', ')}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 3;
  } finally {
    await bus.close();
  }
} else {
  for (const { variable, message } of config.error) process.stderr.write(`${variable}: ${message}\n`);
  process.exitCode = 2;
}
