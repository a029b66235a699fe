import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotSpeechDropped, ConversationEnded, EndReason, eventTopics } from '@baton/contracts';
import { encodeEvent, openEmbeddedBus, type EventBus } from '@baton/eventing';
import { systemClock, systemIds } from '@baton/kernel';
import { EventTail } from './event-tail.js';

describe('following the events of a conversation', () => {
  const dir = mkdtempSync(join(tmpdir(), 'baton-tail-'));
  let bus: EventBus;
  let tail: EventTail;

  beforeAll(async () => {
    bus = openEmbeddedBus({ file: join(dir, 'bus.db'), clock: systemClock });
    await bus.ensureTopics(eventTopics);
    tail = await EventTail.open(bus);
  });

  afterAll(async () => {
    await tail.close();
    await bus.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const publishEnd = (subject: string, endedAtMs: number, id = systemIds.next()) => {
    const meta = { id, source: '/test', subject, time: 1_000, tenantId: 'bank', correlationId: subject };
    return bus.publish([
      encodeEvent(ConversationEnded, meta, { reason: EndReason.END_REASON_IDLE, endedAtMs }),
    ]);
  };
  const ended = (subject: string, at: number, timeoutMs = 2_000) =>
    tail.waitFor(subject, ConversationEnded, ({ data }) => data.endedAtMs === at, timeoutMs);

  it('waits for what is still to come', async () => {
    const waiting = ended('call-1', 1);
    await publishEnd('call-1', 1);
    expect((await waiting).data.endedAtMs).toBe(1);
  });

  it('finds what has been already', async () => {
    await publishEnd('call-2', 2);
    await ended('call-2', 2);
    expect((await ended('call-2', 2)).meta.subject).toBe('call-2');
  });

  it('sees an event once, however often it is published', async () => {
    await publishEnd('call-3', 3, 'event-3');
    await publishEnd('call-3', 3, 'event-3');
    await publishEnd('call-3', 4);
    await ended('call-3', 4);
    expect(tail.eventsOf('call-3')).toHaveLength(2);
  });

  it('gives up on another conversation, another type or other data', async () => {
    await publishEnd('call-4', 5);
    await expect(ended('call-5', 5, 50)).rejects.toMatchObject({ code: 'timed-out' });
    await expect(ended('call-4', 6, 50)).rejects.toMatchObject({ code: 'timed-out' });
    await expect(tail.waitFor('call-4', BotSpeechDropped, () => true, 50)).rejects.toMatchObject({
      code: 'timed-out',
    });
  });

  it('forgets a conversation', async () => {
    await publishEnd('call-6', 7);
    await ended('call-6', 7);
    tail.forget('call-6');
    expect(tail.eventsOf('call-6')).toEqual([]);
  });
});
