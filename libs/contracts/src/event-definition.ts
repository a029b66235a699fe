import { BatonError } from '@baton/kernel';

/** One kind of event: its name, its topic, how its data turns to bytes and back, and what it tells. */
export interface EventDefinition<T> {
  /** Full proto name; becomes `ce_type`. */
  readonly type: string;
  readonly topic: string;
  /** The service that publishes it; nobody else does. */
  readonly producer: string;
  /** One sentence for `docs/events.md`. */
  readonly doc: string;
  /** What the record key and `ce_subject` are. */
  readonly key: 'conversation' | 'agent' | 'tenant' | 'customer';
  /** Proto JSON as UTF-8. */
  encode(data: T): Uint8Array;
  /** Throws `BatonError` `undecodable` where the bytes are not a JSON object of this message. */
  decode(value: Uint8Array): T;
}

/** What ts-proto generates for a message. */
interface MessageCodec<T> {
  fromJSON(object: unknown): T;
  toJSON(message: T): unknown;
}

/** Builds a definition from a generated message. */
export function defineEvent<T>(
  type: string,
  message: MessageCodec<T>,
  about: Pick<EventDefinition<T>, 'topic' | 'producer' | 'doc' | 'key'>,
): EventDefinition<T> {
  return {
    type,
    ...about,
    encode: (data) => encoder.encode(JSON.stringify(message.toJSON(data))),
    decode: (value) => message.fromJSON(parseObject(type, value)),
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

function parseObject(type: string, value: Uint8Array): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(decoder.decode(value));
  } catch (cause) {
    throw new BatonError('undecodable', `The value of a ${type} event is not JSON in UTF-8.`, { cause });
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) {
    throw new BatonError('undecodable', `The value of a ${type} event is not a JSON object.`);
  }
  return parsed;
}
