import {
  BotMode,
  Channel,
  EndReason,
  EscalationDecided,
  HandoffOffered,
  HandoffQueued,
  Speaker,
  TurnRecorded,
  Verdict,
  type CallControlServiceClient,
  type ContextServiceClient,
  type Decision,
} from '@baton/contracts';
import { uuidV7 } from '@baton/kernel';
import { unary } from '@baton/rpc';
import type { CallScript, ScriptTurn } from '@baton/packs';
import { awaitDecision } from './await-decision.js';
import type { EventTail } from './event-tail.js';
import { priorityName, verdictName } from './names.js';
import type { PlayedDecision, PlayedScript } from './played-script.js';

/** What a script is played through: the same doors any integrator uses. */
export interface Doors {
  readonly gateway: CallControlServiceClient;
  readonly context: ContextServiceClient;
  readonly tail: EventTail;
}

export interface PlayOptions {
  readonly tenantId: string;
  /** `script`: the script's bot turns are what an external voice agent says; `pack`: the pack's bot answers. */
  readonly bot: 'script' | 'pack';
  /** Play on after the escalation. */
  readonly continueAfterEscalation?: boolean;
  /** Pause before each turn, ms, so that people can follow; default none. */
  readonly paceMs?: number;
  /** Leave the caller on the line at the end, for a person to take over. */
  readonly keepCallOpen?: boolean;
  /** Called with the conversation id as soon as it is known. */
  readonly onStarted?: (conversationId: string) => void;
}

/** How long one step of the pipeline may take before the script fails, ms. */
const stepTimeoutMs = 15_000;

const channels: Readonly<Record<string, Channel>> = {
  phone: Channel.CHANNEL_PHONE,
  chat: Channel.CHANNEL_CHAT,
  whatsapp: Channel.CHANNEL_WHATSAPP,
  sms: Channel.CHANNEL_SMS,
  email: Channel.CHANNEL_EMAIL,
};

/** Plays one call script through running services and reports what happened, without judging it. */
export async function playScript(
  script: CallScript,
  doors: Doors,
  options: PlayOptions,
): Promise<PlayedScript> {
  const { gateway, tail } = doors;
  const external = options.bot === 'script';
  const { conversationId } = await unary(
    gateway,
    gateway.startCall,
    {
      commandId: `script:${script.id}:${uuidV7(Date.now())}`,
      tenantId: options.tenantId,
      channel: channels[script.channel] ?? Channel.CHANNEL_PHONE,
      language: script.lang,
      jurisdiction: '',
      botMode: external ? BotMode.BOT_MODE_EXTERNAL : BotMode.BOT_MODE_PACK,
      customer: {
        customerId: script.customer?.customerId ?? '',
        known: script.customer?.known ?? false,
        segment: script.customer?.segment ?? '',
        contactsLast30d: script.customer?.contactsLast30d ?? 0,
      },
    },
    stepTimeoutMs,
  );
  options.onStarted?.(conversationId);
  const played: PlayedScript = { id: script.id, conversationId, decisions: [], replies: [], events: 0 };
  for (const [scriptIndex, turn] of script.turns.entries()) {
    if (turn.speaker === 'bot' && !external) continue;
    if (options.paceMs) await pause(options.paceMs);
    const turnIndex = await record(doors, conversationId, turn);
    if (turn.speaker === 'bot') {
      await tail.waitFor(
        conversationId,
        TurnRecorded,
        ({ data }) => data.turnIndex === turnIndex,
        stepTimeoutMs,
      );
      continue;
    }
    if (played.escalation) continue;
    const decision = await awaitDecision(tail, conversationId, turnIndex, stepTimeoutMs);
    played.decisions.push(playedDecision(scriptIndex, decision));
    const reply = await spokenReply(doors, conversationId, turnIndex, external, decision);
    if (reply !== undefined) played.replies.push({ turnIndex: scriptIndex, text: reply });
    if (decision.verdict !== Verdict.VERDICT_ESCALATE) continue;
    await escalated(doors, conversationId, scriptIndex, decision, played);
    if (!options.continueAfterEscalation) break;
  }
  if (!options.keepCallOpen) await endCall(doors, conversationId);
  played.events = tail.eventsOf(conversationId).length;
  if (!options.keepCallOpen) tail.forget(conversationId);
  return played;
}

async function record({ gateway }: Doors, conversationId: string, turn: ScriptTurn): Promise<number> {
  const { turnIndex } = await unary(
    gateway,
    gateway.recordTurn,
    {
      commandId: uuidV7(Date.now()),
      conversationId,
      speaker: turn.speaker === 'bot' ? Speaker.SPEAKER_BOT : Speaker.SPEAKER_CUSTOMER,
      text: turn.text,
      asrConfidence: turn.asrConfidence ?? 1,
      language: '',
    },
    stepTimeoutMs,
  );
  return turnIndex;
}

/** What the caller heard for the turn. An external bot's words are the script's own; only an escalation is spoken for it. */
async function spokenReply(
  { tail }: Doors,
  conversationId: string,
  turnIndex: number,
  external: boolean,
  decision: Decision,
): Promise<string | undefined> {
  const escalates = decision.verdict === Verdict.VERDICT_ESCALATE;
  if (escalates ? decision.say === '' : external) return undefined;
  const heard = await tail
    .waitFor(conversationId, TurnRecorded, ({ data }) => data.replyToTurnIndex === turnIndex, stepTimeoutMs)
    .catch(() => undefined);
  return heard?.data.text;
}

async function escalated(
  doors: Doors,
  conversationId: string,
  scriptIndex: number,
  decision: Decision,
  played: PlayedScript,
): Promise<void> {
  const { tail, context } = doors;
  const escalation = await tail.waitFor(conversationId, EscalationDecided, () => true, stepTimeoutMs);
  const queued = await tail.waitFor(conversationId, HandoffQueued, () => true, stepTimeoutMs);
  const offered = tail.eventsOf(conversationId).some(({ meta }) => meta.type === HandoffOffered.type);
  played.escalation = {
    turnIndex: scriptIndex,
    reasons: decision.reasons,
    skills: decision.skills,
    language: decision.language,
    priority: priorityName(decision.priority),
    queue: queued.data.queue,
    decisionId: decision.decisionId,
    policySha256: decision.policySha256,
  };
  played.handoff = { id: escalation.data.handoffId, state: offered ? 'offered' : 'queued' };
  const { packet } = await unary(context, context.getPacket, { conversationId }, stepTimeoutMs);
  played.packet = { summary: packet?.summary ?? '' };
}

async function endCall({ gateway }: Doors, conversationId: string): Promise<void> {
  const reason = EndReason.END_REASON_CALLER_HUNG_UP;
  await unary(
    gateway,
    gateway.endCall,
    { commandId: uuidV7(Date.now()), conversationId, reason },
    stepTimeoutMs,
  );
}

function playedDecision(scriptIndex: number, decision: Decision): PlayedDecision {
  const { risk, reasons } = decision;
  return { turnIndex: scriptIndex, verdict: verdictName(decision.verdict), risk, reasons };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
