import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventDefinitions, eventTopics } from '@baton/contracts';
import { stringify } from 'yaml';
import { root } from '../run-node.mjs';
import { eventsOf, shortName, usedTypes } from './events-page.mjs';

/** @typedef {import('./read-protos.mjs').Protos} Protos */

const kafkaBinding = '0.5.0';

/** `docs/asyncapi.yaml`: the same catalogue for programs, AsyncAPI 3.0. @param {Protos} protos @returns {string} */
export function asyncApi(protos) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Baton',
      version,
      description:
        'Events of Baton, the open handoff control plane for AI voice agents. CloudEvents 1.0 in binary mode over Kafka; delivered at least once, in order per key within a topic.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      kafka: {
        host: '{brokers}',
        protocol: 'kafka',
        description: 'The Kafka cluster Baton runs on.',
        variables: { brokers: { default: '127.0.0.1:9092', description: 'BATON_KAFKA_BROKERS' } },
      },
    },
    channels: Object.fromEntries(eventTopics.map((topic) => [channelName(topic), channel(topic, protos)])),
    operations: Object.fromEntries(
      eventTopics.map((topic) => [`publish-${channelName(topic)}`, operation(topic, protos)]),
    ),
    components: {
      messages: Object.fromEntries(eventDefinitions.map((event) => [shortName(event.type), message(event)])),
      schemas: schemas(protos),
    },
  };
  const head = '# Generated from proto/ and the catalogue of libs/contracts by `npm run docs`; edit those.\n';
  return head + stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** `baton.handoff.v1` → `handoff-v1`. @param {string} topic */
function channelName(topic) {
  return topic.replace(/^baton\./, '').replaceAll('.', '-');
}

/** @param {string} topic @param {Protos} protos */
function channel(topic, protos) {
  const events = eventsOf(topic, protos);
  return {
    address: topic,
    description: `Published by ${events[0].producer} alone; the record key is the ${events[0].key} id.`,
    messages: Object.fromEntries(
      events.map(({ type }) => [shortName(type), { $ref: `#/components/messages/${shortName(type)}` }]),
    ),
    bindings: { kafka: { topic, bindingVersion: kafkaBinding } },
  };
}

/** @param {string} topic @param {Protos} protos */
function operation(topic, protos) {
  const events = eventsOf(topic, protos);
  return {
    action: 'send',
    channel: { $ref: `#/channels/${channelName(topic)}` },
    summary: `What ${events[0].producer} says.`,
    messages: events.map(({ type }) => ({
      $ref: `#/channels/${channelName(topic)}/messages/${shortName(type)}`,
    })),
  };
}

/** @param {{ type: string, doc: string, key: string }} event */
function message({ type, doc, key }) {
  return {
    name: type,
    title: shortName(type),
    summary: doc,
    contentType: 'application/json',
    correlationId: { location: '$message.header#/ce_correlationid' },
    headers: {
      allOf: [
        { $ref: '#/components/schemas/CloudEventHeaders' },
        { type: 'object', properties: { ce_type: { const: type } } },
      ],
    },
    payload: { $ref: `#/components/schemas/${schemaName(type)}` },
    bindings: {
      kafka: { key: { type: 'string', description: `${key} id` }, bindingVersion: kafkaBinding },
    },
  };
}

/** @param {Protos} protos */
function schemas(protos) {
  const names = [...eventDefinitions.map(({ type }) => type), ...usedTypes(protos)];
  return {
    CloudEventHeaders: cloudEventHeaders,
    ...Object.fromEntries(names.map((name) => [schemaName(name), schema(name, protos)])),
  };
}

/** `baton.handoff.v1.HandoffQueued` → `handoff.v1.HandoffQueued`. @param {string} type */
function schemaName(type) {
  return type.replace(/^baton\./, '');
}

/** @param {string} name @param {Protos} protos */
function schema(name, protos) {
  const one = protos.enums.get(name);
  if (one) {
    return { type: 'string', description: one.doc, enum: one.values.map((value) => value.name) };
  }
  const message = protos.messages.get(name);
  if (!message) throw new Error(`${name} is not in proto/`);
  return {
    type: 'object',
    description: message.doc,
    properties: Object.fromEntries(message.fields.map((field) => [field.name, property(field, protos)])),
    // A newer Baton may say more.
    additionalProperties: true,
  };
}

/** @param {import('./read-protos.mjs').Field} field @param {Protos} protos */
function property(field, protos) {
  const plain = plainType(field, protos);
  const whole = field.repeated ? { type: 'array', items: plain } : plain;
  if (field.doc === '') return whole;
  return '$ref' in whole ? { allOf: [whole], description: field.doc } : { ...whole, description: field.doc };
}

/** @param {import('./read-protos.mjs').Field} field @param {Protos} protos */
function plainType(field, protos) {
  if (field.map) return { type: 'object', additionalProperties: property(field.map, protos) };
  if (protos.messages.has(field.type) && field.type.startsWith('baton.'))
    return { $ref: `#/components/schemas/${schemaName(field.type)}` };
  if (protos.enums.has(field.type)) return { $ref: `#/components/schemas/${schemaName(field.type)}` };
  const known = plainTypes[field.type];
  if (!known) throw new Error(`No JSON type is known for ${field.type} of the field ${field.name}`);
  return { ...known };
}

/** Proto JSON of the types in use (protobuf.dev/programming-guides/json); 64-bit integers are written as numbers. */
const plainTypes = {
  string: { type: 'string' },
  bool: { type: 'boolean' },
  double: { type: 'number' },
  float: { type: 'number' },
  int32: { type: 'integer' },
  uint32: { type: 'integer', minimum: 0 },
  int64: { type: 'integer' },
  uint64: { type: 'integer', minimum: 0 },
  bytes: { type: 'string', contentEncoding: 'base64' },
  'google.protobuf.Struct': { type: 'object', additionalProperties: true },
};

const text = (description) => ({ type: 'string', description });

const cloudEventHeaders = {
  type: 'object',
  description: 'CloudEvents 1.0 attributes as record headers (Kafka protocol binding, binary mode).',
  required: [
    'ce_specversion',
    'ce_id',
    'ce_type',
    'ce_source',
    'ce_time',
    'ce_subject',
    'ce_tenantid',
    'ce_correlationid',
  ],
  properties: {
    ce_specversion: { const: '1.0' },
    ce_id: text('Unique; the same again when an event is published again.'),
    ce_type: text('Full name of the event.'),
    ce_source: text('`/baton/<service>`'),
    ce_time: { type: 'string', format: 'date-time' },
    ce_subject: text('What the event is about; also the record key.'),
    ce_tenantid: text('The tenant: the name of its pack.'),
    ce_correlationid: text('The conversation everything here belongs to.'),
    ce_causationid: text('The event that led to this one.'),
    traceparent: text('W3C Trace Context.'),
    'content-type': { const: 'application/json' },
  },
};
