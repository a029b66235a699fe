import type { Site } from './site.js';

/** The sum of a Prometheus counter over the series that have these labels; 0 where there is none yet. */
export async function metric(
  baton: Site,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<number> {
  const text = await (await fetch(`${baton.url}/metrics`)).text();
  const series = text.split('\n').filter((line) => line.startsWith(`${name}{`));
  const fitting = series.filter((line) =>
    Object.entries(labels).every(([label, value]) => line.includes(`${label}="${value}"`)),
  );
  return fitting.reduce((sum, line) => sum + Number(/} ([\d.e+]+)/.exec(line)?.[1] ?? 0), 0);
}
