import { Inject, Injectable } from '@nestjs/common';
import { CheckpointSigned, eventTopics } from '@baton/contracts';
import type { BatchHandler, BatonEvent, DeliveredRecord } from '@baton/eventing';
import { AuditLog } from '../log/audit-log.js';

/** Every topic but the auditor's own: a log that recorded its checkpoints would grow with each of them and never rest. */
export const auditedTopics: readonly string[] = eventTopics.filter(
  (topic) => topic !== CheckpointSigned.topic,
);

/** Logs every event. */
@Injectable()
export class RecordEventsHandler implements BatchHandler {
  readonly topics = auditedTopics;

  constructor(@Inject(AuditLog) private readonly log: AuditLog) {}

  handleBatch(events: readonly BatonEvent<unknown>[], records: readonly DeliveredRecord[]): Promise<void> {
    return this.log.append(events, records);
  }
}
