import { join } from 'node:path';
import type { AuditEntry } from '@baton/compliance-auditor';
import { TurnDecided } from '@baton/contracts';
import type { Pack } from '@baton/packs';
import { openEmbeddedStore } from '@baton/persistence';
import { decideUnder, decisionMessage, turnPolicyOf, type TurnPolicy } from '@baton/router';
import type { Signals } from '@baton/policy';
import { randomCaller, type Random } from './synthetic-callers.js';

/** Events other services log for each decided turn, so that a reader has as much to pass over as in a real log. */
const OTHER_EVENTS_A_TURN = 4;
const BATCH = 2_000;

/** Writes a log as a live tenant would leave it: `calls` conversations with made-up callers, decided by the pack's policy. */
export async function writeSyntheticLog(
  dataDir: string,
  pack: Pack,
  calls: number,
  random: Random,
): Promise<{ readonly turns: number; readonly entries: number }> {
  const store = await openEmbeddedStore({ file: join(dataDir, 'store.db') });
  const entries = await store.collection<AuditEntry>({
    name: 'audit_entry',
    indexes: [{ fields: ['tenant', 'conversationId', 'eventId'], unique: true }],
  });
  const heads = await store.collection<object>({ name: 'audit_head' });
  await heads.save(pack.name, 0, { tenant: pack.name });
  const policy = turnPolicyOf(pack);
  let turns = 0;
  let index = 0;
  let batch: { id: string; body: AuditEntry }[] = [];
  const put = (conversationId: string, type: string, dataJson: string): void => {
    const id = `${pack.name}/${String(index).padStart(12, '0')}`;
    batch.push({ id, body: entryOf({ tenant: pack.name, index, conversationId, type, dataJson }) });
    index += 1;
  };
  try {
    for (let call = 0; call < calls; call += 1) {
      const id = `call-${String(call).padStart(7, '0')}`;
      for (const decided of decisionsOf(id, policy, random)) {
        for (let i = 0; i < OTHER_EVENTS_A_TURN; i += 1) put(id, 'baton.dialog.v1.TurnUnderstood', OTHER);
        put(id, TurnDecided.type, decided);
        turns += 1;
      }
      if (batch.length < BATCH && call < calls - 1) continue;
      await entries.insertMany(batch);
      batch = [];
    }
  } finally {
    await store.close();
  }
  return { turns, entries: index };
}

const OTHER = JSON.stringify({
  turnIndex: 3,
  language: { code: 'en', confidence: 0.99, supported: true },
  intent: { name: 'opening_hours', confidence: 0.91 },
  topics: [],
  misunderstanding: { kind: '', count: 0, consecutive: 0 },
  customerTurns: 2,
  asrConfidence: 0.93,
});

function* decisionsOf(id: string, policy: TurnPolicy, random: Random): Generator<string> {
  const caller = randomCaller(random);
  let next: Signals | undefined = caller.begin();
  while (next) {
    const { policy: by, decision } = decideUnder(policy, next, next.humanRequest.keyed);
    const message = decisionMessage(decision, {
      decisionId: `${id}/${next.turn.index}`,
      policy: by,
      signals: next,
      language: next.language.code,
      languages: policy.languages,
      company: policy.company,
      silent: false,
    });
    yield Buffer.from(TurnDecided.encode({ decision: message })).toString('utf8');
    next = decision.verdict === 'escalate' ? undefined : caller.goOn(decision.verdict === 'offer-human');
  }
}

function entryOf(
  given: Pick<AuditEntry, 'tenant' | 'index' | 'conversationId' | 'type' | 'dataJson'>,
): AuditEntry {
  const { index, conversationId } = given;
  return {
    ...given,
    eventId: `event-${index}`,
    topic: 'baton.decision.v1',
    timeMs: index,
    source: '/baton/router',
    subject: conversationId,
    causationId: '',
    salt: 'c'.repeat(44),
    commitment: 'd'.repeat(44),
  };
}
