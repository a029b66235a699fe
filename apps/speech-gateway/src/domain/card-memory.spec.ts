import { redact } from '@baton/language';
import { CardMemory, maxWatchedCalls, watchedForMs, type SaidByCustomer } from './card-memory.js';

const said: SaidByCustomer = {
  conversationId: 'call-1',
  commandId: '',
  text: '',
  language: 'en',
  asked: 'none',
  now: 1_000,
};
const hear = (memory: CardMemory, text: string, changes: Partial<SaidByCustomer> = {}) =>
  redact(text, memory.find({ ...said, ...changes, text }));

describe('what was said of a card', () => {
  it('is remembered from turn to turn, so that no part of the number is left', () => {
    const memory = new CardMemory();
    const heard = ['my card is 4242', 'then 4242', '4242 4242'].map((text) => hear(memory, text));
    expect(heard).toEqual(['my card is [PAN]', 'then [PAN]', '[PAN]']);
  });

  it('belongs to its own call', () => {
    const memory = new CardMemory();
    hear(memory, '4242 4242', { asked: 'card' });
    expect(hear(memory, '31 45', { conversationId: 'call-2' })).toBe('31 45');
  });

  it('is the same for a turn that is sent twice', () => {
    const memory = new CardMemory();
    const again = { commandId: 'c1', asked: 'card' } as const;
    expect(hear(memory, '4242 4242', again)).toBe('[PAN]');
    expect(hear(memory, '4242 4242', again)).toBe('[PAN]');
    expect(hear(memory, '4242 4242', { commandId: 'c2' })).toBe('[PAN]');
    expect(hear(memory, '12 34 56', { commandId: 'c3' })).toBe('12 34 56');
  });

  it('is forgotten with the call, after two silent minutes, and where there is nothing to remember', () => {
    const memory = new CardMemory();
    hear(memory, 'hello there');
    expect(memory.size).toBe(0);
    hear(memory, '4242 4242');
    expect(memory.size).toBe(1);
    memory.forget('call-1');
    expect(memory.size).toBe(0);
    hear(memory, '4242 4242');
    hear(memory, 'hello', { conversationId: 'call-2', now: 1_000 + watchedForMs });
    expect(memory.size).toBe(0);
  });

  it('is bounded', () => {
    const memory = new CardMemory();
    for (let at = 0; at < maxWatchedCalls + 50; at += 1)
      hear(memory, '4242 4242', { conversationId: `call-${at}` });
    expect(memory.size).toBeLessThanOrEqual(maxWatchedCalls);
  });
});
