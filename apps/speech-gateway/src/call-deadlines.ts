import { Inject, Injectable } from '@nestjs/common';
import { EndReason } from '@baton/contracts';
import { DeadlineRunner, type OutboxRepository } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { count } from '@baton/telemetry';
import { MessageDelivery } from './channels/message-delivery.js';
import { idleAt, nextDeadline, type Call } from './domain/call.js';
import { endCall } from './domain/end-call.js';
import { gateExpired } from './domain/gate.js';
import { reassure } from './domain/reassure.js';
import { notAnswered } from './domain/ring.js';
import { transferSentence } from './domain/transfer-sentences.js';
import { CALL_REPOSITORY } from './store/calls.js';

/**
 * Runs what a call does by itself: a gate that waited long enough opens, a caller
 * who waits and is told nothing hears that they are not forgotten, what rings too long stops, a call nobody speaks in ends.
 */
@Injectable()
export class CallDeadlines {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CALL_REPOSITORY) repository: OutboxRepository<Call>,
    @Inject(MessageDelivery) delivery: MessageDelivery,
  ) {
    const runner = new DeadlineRunner<Call>({
      repository,
      clock: platform.clock,
      onDeadline: async ({ id, state, cause, now }) => {
        if (state.delivery && state.delivery.nextAt <= now) return delivery.send(id, cause, now);
        return repository.update(id, cause, (call) => {
          if (!call) return undefined;
          const outcome = this.#due(id, call, now) ?? { call, events: [] };
          return {
            state: outcome.call,
            events: outcome.events,
            deadlineAt: nextDeadline(outcome.call, platform.config.gateMs),
          };
        });
      },
      onError: (thrown) => platform.logger.warn({ err: thrown }, 'deadline will be tried again'),
    });
    platform.runInBackground({ start: () => runner.start(), stop: () => runner.stop() });
  }

  #due(id: string, call: Call, now: number) {
    if (idleAt(call) <= now) return endCall(id, call, EndReason.END_REASON_IDLE, now);
    if (call.phase === 'ringing') {
      return call.outbound!.answerBy <= now ? notAnswered(id, call, 'no-answer', now) : undefined;
    }
    const pack = this.platform.packs.version(call.tenantId, call.packSha256);
    const reassured = reassure(id, call, transferSentence(pack, 'stillHere', call.language), now);
    if (reassured) return reassured;
    const outcome = gateExpired(id, call, now, this.platform.config.gateMs);
    if (outcome) count('baton.gate.expired', { tenant: call.tenantId });
    return outcome;
  }
}
