import { playFloor, waitErrors, type PlayedFloor } from '../bench/played-floor.js';
import { routing } from '../testing/handoffs.js';
import { meanHandleSeconds, withCall } from './handle-times.js';

const day: PlayedFloor = {
  routing,
  agents: 40,
  callers: 1_500,
  load: 0.97,
  seed: 7,
  longerThanSaid: 1.4,
  heldSeconds: 0,
};

describe('the wait callers are told', () => {
  it('is nearer to what comes than position × handle time ÷ agents, over days of different seeds', () => {
    const days = [1, 2, 3].map((seed) => waitErrors(playFloor({ ...day, seed })));
    for (const { told, meanError, naiveError, bias, meanWait } of days) {
      expect(told).toBeGreaterThan(100);
      expect(meanError).toBeLessThan(naiveError);
      expect(Math.abs(bias)).toBeLessThan(meanWait);
    }
  });

  it('comes from measured calls once there are some', () => {
    let measured: ReturnType<typeof withCall> | undefined;
    expect(meanHandleSeconds(measured, 300)).toBe(300);
    for (let n = 0; n < 500; n += 1) measured = withCall(measured, 420_000);
    expect(meanHandleSeconds(measured, 300)).toBeCloseTo(417, 0);
    expect(withCall(undefined, -5).meanMs).toBe(0);
    expect(withCall(undefined, Number.MAX_SAFE_INTEGER).meanMs).toBe(14_400_000);
  });
});

describe('agents held in advance', () => {
  it('serve those whose risk rose without losing anybody, on the same day with and without', () => {
    const without = playFloor({ ...day, load: 0.8 });
    const withHolds = playFloor({ ...day, load: 0.8, heldSeconds: 20 });
    expect(withHolds).toHaveLength(without.length);
    expect(withHolds.filter(({ held }) => held).length).toBeGreaterThan(100);
    expect(without.filter(({ held }) => held)).toEqual([]);
  });
});
