/** An event as the log keeps it: what its envelope says, and its data exactly as it travelled. */
export interface LoggedEvent {
  readonly tenant: string;
  readonly eventId: string;
  readonly type: string;
  readonly topic: string;
  /** Milliseconds since the Unix epoch. */
  readonly timeMs: number;
  readonly source: string;
  /** Conversation id, or agent id on workforce topics. */
  readonly subject: string;
  /** The id everything of one call shares. */
  readonly conversationId: string;
  /** Empty on the first event of a chain. */
  readonly causationId: string;
  /** Proto JSON, redacted by whoever published it; empty once erased. */
  readonly dataJson: string;
}

/**
 * The bytes an entry commits to: the envelope as one line of JSON with its keys in order, a newline, the data as it travelled.
 * So nothing of an event can be changed without the commitment showing it, and anyone can write these bytes again.
 */
export function committedBytes(event: LoggedEvent): Uint8Array {
  return Buffer.from(committedText(event), 'utf8');
}

/** `committedBytes` as text. */
export function committedText(event: LoggedEvent): string {
  return `${envelopeLine(event)}\n${event.dataJson}`;
}

/** What JSON writes between quotes as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

function envelopeLine(event: LoggedEvent): string {
  const { causationId, conversationId, eventId, source, subject, tenant, timeMs, topic, type } = event;
  // Ids and names almost never need escapes, and writing them out takes a third of what JSON.stringify takes.
  if (PLAIN.test(causationId + conversationId + eventId + source + subject + tenant + topic + type)) {
    return `{"causationId":"${causationId}","conversationId":"${conversationId}","eventId":"${eventId}","source":"${source}","subject":"${subject}","tenant":"${tenant}","timeMs":${timeMs},"topic":"${topic}","type":"${type}"}`;
  }
  return JSON.stringify({
    causationId,
    conversationId,
    eventId,
    source,
    subject,
    tenant,
    timeMs,
    topic,
    type,
  });
}
