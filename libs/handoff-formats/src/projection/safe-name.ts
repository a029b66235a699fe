/** A name every receiver takes: letters, digits and underscores, at most 60. Another text may give the same name. */
export function safeName(text: string): string {
  const kept = text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
  return kept === '' ? 'unnamed' : kept;
}
