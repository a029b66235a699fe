import type { CrmConfig } from './crm-schema.js';
import type { FaultPath, FoundFault } from './fault.js';
import { insteadOfName } from './nearest.js';
import { hasBrokenPlaceholder, placeholdersIn } from './placeholders.js';

/** What the CRM can be told of a finished handoff. */
export const outcomeNames = [
  'customerId',
  'conversationId',
  'handoffId',
  'outcome',
  'disposition',
  'agentId',
  'channel',
  'summary',
  'startedAt',
  'endedAt',
] as const;

/** Faults in `crm.yaml` that only show once the shape is right. */
export function checkCrm({ auth, lookups, writeBack }: CrmConfig): FoundFault[] {
  const faults: FoundFault[] = [];
  if (auth !== undefined && Object.keys(auth).length !== 1)
    faults.push({
      path: ['auth'],
      message: 'names not exactly one way',
      instead: 'one of bearer, basic, header',
    });
  const asked = Object.entries(lookups);
  if (asked.length === 0)
    faults.push({ path: ['lookups'], message: 'asks nothing', instead: 'customerId: { path: … }' });
  for (const [key, { method, path, body }] of asked) {
    const at = ['lookups', key];
    faults.push(
      ...checkNames([...at, 'path'], path, [key]),
      ...checkBody([...at, 'body'], body ?? {}, [key]),
    );
    if (method === 'GET' && body !== undefined)
      faults.push({ path: [...at, 'body'], message: 'a GET has no body', instead: 'method: POST' });
    if (![path, ...Object.values(body ?? {})].some((text) => placeholdersIn(text).includes(key)))
      faults.push({
        path: [...at, 'path'],
        message: `asks for everybody: it never says \`{{${key}}}\``,
        instead: `{{${key}}} in the path`,
      });
  }
  if (writeBack)
    faults.push(
      ...checkNames(['writeBack', 'path'], writeBack.path, outcomeNames),
      ...checkBody(['writeBack', 'body'], writeBack.body, outcomeNames),
    );
  return faults;
}

function checkBody(
  path: FaultPath,
  body: Readonly<Record<string, string>>,
  known: readonly string[],
): FoundFault[] {
  return Object.entries(body).flatMap(([field, text]) => checkNames([...path, field], text, known));
}

function checkNames(path: FaultPath, text: string, known: readonly string[]): FoundFault[] {
  if (hasBrokenPlaceholder(text))
    return [{ path, message: 'double braces hold no name', instead: '{{name}}' }];
  return placeholdersIn(text)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path,
      message: `nothing is called \`{{${name}}}\` here`,
      instead: `{{${insteadOfName(name, known, known[0] ?? '')}}}`,
    }));
}
