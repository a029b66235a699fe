import { SIGNALS } from '@baton/policy';

/** `docs/signals.md`: what a condition of `escalation.yaml` may use. @returns {string} */
export function signalsPage() {
  const lines = [
    '# Signals',
    '',
    '<!-- Generated from the catalogue of libs/policy by `npm run docs`; edit that. -->',
    '',
    'What a condition in `escalation.yaml` may use, in [CEL](https://cel.dev). Every signal is there in every evaluation; `npm run -s baton --',
    'policy signals` prints the same list. *Neutral* is the value where nothing happened: no rule should fire on a turn of neutral values.',
    '',
    '| signal | type | range | neutral | meaning |',
    '|---|---|---|---|---|',
    ...SIGNALS.map(
      (signal) =>
        `| \`${signal.name}\` | ${signal.type} | ${range(signal)} | \`${JSON.stringify(signal.neutral)}\` | ${signal.doc.replaceAll('|', '\\|')} |`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** @param {{ min?: number, max?: number, values?: readonly string[] }} signal */
function range({ min, max, values }) {
  if (values) return values.map((value) => `\`${JSON.stringify(value)}\``).join(' ');
  if (min === undefined && max === undefined) return '';
  return max === undefined ? `${min} or more` : `${min} to ${max}`;
}
