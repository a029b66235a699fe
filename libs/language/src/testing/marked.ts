/** A marked line, as dev/pii holds it: `[[TYPE:value]]` around personal data. */
export function parseMarked(marked: string): {
  text: string;
  spans: { type: string; start: number; end: number }[];
} {
  let text = '';
  const spans: { type: string; start: number; end: number }[] = [];
  for (const piece of marked.split(/(\[\[[A-Z]+:[^\]]*\]\])/)) {
    const match = /^\[\[([A-Z]+):(.*)\]\]$/.exec(piece);
    const start = [...text].length;
    text += match === null ? piece : match[2]!;
    if (match !== null) spans.push({ type: match[1]!, start, end: [...text].length });
  }
  return { text, spans };
}
