#!/usr/bin/env node
/**
 * The conventions of this repository, one after the other: `npm run check`. Every step runs even where one before it failed. Words
 * choose steps: `npm run check -- lint types`. Exit codes: 0 all kept, 1 one was not, 2 wrong usage.
 */
import { ensureInstalled } from './install.mjs';
import { steps } from './check/steps.mjs';

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !steps.some((step) => step.name === name));
if (unknown !== undefined) {
  console.error(`unknown step ${unknown}; write any of: ${steps.map(({ name }) => name).join(' ')}`);
  process.exit(2);
}
ensureInstalled('test');
const failed = [];
for (const step of steps.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  const started = Date.now();
  const { code, output } = await step.run();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${code === 0 ? 'ok  ' : 'FAIL'}  ${step.name.padEnd(10)} ${seconds.padStart(6)} s  ${step.what}`,
  );
  if (output) console.log(output.replace(/^/gm, '      '));
  if (code === 0) continue;
  failed.push(step.name);
  console.log(`      to mend: ${step.fix}`);
}
console.log(failed.length === 0 ? 'all conventions kept' : `not kept: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
