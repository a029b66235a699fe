// Runs a tool of this folder straight from its TypeScript source: `node tools/run.mjs build-models`.
// Node strips types but does not map the `.js` of a compiled import to the `.ts` beside it; this hook does.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL !== undefined) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(fileURLToPath(source))) return next(source.href, context);
    }
    return next(specifier, { ...context, conditions: [...context.conditions, '@baton/source'] });
  },
});

const name = process.argv[2] ?? '';
const tool = new URL(`./${name}.ts`, import.meta.url);
if (!/^[a-z-]+$/.test(name) || !existsSync(fileURLToPath(tool))) {
  console.error(
    'usage: node tools/run.mjs build-models|everyday-words|measure|measure-marked|measure-voices|overlap|bench',
  );
  process.exit(2);
}
await import(tool.href);
