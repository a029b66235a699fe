import type { FoundFault, PackFault } from './fault.js';

/** A fault in every later file that gives a name an earlier file already gave. */
export function repeatedAcrossFiles(
  files: readonly { readonly name: string; readonly file: string; place(fault: FoundFault): PackFault }[],
): PackFault[] {
  const owners = new Map<string, string>();
  return files.flatMap(({ name, file, place }) => {
    const owner = owners.get(name);
    owners.set(name, owner ?? file);
    if (owner === undefined) return [];
    return [place({ path: ['id'], message: `${owner} has the same id`, instead: 'another id' })];
  });
}
