/** A place inside a parsed file: keys and list positions from the root. */
export type FaultPath = readonly (string | number)[];

/** One thing that is wrong in a pack, where it stands, and what to write instead. */
export interface PackFault {
  /** Relative to the pack folder, with forward slashes; or the name the caller gave the text. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** `intents[2].slots[0].kind`; empty where the whole file is meant. */
  readonly path: string;
  /** What is wrong, without a full stop. */
  readonly message: string;
  /** What to write instead. */
  readonly instead: string;
}

/** A fault before its place in the text is known. */
export interface FoundFault {
  readonly path: FaultPath;
  /** Whether the key itself is wrong, or the value that stands at it. */
  readonly at?: 'key' | 'value';
  readonly message: string;
  readonly instead: string;
}

/** `intents[2].slots[0].kind` from its parts. */
export function pathText(path: FaultPath): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}

/** The parts of `intents[2].slots[0].kind`; never throws, whatever the text. */
export function parsePathText(text: string): FaultPath {
  return [...text.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map((match) =>
    match[1] === undefined ? match[0] : Number(match[1]),
  );
}

/** By file, then line, then column: the order in which a person would correct them. */
export function sortFaults(faults: readonly PackFault[]): PackFault[] {
  return [...faults].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}
