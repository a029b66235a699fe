import fc from 'fast-check';
import { maxSeen, place, type Thread } from './thread.js';

const fresh = (messageId: string) => ({
  conversationId: `c-${messageId}`,
  startCommandId: `${messageId}:start`,
});
const arrived = (messageId: string, answers?: string[]) => ({
  messageId,
  fresh: fresh(messageId),
  ...(answers ? { answers } : {}),
});
const put = (thread: Thread | undefined, message: ReturnType<typeof arrived>, over: string[] = []) =>
  place(thread, message, (id) => !over.includes(id));

describe('where a message belongs', () => {
  it('is a conversation of its own at first, and the same one while that lasts', () => {
    const first = put(undefined, arrived('1'));
    const second = put(first.thread, arrived('2'));
    expect([first.place, second.place]).toEqual([fresh('1'), fresh('1')]);
  });

  it('is a new one once the conversation is over', () => {
    const first = put(undefined, arrived('1'));
    expect(put(first.thread, arrived('2'), ['c-1']).place).toEqual(fresh('2'));
  });

  it('is where it went before, also after that is over', () => {
    const first = put(undefined, arrived('1'));
    const later = put(first.thread, arrived('2'), ['c-1']);
    expect(put(later.thread, arrived('1'), ['c-1']).place).toEqual(fresh('1'));
  });

  it('is, of an e-mail, where the newest message it answers went; without one it begins anew', () => {
    const a = put(undefined, arrived('a', []));
    const b = put(a.thread, arrived('b', []));
    expect(b.place).toEqual(fresh('b'));
    expect(put(b.thread, arrived('c', ['a'])).place).toEqual(fresh('a'));
    expect(put(b.thread, arrived('c', ['a', 'b'])).place).toEqual(fresh('b'));
    expect(put(b.thread, arrived('c', ['elsewhere'])).place).toEqual(fresh('c'));
  });

  it('is the same however often it comes, and what is remembered stays bounded', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.nat(40), over: fc.boolean() }), { maxLength: 400 }),
        (steps) => {
          let thread: Thread | undefined;
          const over: string[] = [];
          const known = new Map<string, string>();
          for (const { id, over: ends } of steps) {
            const next = put(thread, arrived(String(id)), over);
            thread = next.thread;
            expect(known.get(String(id)) ?? next.place.conversationId).toBe(next.place.conversationId);
            known.set(String(id), next.place.conversationId);
            if (ends) over.push(next.place.conversationId);
            expect(thread.seen.length).toBeLessThanOrEqual(maxSeen);
          }
        },
      ),
    );
  });
});
