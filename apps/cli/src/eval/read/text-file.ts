import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../../cli-error.js';

/** Wrong data: exit 2 with the file, where in it, and what to write. */
export function badData(file: string, where: string | number, problem: string): never {
  throw new CliError(2, `${file}:${where}: ${problem}`);
}

/** The text of a UTF-8 file below a folder; exit 2 where the folder or the file is not there. */
export function readText(folder: string, ...path: readonly string[]): { file: string; text: string } {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new CliError(2, `${folder}: not a folder; name the folder that holds the data set`);
  const file = join(folder, ...path);
  if (!existsSync(file) || !statSync(file).isFile())
    throw new CliError(2, `${file}: not there; the data set's ${path.join('/')} belongs in ${folder}`);
  return { file, text: readFileSync(file, 'utf8') };
}

/** Whether a file is there. */
export function hasFile(folder: string, ...path: readonly string[]): boolean {
  return existsSync(join(folder, ...path));
}

/** The lines of a file that are not empty, each with its number from 1. */
export function readLines(
  folder: string,
  ...path: readonly string[]
): { file: string; lines: { number: number; text: string }[] } {
  const { file, text } = readText(folder, ...path);
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, at) => ({ number: at + 1, text: line }))
    .filter((line) => line.text.trim() !== '');
  if (lines.length === 0) badData(file, 1, 'empty; write one item a line');
  return { file, lines };
}
