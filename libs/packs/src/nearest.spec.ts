import { nearestName } from './nearest.js';

describe('the nearest name', () => {
  it.each([
    ['exmaples', ['examples', 'slots'], 'examples'],
    ['greating', ['greeting', 'company'], 'greeting'],
    ['Examples', ['examples'], 'examples'],
    ['offer', ['offerHuman', 'clarify'], 'offerHuman'],
    ['zzz', ['examples', 'slots'], undefined],
    ['x', [], undefined],
  ])('to %s of %j is %s', (written, known, expected) => {
    expect(nearestName(written, known)).toBe(expected);
  });
});
