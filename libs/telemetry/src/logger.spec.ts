import { createLogger, silentLogger } from './logger.js';

describe('a logger', () => {
  it('is of its service and its level', () => {
    const logger = createLogger('router', 'warn');
    expect(logger.level).toBe('warn');
    expect(logger.bindings()).toEqual({ service: 'router' });
    expect(logger.isLevelEnabled('info')).toBe(false);
  });

  it('can say nothing', () => {
    expect(silentLogger.isLevelEnabled('fatal')).toBe(false);
  });
});
