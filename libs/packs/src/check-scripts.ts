import type { CallScript } from './call-script-schema.js';
import type { ScriptContext } from './check-script.js';
import { checkScriptReferences } from './check-script.js';
import type { PackFault } from './fault.js';
import { readCallScript } from './load-call-script.js';
import { repeatedAcrossFiles } from './repeated.js';

/** Every call script of `scripts/`, the well-formed ones, and their ids where all could be read. */
export function checkScripts(
  texts: ReadonlyMap<string, string>,
  context: ScriptContext,
): { readonly scripts: CallScript[]; readonly ids: string[] | undefined; readonly faults: PackFault[] } {
  const read = [...texts]
    .filter(([file]) => file.startsWith('scripts/'))
    .map(([file, text]) => ({ file, ...readCallScript(file, text) }));
  const whole = read.flatMap(({ script, source, file }) =>
    script === undefined ? [] : [{ script, source, file }],
  );
  const faults = [
    ...read.flatMap((each) => each.faults),
    ...whole.flatMap(({ script, source }) => checkScriptReferences(script, context).map(source.place)),
    ...repeatedAcrossFiles(
      whole.map(({ script, source, file }) => ({ name: script.id, file, place: source.place })),
    ),
  ];
  const scripts = whole.map(({ script }) => script);
  return { scripts, ids: whole.length === read.length ? scripts.map(({ id }) => id) : undefined, faults };
}
