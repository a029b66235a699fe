import { catalogOf } from '../catalog.js';
import { encodeEvent } from '../encode-event.js';
import type { EventRecord } from '../event-bus.js';
import type { EventType } from '../event-type.js';

/** What the event types of this library's own suites carry. */
export interface Step {
  readonly n: number;
}

const stepType = (name: string, topic: string): EventType<Step> => ({
  type: `baton.test.v1.${name}`,
  topic,
  encode: (data) => Buffer.from(JSON.stringify(data)),
  decode: (value) => JSON.parse(Buffer.from(value).toString()) as Step,
});

export const TOPIC = 'baton.test.v1';
export const StepTaken = stepType('StepTaken', TOPIC);
export const StepIgnored = stepType('StepIgnored', TOPIC);
export const ElsewhereTaken = stepType('ElsewhereTaken', 'baton.elsewhere.v1');
export const testCatalog = catalogOf([StepTaken, StepIgnored, ElsewhereTaken]);

export function step(key: string, n: number, type: EventType<Step> = StepTaken): EventRecord {
  const meta = {
    id: `${key}/${n}`,
    source: '/baton/test',
    time: 1_000,
    subject: key,
    tenantId: 'bank',
    correlationId: key,
  };
  return encodeEvent(type, meta, { n });
}
