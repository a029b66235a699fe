import fc from 'fast-check';
import { WebSocket } from 'ws';
import { LiveClient } from './live-client.js';

/** A socket that is open, as far as a client can see. */
function openSocket() {
  const sent: string[] = [];
  const socket = Object.assign(Object.create(WebSocket.prototype) as WebSocket, {
    send: (text: string) => sent.push(text),
    terminate: () => undefined,
  });
  Object.defineProperties(socket, { readyState: { value: WebSocket.OPEN }, bufferedAmount: { value: 0 } });
  return { socket, sent };
}

describe('a page that waits for something', () => {
  it('gets that first, then what came meanwhile, in order', () => {
    const { socket, sent } = openSocket();
    const client = new LiveClient(socket, undefined, undefined, () => undefined);
    client.hold();
    client.send('1');
    client.send('2');
    expect(sent).toEqual([]);
    client.release([{ type: 'hello' }]);
    client.send('3');
    expect(sent).toEqual(['{"type":"hello"}', '1', '2', '3']);
  });

  it('loses nothing and mixes nothing up, however the waits overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('hold', 'release', 'send')), (steps) => {
        const { socket, sent } = openSocket();
        const client = new LiveClient(socket, undefined, undefined, () => undefined);
        let holds = 0;
        let count = 0;
        for (const step of steps) {
          if (step === 'hold') {
            client.hold();
            holds += 1;
          } else if (step === 'release' && holds > 0) {
            client.release([]);
            holds -= 1;
          } else if (step === 'send') client.send(String((count += 1)));
        }
        while ((holds -= 1) >= 0) client.release([]);
        expect(sent).toEqual(Array.from({ length: count }, (_, index) => String(index + 1)));
      }),
    );
  });

  it('is let go when too much waits for it', () => {
    const { socket } = openSocket();
    let slow = 0;
    const client = new LiveClient(socket, undefined, undefined, () => (slow += 1));
    client.hold();
    for (let index = 0; index <= 1_000; index += 1) client.send('x');
    expect(slow).toBe(1);
  });
});
