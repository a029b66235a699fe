import type { DelimitedRecord } from './delimited.js';
import { delimitedRecords } from './delimited.js';
import { badData, readText } from './text-file.js';

/** The records of a comma- or tab-separated file. Exit 2 with file and line where it cannot be read. */
export function readRecords(
  separator: ',' | '\t',
  folder: string,
  ...path: readonly string[]
): { file: string; records: DelimitedRecord[] } {
  const { file, text } = readText(folder, ...path);
  const records = [...delimitedRecords(text, separator, ({ line, problem }) => badData(file, line, problem))];
  if (records.length === 0) badData(file, 1, 'empty; write one record a line');
  return { file, records };
}
