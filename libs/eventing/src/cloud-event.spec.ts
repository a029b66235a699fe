import { CloudEvent, Kafka } from 'cloudevents';
import fc from 'fast-check';
import { catalogOf } from './catalog.js';
import { decodeEvent } from './decode-event.js';
import { encodeEvent } from './encode-event.js';
import type { EventMeta } from './envelope.js';
import type { EventType } from './event-type.js';

interface Note {
  readonly text: string;
}

const NoteTaken: EventType<Note> = {
  type: 'baton.test.v1.NoteTaken',
  topic: 'baton.test.v1',
  encode: (data) => Buffer.from(JSON.stringify(data)),
  decode: (value) => {
    const data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(value)) as Note;
    if (typeof data.text !== 'string') throw new Error('text is missing');
    return data;
  },
};
const catalog = catalogOf([NoteTaken]);

const META: EventMeta = {
  id: 'e-1',
  type: NoteTaken.type,
  source: '/baton/test',
  time: Date.UTC(2026, 10, 22, 10, 30, 15, 7),
  subject: 'c-1',
  tenantId: 'bank',
  correlationId: 'c-1',
  causationId: 'e-0',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const metas = fc.record(
  {
    id: text,
    source: text,
    time: fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) }),
    subject: text,
    tenantId: text,
    correlationId: text,
    causationId: text,
    traceparent: fc.constant(META.traceparent!),
  },
  { requiredKeys: ['id', 'source', 'time', 'subject', 'tenantId', 'correlationId'] },
);

describe('an event as a record', () => {
  it('is CloudEvents 1.0 in Kafka binary mode, as the CloudEvents SDK reads it', () => {
    const record = encodeEvent(NoteTaken, META, { text: 'hello' });
    const read = Kafka.toEvent({
      key: record.key,
      value: JSON.parse(Buffer.from(record.value).toString()) as unknown,
      body: undefined,
      headers: { ...record.headers },
    } as Parameters<typeof Kafka.toEvent>[0]) as CloudEvent<Note>;
    expect(read.validate()).toBe(true);
    expect(read).toMatchObject({
      specversion: '1.0',
      id: 'e-1',
      type: NoteTaken.type,
      source: '/baton/test',
      subject: 'c-1',
      time: '2026-11-22T10:30:15.007Z',
      datacontenttype: 'application/json',
      tenantid: 'bank',
      correlationid: 'c-1',
      causationid: 'e-0',
      partitionkey: 'c-1',
      data: { text: 'hello' },
    });
  });

  it('can come from the CloudEvents SDK', () => {
    const written = Kafka.binary(
      new CloudEvent<Note>({
        id: 'e-1',
        type: NoteTaken.type,
        source: '/baton/test',
        subject: 'c-1',
        time: '2026-11-22T10:30:15.007Z',
        datacontenttype: 'application/json',
        tenantid: 'bank',
        correlationid: 'c-1',
        causationid: 'e-0',
        partitionkey: 'c-1',
        data: { text: 'hello' },
      }),
    );
    const headers = Object.fromEntries(
      Object.entries(written.headers).map(([name, value]) => [name, String(value)]),
    );
    const { traceparent: _, ...meta } = META;
    expect(
      decodeEvent(catalog, {
        topic: NoteTaken.topic,
        key: String(written.key),
        headers,
        value: Buffer.from(JSON.stringify(written.value)),
      }),
    ).toEqual({ ok: true, value: { meta, data: { text: 'hello' } } });
  });

  it('decodes to what was encoded', () => {
    fc.assert(
      fc.property(metas, fc.string({ unit: 'grapheme' }), (meta, said) => {
        const record = encodeEvent(NoteTaken, meta, { text: said });
        expect(record).toMatchObject({ topic: NoteTaken.topic, key: meta.subject });
        expect(decodeEvent(catalog, record)).toEqual({
          ok: true,
          value: { meta: { ...meta, type: NoteTaken.type }, data: { text: said } },
        });
      }),
    );
  });

  it.each(['id', 'source', 'subject', 'tenantId', 'correlationId', 'causationId'] as const)(
    'is not made with an empty %s',
    (attribute) => {
      expect(() => encodeEvent(NoteTaken, { ...META, [attribute]: '' }, { text: '' })).toThrow(attribute);
    },
  );

  it.each([Number.NaN, -1, 1.5, Number.MAX_SAFE_INTEGER])('is not made with the time %s', (time) => {
    expect(() => encodeEvent(NoteTaken, { ...META, time }, { text: '' })).toThrow('time');
  });

  it('is not made with the meta of another type', () => {
    expect(() => encodeEvent(NoteTaken, { ...META, type: 'other' }, { text: '' })).toThrow('other');
  });
});

describe('a record that is no event', () => {
  const record = encodeEvent(NoteTaken, META, { text: 'hello' });
  const without = (header: string) => {
    const headers: Record<string, string> = { ...record.headers };
    delete headers[header];
    return { ...record, headers };
  };
  const withHeader = (header: string, value: string) => ({
    ...record,
    headers: { ...record.headers, [header]: value },
  });
  const codeOf = (bad: typeof record, limits?: Parameters<typeof decodeEvent>[2]) => {
    const result = decodeEvent(catalog, bad, limits);
    return result.ok ? undefined : result.error.code;
  };

  const REQUIRED = [
    'ce_specversion',
    'ce_id',
    'ce_type',
    'ce_source',
    'ce_time',
    'ce_subject',
    'ce_tenantid',
    'ce_correlationid',
    'content-type',
  ];
  it.each(REQUIRED)('lacks %s', (header) => {
    expect(codeOf(without(header))).toBe('missing-header');
    expect(codeOf(withHeader(header, ''))).toBe('missing-header');
  });

  it.each(['ce_causationid', 'traceparent'])('is one without %s all the same', (header) => {
    expect(codeOf(without(header))).toBeUndefined();
  });

  it.each([
    ['ce_specversion', '0.3'],
    ['content-type', 'text/plain'],
    ['ce_time', 'yesterday'],
    ['ce_time', '2026-11-22'],
    ['ce_time', '2026-13-22T00:00:00Z'],
  ])('has the %s %s', (header, value) => {
    expect(codeOf(withHeader(header, value))).toBe('undecodable');
  });

  it('has a type nobody declared', () => {
    expect(codeOf(withHeader('ce_type', 'baton.test.v1.Unheard'))).toBe('unknown-type');
  });

  it('lies on the wrong topic', () => {
    expect(codeOf({ ...record, topic: 'baton.other.v1' })).toBe('wrong-topic');
  });

  it.each(['', '{', '{"other":1}', '\u0000'])('has the value %j', (value) => {
    expect(codeOf({ ...record, value: Buffer.from(value) })).toBe('undecodable');
  });

  it('is from the future by more than the limit', () => {
    const now = META.time - 5 * 60_000;
    expect(codeOf(record, { now })).toBeUndefined();
    expect(codeOf(record, { now: now - 1 })).toBe('from-the-future');
    expect(codeOf(record, { now: META.time - 11, maxAheadMs: 10 })).toBe('from-the-future');
  });

  it('never makes decoding throw, whatever it holds', () => {
    const headers = fc.dictionary(fc.constantFrom(...REQUIRED, 'x'), fc.string());
    fc.assert(
      fc.property(headers, fc.uint8Array(), fc.string(), (some, value, key) => {
        const result = decodeEvent(catalog, { topic: NoteTaken.topic, key, headers: some, value });
        expect(typeof result.ok).toBe('boolean');
      }),
    );
  });

  it('is described without its data', () => {
    const secret = 'jane@example.org';
    const results = [
      decodeEvent(catalog, { ...record, value: Buffer.from(secret) }),
      decodeEvent(catalog, withHeader('ce_time', secret)),
      decodeEvent(catalog, withHeader('ce_type', secret)),
      decodeEvent(catalog, withHeader('content-type', secret)),
    ];
    for (const result of results) expect(JSON.stringify(result)).not.toContain(secret);
  });
});

describe('catalogOf', () => {
  it('refuses two types of one name', () => {
    expect(() => catalogOf([NoteTaken, { ...NoteTaken }])).toThrow('Two event types');
  });
  it('lists each topic once', () => {
    expect(catalogOf([NoteTaken, { ...NoteTaken, type: 'other' }]).topics).toEqual([NoteTaken.topic]);
  });
});
