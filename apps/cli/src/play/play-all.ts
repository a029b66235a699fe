import { judgeScript, playScript, type PlayedScript } from '@baton/client';
import type { CallScript } from '@baton/packs';
import type { Stage } from './stage.js';

/** A script, where it belongs, and how its bot speaks. */
export interface Cast {
  readonly script: CallScript;
  readonly packDir: string;
  readonly bot: 'script' | 'pack';
}

/** What `baton call` prints for a script (call scripts, result). */
export type CallResult = Omit<PlayedScript, 'conversationId' | 'escalation' | 'handoff' | 'packet'> & {
  readonly pass: boolean;
  readonly failures: readonly string[];
  readonly escalation: PlayedScript['escalation'] | null;
  readonly handoff: PlayedScript['handoff'] | null;
  readonly packet: PlayedScript['packet'] | null;
  readonly conversationId: string;
  readonly bot: 'script' | 'pack';
};

/** Calls played at the same time: enough to use two cores, few enough that no gate runs out of time. */
const atOnce = 4;

/** Plays scripts through a stage and judges them; results come in the order of the scripts. */
export async function* playAll(
  stage: Stage,
  casts: readonly Cast[],
  continueAfterEscalation: boolean,
): AsyncGenerator<CallResult> {
  const running: Promise<CallResult>[] = [];
  let next = 0;
  const launch = () => {
    const cast = casts[next];
    next += 1;
    if (cast) running.push(playOne(stage, cast, continueAfterEscalation));
  };
  for (let started = 0; started < atOnce; started += 1) launch();
  while (running.length > 0) {
    yield await running.shift()!;
    launch();
  }
}

async function playOne(
  stage: Stage,
  { script, packDir, bot }: Cast,
  continueAfterEscalation: boolean,
): Promise<CallResult> {
  const tenantId = stage.tenantOf(packDir);
  try {
    const played = await playScript(script, stage.doors, { tenantId, bot, continueAfterEscalation });
    const failures = judgeScript(script, played);
    const {
      id,
      conversationId,
      escalation = null,
      decisions,
      replies,
      handoff = null,
      packet = null,
      events,
    } = played;
    return {
      id,
      pass: failures.length === 0,
      failures,
      escalation,
      decisions,
      replies,
      handoff,
      packet,
      events,
      conversationId,
      bot,
    };
  } catch (thrown) {
    const failures = [
      `could not be played to the end: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    ];
    const nothing = { escalation: null, decisions: [], replies: [], handoff: null, packet: null, events: 0 };
    return { id: script.id, pass: false, failures, ...nothing, conversationId: '', bot };
  }
}
