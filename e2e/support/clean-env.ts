/** The environment without anything that configures Baton, so that a test decides all of it. */
export function cleanEnv(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(BATON_|OTEL_|PORT$|NODE_OPTIONS$)/.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), ...more };
}
