import { Silence } from './silence.js';

describe('the longest silence of a waiting caller', () => {
  it('runs from one thing told to the next, and to the end of the wait', () => {
    const silence = new Silence();
    silence.begin(1_000);
    silence.told(1_200);
    silence.told(4_200);
    silence.end(4_700);
    expect([silence.longestMs, silence.longestEndedAt]).toEqual([3_000, 4_200]);
  });

  it('counts what was heard before anything was told', () => {
    const silence = new Silence();
    silence.begin(0);
    silence.end(6_000);
    expect(silence.longestMs).toBe(6_000);
  });

  it('does not count the time without a line', () => {
    const silence = new Silence();
    silence.begin(0);
    silence.broken(1_000);
    silence.back(60_000);
    silence.told(62_500);
    expect(silence.longestMs).toBe(2_500);
  });

  it('does not count what comes before the request or after the wait', () => {
    const silence = new Silence();
    silence.back(0);
    silence.told(30_000);
    silence.begin(60_000);
    silence.end(60_100);
    silence.back(61_000);
    silence.told(99_000);
    expect(silence.longestMs).toBe(100);
  });
});
