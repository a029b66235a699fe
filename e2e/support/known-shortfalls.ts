/**
 * Call scripts the language models are known to miss at times: their expectations stand, and each is work to do. A script that
 * is not listed here must pass.
 */
const knownShortfalls = new Set([
  'cargos-no-reconocidos',
  'que-me-llamen',
  'solicitor-claim',
  'transferencia-a-mi-hermana',
  'health-appeal-letter',
  'health-person-please',
  'health-sixteen',
  'starter-account-taken-over',
  'starter-fr-mediateur',
  'starter-pole-in-the-garden',
]);

/** The results that may not fail. */
export function expectedToPass(
  results: readonly Record<string, unknown>[],
): readonly Record<string, unknown>[] {
  return results.filter(({ id }) => !knownShortfalls.has(String(id)));
}
