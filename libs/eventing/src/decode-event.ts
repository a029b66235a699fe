import { err, ok, type Result } from '@baton/kernel';
import type { EventCatalog } from './catalog.js';
import type { BatonEvent, EventMeta } from './envelope.js';
import type { DeliveredRecord, EventRecord, SharedRecord } from './event-bus.js';
import { CE, CONTENT_TYPE, JSON_CONTENT, TRACEPARENT } from './header-names.js';

/** Why a record is no event. None of these heals by trying again. */
export interface DecodeFault {
  readonly code: 'missing-header' | 'unknown-type' | 'undecodable' | 'wrong-topic' | 'from-the-future';
  /** What is wrong, without any data of the record. */
  readonly detail: string;
}

export interface DecodeLimits {
  /** Milliseconds since the Unix epoch; without it, times ahead of the clock are accepted. */
  readonly now?: number;
  /** How far `ce_time` may be ahead of `now`, in milliseconds. Default five minutes. */
  readonly maxAheadMs?: number;
}

const MAX_AHEAD_MS = 5 * 60_000;
const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

type Decoded = Result<BatonEvent<unknown>, DecodeFault>;

/**
 * The event in a record: the inverse of `encodeEvent`. A header that is present but empty counts as missing. The consumers of one
 * process may be given the same event: it is a value, never to be changed.
 */
export function decodeEvent(
  catalog: EventCatalog,
  record: EventRecord & Pick<DeliveredRecord, 'shared'>,
  limits: DecodeLimits = {},
): Decoded {
  const { now, maxAheadMs = MAX_AHEAD_MS } = limits;
  const decoded =
    record.shared === undefined
      ? decode(catalog, record, record.value)
      : decodeOnce(catalog, record, record.shared);
  if (decoded.ok && now !== undefined && decoded.value.meta.time > now + maxAheadMs) {
    return fault('from-the-future', `${CE.time} is more than ${maxAheadMs} ms ahead of the clock`);
  }
  return decoded;
}

/** How many decoded events are kept for consumers that come to them later. */
const KEPT = 2_048;
const kept: SharedRecord[] = [];
let oldest = 0;

interface DecodedOnce {
  readonly catalog: EventCatalog;
  readonly result: Decoded;
}

function decodeOnce(catalog: EventCatalog, record: EventRecord, shared: SharedRecord): Decoded {
  const known = shared.decoded as DecodedOnce | undefined;
  if (known?.catalog === catalog) return known.result;
  const result = decode(catalog, record, shared.value);
  shared.decoded = { catalog, result } satisfies DecodedOnce;
  const forgotten = kept[oldest];
  if (forgotten !== undefined) forgotten.decoded = undefined;
  kept[oldest] = shared;
  oldest = (oldest + 1) % KEPT;
  return result;
}

function decode(catalog: EventCatalog, record: EventRecord, value: Uint8Array): Decoded {
  const { headers } = record;
  const name = headers[CE.type];
  if (!name) return missing(CE.type);
  const type = catalog.find(name);
  if (type === undefined) return fault('unknown-type', 'the catalog has no such type');
  if (type.topic !== record.topic) return fault('wrong-topic', `it belongs on ${type.topic}`);

  const meta = metaOf(name, headers);
  if (!meta.ok) return meta;
  try {
    return ok({ meta: meta.value, data: type.decode(value) });
  } catch {
    return fault('undecodable', 'the value does not decode as its type');
  }
}

function metaOf(type: string, headers: Readonly<Record<string, string>>): Result<EventMeta, DecodeFault> {
  if (!headers[CE.specversion]) return missing(CE.specversion);
  if (headers[CE.specversion] !== '1.0') return fault('undecodable', `${CE.specversion} is not 1.0`);
  const content = headers[CONTENT_TYPE];
  if (!content) return missing(CONTENT_TYPE);
  if (content !== JSON_CONTENT) return fault('undecodable', `${CONTENT_TYPE} is not ${JSON_CONTENT}`);

  const id = headers[CE.id];
  if (!id) return missing(CE.id);
  const source = headers[CE.source];
  if (!source) return missing(CE.source);
  const subject = headers[CE.subject];
  if (!subject) return missing(CE.subject);
  const tenantId = headers[CE.tenantId];
  if (!tenantId) return missing(CE.tenantId);
  const correlationId = headers[CE.correlationId];
  if (!correlationId) return missing(CE.correlationId);
  const timestamp = headers[CE.time];
  if (!timestamp) return missing(CE.time);
  const time = RFC_3339.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  if (Number.isNaN(time)) return fault('undecodable', `${CE.time} is not an RFC 3339 timestamp`);

  const causationId = headers[CE.causationId];
  const traceparent = headers[TRACEPARENT];
  return ok({
    id,
    type,
    source,
    time,
    subject,
    tenantId,
    correlationId,
    ...(causationId ? { causationId } : {}),
    ...(traceparent ? { traceparent } : {}),
  });
}

function missing(header: string): Result<never, DecodeFault> {
  return fault('missing-header', `${header} is missing`);
}

function fault(code: DecodeFault['code'], detail: string): Result<never, DecodeFault> {
  return err({ code, detail });
}
