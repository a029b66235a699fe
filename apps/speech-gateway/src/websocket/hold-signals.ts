import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { CallSockets } from './call-sockets.js';

/** How often it is looked who is owed a sign, ms: signs come at most this much late. */
const lookEveryMs = 500;

/**
 * Gives waiting callers a sign of life between announcements. Nothing is written for it: what is owed follows from what the socket
 * was sent, and a caller who reconnects, here or elsewhere, is told where they stand from the call's document.
 */
@Injectable()
export class HoldSignals {
  constructor(@Inject(PLATFORM) platform: Platform, @Inject(CallSockets) sockets: CallSockets) {
    let timer: NodeJS.Timeout | undefined;
    platform.runInBackground({
      start: () => {
        timer = setInterval(() => sockets.signal(), lookEveryMs).unref();
      },
      stop: async () => clearInterval(timer),
    });
  }
}
