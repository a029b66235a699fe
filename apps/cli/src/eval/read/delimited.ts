/** A record of a delimited file and the line it starts on (from 1). */
export interface DelimitedRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** What stands in the way of reading a delimited text. */
export interface DelimitedFault {
  readonly line: number;
  readonly problem: string;
}

/**
 * Records of comma- or tab-separated text as RFC 4180 defines it: a field in double quotes may hold separators, line ends and,
 * doubled, quotes; LF and CRLF both end a record; empty lines are skipped. Calls `onFault` for a quote that never closes
 * and for text after a closing quote.
 */
export function* delimitedRecords(
  text: string,
  separator: ',' | '\t',
  onFault: (fault: DelimitedFault) => never,
): Generator<DelimitedRecord> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const startLine = line;
    const fields: string[] = [];
    for (;;) {
      if (text[at] === '"') {
        const field = quotedField(text, at);
        if (field === undefined) onFault({ line: startLine, problem: 'a quote that never closes' });
        fields.push(field.value);
        line += field.lineEnds;
        at = field.next;
        if (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r')
          onFault({ line, problem: 'text after a closing quote; double the quotes inside a quoted field' });
      } else {
        let end = at;
        while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
        const isLast = end === text.length || text[end] === '\n';
        fields.push(text.slice(at, isLast && text[end - 1] === '\r' && end > at ? end - 1 : end));
        at = end;
      }
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text[at] === '\r') at += 1;
    at += 1;
    line += 1;
    if (fields.length > 1 || fields[0] !== '') yield { line: startLine, fields };
  }
}

function quotedField(
  text: string,
  open: number,
): { value: string; next: number; lineEnds: number } | undefined {
  let value = '';
  let from = open + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) return undefined;
    value += text.slice(from, close);
    if (text[close + 1] !== '"') return { value, next: close + 1, lineEnds: value.split('\n').length - 1 };
    value += '"';
    from = close + 2;
  }
}
