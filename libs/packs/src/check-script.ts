import type { CallScript } from './call-script-schema.js';
import { checkReferences, namesAt } from './check-names.js';
import type { FoundFault } from './fault.js';
import { isReasonCode, reasonCodes } from './names.js';

/** Faults of a call script by itself. */
export function checkScript(script: CallScript): FoundFault[] {
  const { expect, turns } = script;
  if (expect === undefined) return [];
  const faults: FoundFault[] = [];
  const { notBeforeTurnIndex: first, byTurnIndex: last } = expect;
  for (const [key, index] of Object.entries({ notBeforeTurnIndex: first, byTurnIndex: last })) {
    if (index === null) continue;
    if (index >= turns.length) {
      const instead = `at most ${turns.length - 1}`;
      faults.push({ path: ['expect', key], message: 'there is no turn with this index', instead });
    } else if (!expect.shouldEscalate) {
      faults.push({ path: ['expect', key], message: 'the call must not escalate', instead: 'null' });
    }
  }
  if (first !== null && last !== null && first > last) {
    const instead = `at least ${first}`;
    faults.push({ path: ['expect', 'byTurnIndex'], message: 'comes before notBeforeTurnIndex', instead });
  }
  if (!turns.some(({ speaker }) => speaker === 'customer')) {
    faults.push({
      path: ['turns'],
      message: 'the customer says nothing',
      instead: '{ speaker: customer, text: "…" }',
    });
  }
  return faults;
}

/** What a pack offers to its own call scripts. */
export interface ScriptContext {
  readonly skills: readonly string[] | undefined;
  /** Customers that exist, or undefined where only the CRM knows them. */
  readonly customers: readonly string[] | undefined;
}

/** Faults of a call script as part of a pack: what it names must be there. */
export function checkScriptReferences(script: CallScript, context: ScriptContext): FoundFault[] {
  const reasons = namesAt(script.expect?.reasonsAnyOf ?? [], ['expect', 'reasonsAnyOf']);
  const { customerId } = script.customer;
  const customer = customerId === undefined ? [] : [{ name: customerId, path: ['customer', 'customerId'] }];
  return [
    ...checkReferences(
      reasons.filter(({ name }) => !isReasonCode(name)),
      reasonCodes,
      'reason',
    ),
    ...checkReferences(
      namesAt(script.expect?.skillsAnyOf ?? [], ['expect', 'skillsAnyOf']),
      context.skills,
      'skill',
    ),
    ...checkReferences(customer, context.customers, 'customer'),
  ];
}
