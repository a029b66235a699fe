import type { FaultPath, FoundFault } from './fault.js';
import { insteadOfName } from './nearest.js';

/** A fault for every name that stands a second time. */
export function checkUnique(
  entries: readonly { readonly name: string; readonly path: FaultPath }[],
  what: string,
): FoundFault[] {
  const seen = new Set<string>();
  return entries.flatMap(({ name, path }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ path, message: `a second ${what} is called \`${name}\``, instead: 'another name' }];
  });
}

/** A fault for every name that refers to nothing; none where what is known cannot be read. */
export function checkReferences(
  entries: readonly { readonly name: string; readonly path: FaultPath }[],
  known: readonly string[] | undefined,
  what: string,
): FoundFault[] {
  if (known === undefined) return [];
  return entries
    .filter(({ name }) => !known.includes(name))
    .map(({ name, path }) => ({
      path,
      message: `there is no ${what} \`${name}\``,
      instead: insteadOfName(name, known, `the name of one that exists`),
    }));
}

/** Names with their paths, from a list of names at a path. */
export function namesAt(names: readonly string[], path: FaultPath): { name: string; path: FaultPath }[] {
  return names.map((name, index) => ({ name, path: [...path, index] }));
}
