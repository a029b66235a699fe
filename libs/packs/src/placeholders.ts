/** A text with its `{{names}}` filled in, and the names for which there was no value. */
export interface FilledText {
  readonly text: string;
  readonly missing: readonly string[];
}

const placeholder = /\{\{\s*([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)\s*\}\}/g;

/** The names between double braces, in order, each once. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1]!))];
}

/** Whether double braces remain that hold no name, such as `{{name` or `{{ }}`. */
export function hasBrokenPlaceholder(text: string): boolean {
  return /\{\{|\}\}/.test(text.replace(placeholder, ''));
}

/** Fills in every name for which `valueOf` has a value; a name without one leaves nothing behind. */
export function fillText(text: string, valueOf: (name: string) => string | undefined): FilledText {
  const missing: string[] = [];
  const filled = text.replace(placeholder, (_, name: string) => {
    const value = valueOf(name);
    if (value === undefined) missing.push(name);
    return value ?? '';
  });
  return { text: filled, missing };
}
