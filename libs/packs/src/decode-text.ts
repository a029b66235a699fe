import { err, ok } from '@baton/kernel';
import type { Result } from '@baton/kernel';
import type { PackFault } from './fault.js';

/** Larger files are refused unread: no pack file written by people comes near. */
export const maxFileBytes = 1_048_576;

/** UTF-8 bytes as text without byte order mark, or the fault with the line of the first broken byte. */
export function decodeText(file: string, bytes: Uint8Array): Result<string, PackFault> {
  if (bytes.byteLength > maxFileBytes) return err(tooLarge(file));
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const before = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0]!;
    const lines = before.split('\n');
    return err({
      file,
      line: lines.length,
      column: lines.at(-1)!.length + 1,
      path: '',
      message: 'is not UTF-8 text',
      instead: 'the same text saved as UTF-8',
    });
  }
}

/** The fault of a file above {@link maxFileBytes}. */
export function tooLarge(file: string): PackFault {
  return {
    file,
    line: 1,
    column: 1,
    path: '',
    message: 'is larger than 1 MB',
    instead: 'less: split it, or leave out what is not used',
  };
}
