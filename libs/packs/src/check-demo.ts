import { checkReferences, checkUnique, namesAt } from './check-names.js';
import type { DemoConfig } from './demo-schema.js';
import type { FoundFault } from './fault.js';

/** Faults in `demo.yaml` that only show once the shape is right. */
export function checkDemo(
  demo: DemoConfig,
  skills: readonly string[] | undefined,
  scripts: readonly string[] | undefined,
): FoundFault[] {
  return [
    ...checkUnique(
      demo.agents.map(({ id }, index) => ({ name: id, path: ['agents', index, 'id'] })),
      'agent',
    ),
    ...checkUnique(
      demo.customers.map(({ id }, index) => ({ name: id, path: ['customers', index, 'id'] })),
      'customer',
    ),
    ...checkUnique(
      demo.customers.map(({ phone }, index) => ({ name: phone, path: ['customers', index, 'phone'] })),
      'customer',
    ),
    ...demo.agents.flatMap((agent, index) =>
      checkReferences(
        Object.keys(agent.skills).map((name) => ({ name, path: ['agents', index, 'skills', name] })),
        skills,
        'skill',
      ),
    ),
    ...checkReferences(namesAt(demo.history, ['history']), scripts, 'call script'),
    ...checkReferences([{ name: demo.demoCall, path: ['demoCall'] }], scripts, 'call script'),
  ];
}

/** The `customer.…` names a text of the pack may use: the fields of a customer, and the facts of any. */
export function customerNames(demo: DemoConfig): string[] {
  const facts = demo.customers.flatMap(({ facts }) => Object.keys(facts));
  return [...new Set(['name', 'segment', 'since', ...facts])].map((name) => `customer.${name}`);
}
