import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@baton/telemetry';

/** Nest's own messages in our log; its chatter at start is only for debugging. */
export function nestLogger(logger: Logger): LoggerService {
  const text = (message: unknown) => (message instanceof Error ? message.message : String(message));
  return {
    log: (message) => logger.debug(text(message)),
    debug: (message) => logger.debug(text(message)),
    verbose: (message) => logger.trace(text(message)),
    warn: (message) => logger.warn(text(message)),
    error: (message) => logger.error(text(message)),
    fatal: (message) => logger.fatal(text(message)),
  };
}
