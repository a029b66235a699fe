import { eventDefinitions, eventTopics } from '@baton/contracts';

/** @typedef {import('./read-protos.mjs').Protos} Protos */

/** `docs/events.md`: every event, for people who subscribe. @param {Protos} protos @returns {string} */
export function eventsPage(protos) {
  const events = eventTopics.map((topic) => eventsOf(topic, protos));
  const lines = [
    '# Events',
    '',
    '<!-- Generated from proto/ and the catalogue of libs/contracts by `npm run docs`; edit those. -->',
    '',
    'Every event is a CloudEvents 1.0 record in binary mode: attributes in headers (`ce_id`, `ce_type`, `ce_source`, `ce_time`,',
    '`ce_subject`, `ce_tenantid`, `ce_correlationid`, `ce_causationid`, `traceparent`), the data as proto JSON in the value: a field that',
    'has its default (0, false, empty) is left out, enums are their names, 64-bit integers are numbers. The record key is `ce_subject`, so',
    'everything of one conversation stays in order within a topic; across topics there is no order. An event comes at least once: keep',
    '`ce_id` and drop what you have seen. Texts are redacted: personal data stands as `[TYPE]`. `asyncapi.yaml` says the same to programs.',
    '',
    'A person must take over: subscribe to `baton.escalation.v1`. What became of it: `baton.handoff.v1`. Every turn and every decision',
    'are on topics of their own, so neither of these carries their noise.',
    '',
    '| topic | producer | key | events |',
    '|---|---|---|---|',
    ...events.map(([first, ...rest]) => {
      const names = [first, ...rest].map(
        ({ type }) => `[${shortName(type)}](#${shortName(type).toLowerCase()})`,
      );
      return `| \`${first.topic}\` | ${first.producer} | ${first.key} id | ${names.join(' · ')} |`;
    }),
    '',
    'What could not be processed is put on `baton.dead-letter.<consumer>.v1` with its cause (`baton dead-letter list`).',
    '',
    ...events.flatMap((ofTopic) => [
      `## \`${ofTopic[0].topic}\``,
      '',
      ...ofTopic.flatMap((event) => eventSection(event, protos)),
    ]),
    '## Values',
    '',
    ...valueSections(protos),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Events of a topic in the order their `.proto` tells them, which is that of a call. @param {string} topic @param {Protos} protos */
export function eventsOf(topic, protos) {
  const order = [...protos.messages.keys()];
  return eventDefinitions
    .filter((event) => event.topic === topic)
    .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

/** @param {{ type: string, doc: string }} event @param {Protos} protos @returns {string[]} */
function eventSection({ type, doc }, protos) {
  return [`### ${shortName(type)}`, '', `\`${type}\`: ${doc}`, '', ...fieldTable(type, protos)];
}

/** @param {string} type @param {Protos} protos @returns {string[]} */
function fieldTable(type, protos) {
  const message = protos.messages.get(type);
  if (!message) throw new Error(`${type} is in the catalogue but not in proto/`);
  if (message.fields.length === 0) return ['No fields.', ''];
  const rows = message.fields.map(
    (field) => `| \`${field.name}\` | ${typeWords(field, protos)} | ${field.doc.replaceAll('|', '\\|')} |`,
  );
  return ['| field | type | |', '|---|---|---|', ...rows, ''];
}

/** Messages and enums that events are made of. @param {Protos} protos @returns {string[]} */
function valueSections(protos) {
  return usedTypes(protos).flatMap((name) => {
    const one = protos.enums.get(name);
    if (!one)
      return [
        `### ${shortName(name)}`,
        '',
        protos.messages.get(name)?.doc ?? '',
        '',
        ...fieldTable(name, protos),
      ];
    const values = one.values.filter((value) => !value.name.endsWith('_UNSPECIFIED'));
    return [
      `### ${shortName(name)}`,
      '',
      one.doc,
      '',
      ...values.map((value) => `- \`${value.name}\`${value.doc === '' ? '' : `: ${value.doc}`}`),
      '',
    ];
  });
}

/** Full names of what events refer to, directly or not, in the order they are met. @param {Protos} protos @returns {string[]} */
export function usedTypes(protos) {
  const events = eventDefinitions.map(({ type }) => type);
  /** @type {Set<string>} */
  const met = new Set();
  /** @param {string} name */
  const visit = (name) => {
    for (const field of protos.messages.get(name)?.fields ?? []) {
      const type = field.map?.type ?? field.type;
      if (!isOurs(type, protos) || met.has(type)) continue;
      met.add(type);
      visit(type);
    }
  };
  events.forEach(visit);
  return [...met].filter((name) => !events.includes(name));
}

/** @param {string} type @param {Protos} protos */
function isOurs(type, protos) {
  return type.startsWith('baton.') && (protos.messages.has(type) || protos.enums.has(type));
}

/** @param {import('./read-protos.mjs').Field} field @param {Protos} protos @returns {string} */
function typeWords(field, protos) {
  if (field.map) return `map of ${typeWords(field.map, protos)}`;
  const plain = isOurs(field.type, protos)
    ? `[${shortName(field.type)}](#${shortName(field.type).toLowerCase()})`
    : (words[field.type] ?? field.type);
  return field.repeated ? `list of ${plain}` : plain;
}

const words = {
  'google.protobuf.Struct': 'JSON object',
  double: 'number',
  int32: 'integer',
  int64: 'integer',
};

/** `baton.handoff.v1.HandoffQueued` → `HandoffQueued`. @param {string} type */
export function shortName(type) {
  return type.slice(type.lastIndexOf('.') + 1);
}
