import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ConversationStarted,
  PolicyActivated,
  SentimentScored,
  TurnDecided,
  TurnUnderstood,
  Verdict,
} from '@baton/contracts';
import { policySha256, type PolicySource } from '@baton/policy';
import { fraudReported, scored, started } from './testing/events.js';
import { RunningRouter } from './testing/running-router.js';

describe('a pack that changes while calls go on', () => {
  const packs = mkdtempSync(join(tmpdir(), 'baton-live-'));
  const rules = join(packs, 'bank', 'escalation.yaml');
  let router: RunningRouter;
  let first: { name: string; sha256: string };

  beforeAll(async () => {
    cpSync(fileURLToPath(new URL('../../../packs/bank', import.meta.url)), join(packs, 'bank'), {
      recursive: true,
    });
    router = await RunningRouter.start('bank', packs);
    const { name, sha256 } = router.pack;
    first = { name, sha256 };
  }, 60_000);
  afterAll(async () => {
    await router.stop();
    rmSync(packs, { recursive: true, force: true });
  });

  const begin = (id: string) => router.publish(ConversationStarted, id, started(router.pack));
  async function decided(id: string, turnIndex: number) {
    const already = router.said(TurnDecided, id).length;
    await router.publish(TurnUnderstood, id, fraudReported(turnIndex));
    await router.publish(SentimentScored, id, scored(turnIndex));
    return (await router.until(TurnDecided, id, already + 1)).decision!;
  }
  const change = (from: string, to: string): void =>
    writeFileSync(
      rules,
      readFileSync(rules, 'utf8').replace(from, () => to),
    );

  it('announces the policy it starts with, whole', async () => {
    const {
      policySha256: sha256,
      previousPolicySha256,
      sourceJson,
      packSha256,
    } = await router.until(PolicyActivated, 'bank');
    expect(packSha256).toBe(first.sha256);
    expect(previousPolicySha256).toBe('');
    expect(policySha256(JSON.parse(sourceJson) as PolicySource)).toBe(sha256);
  });

  it('takes a change over for new conversations; those in flight keep their version', async () => {
    await begin('before');
    // A turn before the change shows that the conversation has begun.
    await router.eventually(
      async () => router.seen.some(({ meta }) => meta.subject === 'before'),
      'the start',
    );
    change(
      'id: fraud-reported\n    when: topics.fraud >= 0.5\n    verdict: escalate',
      'id: fraud-reported\n    when: topics.fraud >= 0.5\n    verdict: clarify',
    );
    await router.eventually(() => router.pack.sha256 !== first.sha256, 'the new version');
    const announced = await router.until(PolicyActivated, 'bank', 2);
    expect(announced.packSha256).toBe(router.pack.sha256);
    expect(announced.previousPolicySha256).toBe(router.said(PolicyActivated, 'bank')[0]!.policySha256);

    await begin('after');
    expect(await decided('after', 1)).toMatchObject({
      verdict: Verdict.VERDICT_CLARIFY,
      policySha256: announced.policySha256,
    });
    expect(await decided('before', 1)).toMatchObject({
      verdict: Verdict.VERDICT_ESCALATE,
      policySha256: announced.previousPolicySha256,
    });
  });

  it('keeps the version of a conversation over a restart too', async () => {
    const [one, two] = router.said(PolicyActivated, 'bank');
    await router.publish(ConversationStarted, 'older', started(first));
    await router.restart();
    expect(await decided('older', 1)).toMatchObject({ policySha256: one!.policySha256 });
    await begin('newer');
    expect(await decided('newer', 1)).toMatchObject({ policySha256: two!.policySha256 });
    expect(router.said(PolicyActivated, 'bank')).toHaveLength(2);
  });

  it('refuses a change that is not valid, says where, and goes on with the version before', async () => {
    const { sha256 } = router.pack;
    const good = readFileSync(rules, 'utf8');
    change('when: topics.fraud >= 0.5', 'when: topics.fruad >= 0.5');
    await router.eventually(async () => (await router.readiness()).degraded, 'word of the refusal');
    const { ready, checks } = await router.readiness();
    expect(ready).toBe(true);
    expect(checks['pack:bank']!.reason).toMatch(/escalation\.yaml:\d+:\d+ .*topics\.fraud/);
    expect(router.pack.sha256).toBe(sha256);
    await begin('while-broken');
    expect((await decided('while-broken', 1)).verdict).toBe(Verdict.VERDICT_CLARIFY);
    expect(router.said(PolicyActivated, 'bank')).toHaveLength(2);

    writeFileSync(rules, good);
    await router.eventually(async () => !(await router.readiness()).degraded, 'the end of the refusal');
  });
});
