import {
  BotMode,
  Channel,
  ConversationStarted,
  EscalationDecided,
  Priority,
  Speaker,
  TurnRecorded,
  TurnUnderstood,
  Verdict,
  type Decision,
} from '@baton/contracts';
import { RunningAssist } from './testing/running-assist.js';

const patienceMs = 60_000;
const words = ['i lost my card', 'my husband died last week', 'please let me talk to somebody'];

const beginning: ConversationStarted = {
  channel: Channel.CHANNEL_PHONE,
  language: 'en-GB',
  jurisdiction: 'GB',
  pack: { name: 'bank', sha256: '' },
  botMode: BotMode.BOT_MODE_PACK,
  customer: { customerId: '', known: false, segment: '', contactsLast30d: 0 },
  startedAtMs: 1_000,
};
const turn = (turnIndex: number, speaker: Speaker, text: string): TurnRecorded => ({
  turnIndex,
  speaker,
  text,
  asrConfidence: 1,
  redactedTypes: [],
  atMs: 1_000 + turnIndex,
  leaseToken: 1,
  agentId: '',
  replyToTurnIndex: -1,
  language: 'en',
  customerTurns: 1,
});
const meaning = (
  turnIndex: number,
  intent: string,
  topics: TurnUnderstood['topics'] = [],
): TurnUnderstood => ({
  ...TurnUnderstood.decode(new TextEncoder().encode('{}')),
  turnIndex,
  language: { code: 'en', confidence: 1, supported: true, switched: false },
  intent: { name: intent, confidence: 1, outOfScope: false, reserved: false, repeats: 0 },
  topics,
});
const decision = (turnIndex: number): Decision => ({
  decisionId: 'd',
  turnIndex,
  verdict: Verdict.VERDICT_ESCALATE,
  risk: 1,
  reasons: ['human-request'],
  skills: [],
  priority: Priority.PRIORITY_NORMAL,
  language: 'en',
  policyId: 'p',
  policyVersion: 1,
  policySha256: '',
  matched: [],
  signals: { misunderstanding: { count: 2 } },
  explanation: [],
  say: '',
  failedRules: [],
  recordSha256: '',
});

describe('the assistant', () => {
  let running: RunningAssist;

  beforeEach(async () => {
    running = await RunningAssist.start();
  }, patienceMs);
  afterEach(() => running.stop(), patienceMs);

  /** A caller, three turns and a word of the bot between them. */
  const call = async (id: string) => {
    await running.publish(ConversationStarted, id, beginning);
    await running.publish(
      TurnRecorded,
      id,
      turn(0, Speaker.SPEAKER_ANNOUNCEMENT, 'You talk to an assistant.'),
    );
    await running.publish(TurnRecorded, id, turn(1, Speaker.SPEAKER_CUSTOMER, words[0]!));
    await running.publish(TurnUnderstood, id, meaning(1, 'lost_card'));
    await running.publish(TurnRecorded, id, turn(2, Speaker.SPEAKER_BOT, 'I am sorry to hear that.'));
    await running.publish(TurnRecorded, id, turn(3, Speaker.SPEAKER_CUSTOMER, words[1]!));
    const topics = [{ topic: 'vulnerability', score: 0.9, kinds: ['bereavement'] }];
    await running.publish(TurnUnderstood, id, meaning(3, '', topics));
    await running.publish(TurnRecorded, id, turn(4, Speaker.SPEAKER_CUSTOMER, words[2]!));
  };
  const escalate = (id: string) =>
    running.publish(EscalationDecided, id, { decision: decision(4), handoffId: 'h' });
  const knowsTheWholeCall = {
    revision: 1,
    turnIndex: 4,
    openQuestion: words[2],
    suggestedFirstSentence: expect.stringMatching(/sorry/) as string,
  };

  it(
    'says nothing before the escalation, unless asked, and everything from it on',
    async () => {
      await call('c1');
      await running.settled();
      expect(await running.ask('c1')).toMatchObject({ openQuestion: words[2] });
      await escalate('c1');
      const help = await running.helpOnceThere('c1');
      expect(help).toMatchObject(knowsTheWholeCall);
      for (const said of words) expect(help.summary).toContain(said);
      expect(help.guidance.length).toBeGreaterThan(0);
      await running.publish(TurnRecorded, 'c1', turn(5, Speaker.SPEAKER_CUSTOMER, 'are you still there?'));
      const renewed = await running.helpOnceThere('c1', ({ turnIndex }) => turnIndex === 5);
      expect(renewed).toMatchObject({ revision: 2, openQuestion: 'are you still there?' });
      expect(await running.ask('c1')).toEqual(renewed);
    },
    patienceMs,
  );

  it(
    'knows the whole call although it was started again in the middle of it',
    async () => {
      await call('c1');
      await running.settled();
      await running.restart();
      expect(await running.ask('c1')).toMatchObject({ openQuestion: words[2] });
      await escalate('c1');
      const help = await running.helpOnceThere('c1');
      expect(help).toMatchObject(knowsTheWholeCall);
      for (const said of words) expect(help.summary).toContain(said);
      expect(help.summary).toContain('failed 2 times');
      expect(help.guidance.length).toBeGreaterThan(0);
    },
    patienceMs,
  );

  it(
    'keeps what it helped with over a restart',
    async () => {
      await call('c1');
      await escalate('c1');
      const help = await running.helpOnceThere('c1');
      await running.settled();
      await running.restart();
      expect(await running.ask('c1')).toEqual(help);
      await running.publish(TurnRecorded, 'c1', turn(5, Speaker.SPEAKER_CUSTOMER, 'hello, anybody?'));
      expect(await running.helpOnceThere('c1', ({ turnIndex }) => turnIndex === 5)).toMatchObject({
        revision: 2,
      });
    },
    patienceMs,
  );

  it('knows nothing of a call nobody made', async () => {
    await expect(running.ask('nobody')).rejects.toMatchObject({ code: 'not-found' });
  });
});
