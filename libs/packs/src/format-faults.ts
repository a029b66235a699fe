import type { PackFault } from './fault.js';

/**
 * One line a fault: `packs/bank/bot.yaml:12:5  unknown key `exmaples`  …  write: examples`.
 * `folder` is put before every file name, so that a terminal can open it.
 */
export function formatFaults(faults: readonly PackFault[], folder = ''): string {
  const prefix = folder === '' ? '' : `${folder.replaceAll('\\', '/').replace(/\/+$/, '')}/`;
  return faults.map((fault) => formatFault(fault, prefix)).join('\n');
}

function formatFault(fault: PackFault, prefix: string): string {
  const where = `${prefix}${fault.file}:${fault.line}:${fault.column}`;
  const what = fault.path === '' ? fault.message : `${fault.path}: ${fault.message}`;
  return oneLine(`${where}  ${what}  …  write: ${fault.instead}`);
}

/** A file name or key may hold a line break or a terminal control sequence; neither may reach a terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
