import { err, ok } from '@baton/kernel';
import type { Result } from '@baton/kernel';
import type { z } from 'zod';
import type { CallScript, ScriptExpectation } from './call-script-schema.js';
import { callScriptSchema } from './call-script-schema.js';
import { checkScript } from './check-script.js';
import { checkShape } from './check-shape.js';
import type { PackFault } from './fault.js';
import { sortFaults } from './fault.js';
import type { YamlSource } from './yaml-source.js';
import { readYaml } from './yaml-source.js';

/**
 * Reads a call script, YAML or JSON. Keys it does not know are let through, since scripts also come from outside;
 * what it does know must have its type, and every fault is reported. `file` is only used to say where.
 */
export function loadCallScript(file: string, text: string): Result<CallScript, PackFault[]> {
  const read = readCallScript(file, text);
  return read.script === undefined || read.faults.length > 0 ? err(sortFaults(read.faults)) : ok(read.script);
}

/** The same with the source, for further checks against a pack. */
export function readCallScript(
  file: string,
  text: string,
): { readonly script: CallScript | undefined; readonly source: YamlSource; readonly faults: PackFault[] } {
  const source = readYaml(file, text);
  if (source.faults.length > 0) return { script: undefined, source, faults: [...source.faults] };
  const shape = checkShape(callScriptSchema, source.value);
  const script = shape.parsed === undefined ? undefined : toScript(shape.parsed);
  const found = script === undefined ? shape.faults : checkScript(script);
  return { script, source, faults: found.map((fault) => source.place(fault)) };
}

function toScript(parsed: z.output<typeof callScriptSchema>): CallScript {
  const { customer, expect } = parsed;
  return {
    id: parsed.id,
    ...given('pack', parsed.pack),
    channel: parsed.channel ?? 'phone',
    lang: (parsed.lang ?? 'en').split('-')[0]!.toLowerCase(),
    ...given('tenantKind', parsed.tenantKind),
    customer: {
      known: customer?.known ?? false,
      ...given('customerId', customer?.customerId),
      ...given('segment', customer?.segment),
      ...given('contactsLast30d', customer?.contactsLast30d),
    },
    turns: parsed.turns.map((turn) => ({
      speaker: turn.speaker,
      text: turn.text,
      ...given('asrConfidence', turn.asrConfidence),
      ...given('free', turn.free),
    })),
    ...given('expect', expect === null || expect === undefined ? undefined : toExpectation(expect)),
  };
}

function toExpectation(expect: NonNullable<z.output<typeof callScriptSchema>['expect']>): ScriptExpectation {
  return {
    shouldEscalate: expect.shouldEscalate,
    notBeforeTurnIndex: expect.notBeforeTurnIndex ?? null,
    byTurnIndex: expect.byTurnIndex ?? null,
    reasonsAnyOf: expect.reasonsAnyOf ?? [],
    skillsAnyOf: expect.skillsAnyOf ?? [],
    ...given('language', expect.language?.split('-')[0]?.toLowerCase()),
    ...given('priority', expect.priority),
  };
}

function given<K extends string, V>(key: K, value: V | null | undefined): Partial<Record<K, V>> {
  return value === null || value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
