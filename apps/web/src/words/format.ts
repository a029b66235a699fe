/** `m:ss`, or `h:mm:ss` from an hour on. Below zero counts as zero. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? [hours, ...parts].join(':') : parts.join(':').replace(/^0/, '');
}

/** A wait in words: `45 s`, `2 min`. */
export function waitInWords(seconds: number): string {
  return seconds < 90 ? `${Math.max(0, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
}

/** Time of day with seconds. */
export function timeOfDay(ms: number): string {
  return ms > 0
    ? new Date(ms).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
    : '';
}

/** `Today 14:03`, or the date before it. */
export function dayAndTime(ms: number): string {
  if (ms <= 0) return '';
  const date = new Date(ms);
  const time = date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
  if (date.toDateString() === new Date().toDateString()) return `Today ${time}`;
  return `${date.toLocaleDateString(undefined, { day: 'numeric', month: 'short' })} ${time}`;
}

/** `wrap-up` → `Wrap up`; `cash_limit` → `Cash limit`. */
export function humanise(code: string): string {
  const words = code.replaceAll(/[-_]+/g, ' ').trim();
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\bai\b/i, 'AI');
}

/** The first letters of the first two words. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return (
    words
      .slice(0, 2)
      .map((word) => word.charAt(0).toUpperCase())
      .join('') || '?'
  );
}

/** `en` → `English`; the tag itself where the browser does not know it. */
export function languageName(tag: string): string {
  if (!tag) return '';
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `GB` → `United Kingdom`, `US-CA` → `United States (CA)`. */
export function jurisdictionName(code: string): string {
  const [country = '', subdivision] = code.split('-');
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? country;
    return subdivision ? `${name} (${subdivision})` : name;
  } catch {
    return code;
  }
}

/** Long ids and hashes, shortened for the eye; the whole stands in a title or behind a copy button. */
export function shortId(id: string, length = 12): string {
  return id.length > length ? `${id.slice(0, length)}…` : id;
}
