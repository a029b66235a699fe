import { built } from './built.js';
import { Program, type Ended } from './program.js';

export interface CliOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly timeoutMs?: number;
}

/** Runs the built `baton` with these arguments to its end. */
export function baton(args: readonly string[], options: CliOptions = {}): Promise<Ended> {
  const program = new Program(
    built('apps/cli/dist/main.js'),
    args,
    { BATON_LOG_LEVEL: 'error', ...options.env },
    options.cwd,
  );
  program.feed(options.input ?? '');
  return program.end(options.timeoutMs);
}

/** Stdout as JSON lines. Throws where a line is none: with `--json` nothing else may be there. */
export function jsonLines(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
