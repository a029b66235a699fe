export { startKafka } from './kafka.mjs';
export { startMongo } from './mongo.mjs';
