/** What did not pass, a line a script, as a person reads it: `card-stolen [pack] did not escalate; …; decided …`. */
export function failuresOf(results: readonly Record<string, unknown>[]): string[] {
  return results
    .filter(({ pass }) => pass !== true)
    .map(({ id, bot, failures, decisions }) => {
      const decided = (decisions as { turnIndex: number; verdict: string; reasons: string[] }[])
        .map(({ turnIndex, verdict, reasons }) => `${turnIndex}:${verdict}(${reasons.join(',')})`)
        .join(' ');
      return `${String(id)} [${String(bot)}] ${(failures as string[]).join('; ')}; decided ${decided}`;
    });
}
