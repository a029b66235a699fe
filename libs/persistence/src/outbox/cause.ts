import type { EventMeta } from '@baton/eventing';

/**
 * Why a document changes. A document handles each cause id at most once, and the ids of the events that follow derive from it,
 * so a cause that comes again does nothing new.
 */
export interface Cause {
  /** Id of the incoming event, or of the command as its caller chose it (the same again on a retry). */
  readonly id: string;
  readonly tenantId: string;
  /** The id everything of one call shares: the conversation id. */
  readonly correlationId: string;
  /** The event that led here; absent where a command starts the chain. */
  readonly causationId?: string;
  /** W3C trace context, used where no trace is active. */
  readonly traceparent?: string;
}

/** An incoming event as a cause. */
export function eventCause(meta: EventMeta): Cause {
  return {
    id: meta.id,
    tenantId: meta.tenantId,
    correlationId: meta.correlationId,
    causationId: meta.id,
    ...(meta.traceparent === undefined ? {} : { traceparent: meta.traceparent }),
  };
}

/** A gRPC call or an operator's action as a cause. */
export function commandCause(command: {
  readonly commandId: string;
  readonly tenantId: string;
  readonly correlationId: string;
  readonly traceparent?: string;
}): Cause {
  const { commandId, ...rest } = command;
  return { id: commandId, ...rest };
}
