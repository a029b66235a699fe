import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { FaultPath, FoundFault, PackFault } from './fault.js';
import { pathText } from './fault.js';

/** A YAML text: its value, its own faults, and the place of everything in it. */
export interface YamlSource {
  readonly file: string;
  /** Plain JavaScript; undefined where the text is no YAML at all. */
  readonly value: unknown;
  readonly faults: readonly PackFault[];
  /** Puts a fault at its line and column; a missing key is placed at what should hold it. */
  place(fault: FoundFault): PackFault;
}

/** Reads YAML 1.2 (core schema). Never throws: syntax errors, duplicate keys and unknown tags are faults. */
export function readYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
    const place = placer(file, document, lines);
    const faults = [...document.errors, ...document.warnings].map((problem) => ({
      file,
      ...position(lines, problem.pos[0]),
      path: '',
      ...explainSyntax(problem.code, problem.message),
    }));
    return { file, value: document.toJS({ maxAliasCount: 1000 }) as unknown, faults, place };
  } catch (thrown) {
    const message = thrown instanceof RangeError ? 'is nested too deeply' : 'cannot be read as YAML';
    const place = (fault: FoundFault): PackFault => {
      return {
        file,
        line: 1,
        column: 1,
        path: pathText(fault.path),
        message: fault.message,
        instead: fault.instead,
      };
    };
    const instead = 'plain YAML 1.2 without recursive aliases';
    return { file, value: undefined, faults: [place({ path: [], message, instead })], place };
  }
}

function placer(file: string, document: Document, lines: LineCounter): YamlSource['place'] {
  return (fault) => {
    const offset = offsetOf(document.contents, fault.path, fault.at ?? 'value');
    const { message, instead } = fault;
    return { file, ...position(lines, offset), path: pathText(fault.path), message, instead };
  };
}

function offsetOf(root: unknown, path: FaultPath, at: 'key' | 'value'): number {
  let node = root;
  let offset = startOf(node, 0);
  for (const [index, part] of path.entries()) {
    const last = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      if (pair === undefined) return offset;
      const empty = !isNode(pair.value) || (isScalar(pair.value) && pair.value.source === '');
      offset = startOf((last && at === 'key') || empty ? pair.key : pair.value, offset);
      node = pair.value;
    } else if (isSeq(node)) {
      const item = typeof part === 'number' ? node.items[part] : undefined;
      if (item === undefined) return offset;
      offset = startOf(isPair(item) ? item.key : item, offset);
      node = item;
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown, otherwise: number): number {
  return isNode(node) && node.range ? node.range[0] : otherwise;
}

/** 1-based line and column of an offset. */
function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function explainSyntax(code: string, message: string): { message: string; instead: string } {
  if (code === 'DUPLICATE_KEY') return { message: 'duplicate key', instead: 'each key once' };
  if (code === 'TAB_AS_INDENT') return { message: 'a tab indents this line', instead: 'spaces' };
  if (code === 'MULTIPLE_DOCS')
    return { message: 'a second document begins here', instead: 'one document a file' };
  if (code === 'TAG_RESOLVE_FAILED')
    return { message: 'unknown tag', instead: 'the plain value without `!`' };
  return {
    message: `YAML: ${message.split('\n', 1)[0]!}`,
    instead: 'valid YAML; put texts with : or # in "quotes"',
  };
}
