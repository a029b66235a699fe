import { formatFaults, missingCallerSentences, placeFindings, type Pack } from '@baton/packs';
import { compilePolicy, lintPolicy, lintRouting, verdictRank } from '@baton/policy';
import { CliError } from '../cli-error.js';
import { openPack, packDir } from '../open-pack.js';
import { print, printJson, say } from '../output.js';

/** One thing `baton policy lint` reports, as `--json` prints it. */
export interface PolicyFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly instead: string;
}

/** `baton policy lint`: exit 0 nothing to report, 1 findings, 2 a pack that does not even load. */
export function lint(options: { readonly pack: string; readonly json?: boolean }): void {
  const pack = openPack(options.pack);
  const dir = packDir(options.pack);
  const placed = placeFindings(dir, findingsOf(pack, dir, Date.now()));
  const findings = placed.map(({ fault, code, message, instead }): PolicyFinding => {
    const { file, line, column, path } = fault;
    return { file, line, column, path, code, message, instead };
  });
  if (options.json) printJson({ pack: pack.name, findings });
  else if (findings.length === 0)
    print(`${pack.name}: ${pack.escalation.rules.length} rules, nothing to report`);
  else say(placed.map(({ fault, code }) => `${formatFaults([fault], dir)}  [${code}]`).join('\n'));
  if (findings.length > 0) process.exitCode = 1;
}

/** Everything lint has to say of a valid pack. `now`: opening hours are looked at from here on. */
function findingsOf(pack: Pack, dir: string, now: number) {
  const { routing, bot, languages } = pack;
  const compiled = compilePolicy(pack.escalation, {
    skills: routing.skills.map(({ name }) => name),
    languages,
  });
  if (!compiled.ok) throw new CliError(2, compiled.error.map(({ message }) => message).join('\n'));
  const { rules } = compiled.value;
  const handsOver = rules.filter(
    (rule) => !rule.hard || verdictRank(rule.verdict) >= verdictRank('offer-human'),
  );
  return [
    ...lintPolicy(compiled.value, { queues: routing.queues, languages, intents: bot.intents }).map(
      (finding) => ({
        ...finding,
        file: finding.file ?? 'escalation.yaml',
      }),
    ),
    ...lintRouting({
      routing,
      intents: bot.intents.map(({ name }) => name),
      asked: handsOver.map(({ id, skills, priority }) => ({ ruleId: id, skills, priority })),
      now,
    }),
    ...missingCallerSentences(dir).map((finding) => ({ ...finding, code: 'missing-language' as const })),
  ];
}
