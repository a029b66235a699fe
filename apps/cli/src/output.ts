/** One JSON value on a line of stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** A line for people, on stdout. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Progress and remarks, on stderr. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
