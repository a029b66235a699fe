/** Tells how far long work is, on stderr: a bar that redraws itself on a terminal, a line a tenth of the way elsewhere. */
export interface Progress {
  /** How many of the total are done. */
  at(done: number): void;
  end(): void;
}

const WIDTH = 24;
/** Work shorter than this shows nothing, ms. */
const QUIET_MS = 400;
const REDRAW_MS = 100;

export function progressOn(
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  what: string,
  total: number,
  now: () => number = () => performance.now(),
): Progress {
  const began = now();
  let drawnAt = began + QUIET_MS - REDRAW_MS;
  let tenths = 0;
  let shown = false;
  const line = (done: number): string => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const perSecond = Math.round(done / Math.max(0.001, (now() - began) / 1000));
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    return `${what} ${bar} ${done} of ${total}, ${perSecond} a second`;
  };
  return {
    at: (done) => {
      if (now() - drawnAt < REDRAW_MS) return;
      drawnAt = now();
      const tenth = Math.floor((done / Math.max(1, total)) * 10);
      if (stream.isTTY) stream.write(`\r${line(done)}\u001b[K`);
      else if (tenth > tenths) stream.write(`${line(done)}\n`);
      tenths = Math.max(tenths, tenth);
      shown = true;
    },
    end: () => {
      if (shown && stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
