import { derivedId, uuidV7 } from './ids.js';

describe('ids', () => {
  it('sorts by creation time', () => {
    expect(uuidV7(1_000) < uuidV7(2_000)).toBe(true);
  });

  it('marks version and variant', () => {
    expect(uuidV7(1_700_000_000_000)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('derives the same id from the same cause, and another from another ordinal', () => {
    expect(derivedId('cause', 'type', 0)).toBe(derivedId('cause', 'type', 0));
    expect(derivedId('cause', 'type', 0)).not.toBe(derivedId('cause', 'type', 1));
  });
});
