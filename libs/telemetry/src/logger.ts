import { pino, destination, type Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * A logger for one service. Lines are JSON on stderr, so that stdout stays free for results.
 * Callers log ids, codes and counts, never what a customer said or who they are.
 */
export function createLogger(service: string, level: string): Logger {
  return pino(
    { level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ fd: 2, sync: false }),
  );
}

/** A logger that says nothing, for tests. */
export const silentLogger: Logger = pino({ level: 'silent' });
