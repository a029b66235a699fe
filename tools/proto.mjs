#!/usr/bin/env node
/** Formats and lints `proto/` and generates `libs/contracts/src/gen` from it: `npm run proto`. */
import { ensureInstalled } from './install.mjs';
import { runBuf } from './proto/buf.mjs';

ensureInstalled('test');
for (const args of [['format', '-w'], ['lint'], ['generate']]) {
  console.error(`buf ${args.join(' ')}`);
  const { code, output } = await runBuf(args);
  if (output) console.log(output);
  if (code !== 0) process.exit(code);
}
