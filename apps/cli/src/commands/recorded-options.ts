import { resolve } from 'node:path';
import type { Decision } from '@baton/contracts';
import { openAuditLog, type AuditLogReader } from '../backtest/audit-log.js';
import { decisionOf } from '../backtest/recorded-decision.js';
import { policiesOf, type PoliciesBySha256 } from '../backtest/recorded-policies.js';
import { tenantOf } from '../backtest/tenant.js';
import { CliError } from '../cli-error.js';
import { openPack } from '../open-pack.js';

/** Options of commands that look at recorded decisions. */
export interface RecordedOptions {
  readonly pack?: string;
  readonly data: string;
  readonly json?: boolean;
}

/** A decision of the log. */
export interface LoggedDecision {
  readonly conversationId: string;
  readonly decision: Decision;
}

/** Decisions of one conversation, or of all, with the policies to look at them under. Exit 2 where there is none. */
export async function* loggedDecisions(
  options: RecordedOptions,
  conversationId: string | undefined,
): AsyncGenerator<{ readonly policies: PoliciesBySha256; readonly decisions: readonly LoggedDecision[] }> {
  const log = await openAuditLog(resolve(options.data));
  try {
    const { tenant, pack } = await tenantWith(log, options.pack, conversationId);
    // What belongs to a tenant and to no call shares the tenant's name as its correlation id.
    const policies = policiesOf(await log.ofConversation(tenant, tenant), packAtHand(pack));
    let found = false;
    for await (const entries of entriesOf(log, tenant, conversationId)) {
      const decisions = entries.flatMap((entry) => {
        const decision = decisionOf(entry);
        return decision ? [{ conversationId: entry.conversationId, decision }] : [];
      });
      found ||= decisions.length > 0;
      yield { policies, decisions };
    }
    if (!found)
      throw new CliError(
        2,
        `no decision of ${conversationId ?? tenant} is recorded there; see --pack and --data`,
      );
  } finally {
    await log.close();
  }
}

/** The tenant named, the only one there, or the one that had the conversation. */
async function tenantWith(log: AuditLogReader, pack: string | undefined, conversationId: string | undefined) {
  if (pack === undefined && conversationId !== undefined) {
    for (const tenant of log.tenants) {
      if ((await log.ofConversation(tenant, conversationId)).length > 0) return { tenant, pack: tenant };
    }
    throw new CliError(2, `no conversation ${conversationId} is recorded there; see --data`);
  }
  return tenantOf(log, pack);
}

async function* entriesOf(log: AuditLogReader, tenant: string, conversationId: string | undefined) {
  if (conversationId === undefined) yield* log.read(tenant);
  else yield await log.ofConversation(tenant, conversationId);
}

/** The log has its own policies; a pack that is gone or broken by now is no reason not to look. */
function packAtHand(pack: string) {
  try {
    return openPack(pack);
  } catch (thrown) {
    if (thrown instanceof CliError) return undefined;
    throw thrown;
  }
}
