import { parentPort, workerData } from 'node:worker_threads';
import { WebSocket } from 'ws';

/** What the callers do. */
export interface CallersPlan {
  /** `ws://host:port/v1/calls` */
  readonly url: string;
  readonly tenant: string;
  readonly conversations: number;
  /** Pause between an answer and the next turn, ms. 0: as fast as answers come. */
  readonly thinkMs: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface CallersReport {
  /** Turns answered within the measured time. */
  readonly turns: number;
  readonly calls: number;
  /** Turns nobody answered within 10 s. */
  readonly unanswered: number;
  readonly errors: number;
  /** Final transcript sent to answer received, ms, of every measured turn. */
  readonly latenciesMs: readonly number[];
}

/** Questions the bank's bot answers by itself; a call asks each once, in a rotated order, so that no policy sees a loop. */
const questions = [
  'what are your opening hours on saturday',
  'where is your nearest branch',
  'how do i open a savings account',
  'how much does a transfer abroad cost',
  'can i change my cash limit',
  'what do i need for a mortgage',
];
const patienceMs = 10_000;

const plan = workerData as CallersPlan;
const begun = Date.now();
const measuredFrom = begun + plan.warmUpMs;
const until = measuredFrom + plan.measureMs;
const latenciesMs: number[] = [];
let calls = 0;
let unanswered = 0;
let errors = 0;

/** One call from hello to hang-up. */
function call(offset: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = new WebSocket(plan.url);
    let asked = -1;
    let sentAt = 0;
    let waitingFor = false;
    let timer: NodeJS.Timeout | undefined;
    const finish = () => {
      clearTimeout(timer);
      if (socket.readyState === WebSocket.OPEN) socket.send('{"type":"hangup"}');
      setTimeout(() => socket.close(), 20);
      resolve();
    };
    const ask = () => {
      asked += 1;
      if (asked >= questions.length || Date.now() >= until) return finish();
      const text = questions[(asked + offset) % questions.length]!;
      sentAt = performance.now();
      waitingFor = true;
      socket.send(JSON.stringify({ type: 'say', text }));
      timer = setTimeout(() => {
        unanswered += 1;
        finish();
      }, patienceMs);
    };
    socket.on('open', () => {
      calls += 1;
      socket.send(JSON.stringify({ type: 'start', tenant: plan.tenant, language: 'en', channel: 'chat' }));
    });
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { type: string; speaker?: string; phase?: string };
      if (message.type === 'error') errors += 1;
      if (message.type === 'status' && message.phase === 'waiting') return finish();
      if (message.type !== 'turn' || message.speaker !== 'bot') return;
      clearTimeout(timer);
      const now = Date.now();
      if (waitingFor && now >= measuredFrom && now < until) latenciesMs.push(performance.now() - sentAt);
      waitingFor = false;
      if (plan.thinkMs === 0) ask();
      else setTimeout(ask, plan.thinkMs * (0.5 + Math.random()));
    });
    socket.on('error', () => {
      errors += 1;
      finish();
    });
    socket.on('close', () => resolve());
  });
}

async function caller(number: number): Promise<void> {
  // Callers do not ring in one instant.
  await new Promise((resolve) => setTimeout(resolve, (plan.warmUpMs * number) / plan.conversations / 2));
  for (let offset = number; Date.now() < until; offset += 1) await call(offset);
}

await Promise.all(Array.from({ length: plan.conversations }, (_, number) => caller(number)));
parentPort?.postMessage({
  turns: latenciesMs.length,
  calls,
  unanswered,
  errors,
  latenciesMs,
} satisfies CallersReport);
