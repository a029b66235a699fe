import { BatonError, ok, type Result } from '@baton/kernel';

import { decodeBase64, encodeBase64 } from '../base64.js';
import { refuse, type Failure } from '../failure.js';
import { HASH_BYTES, type Hash } from '../merkle/hash.js';
import { isNoteText } from './signed-note.js';

/** What a log states with its signature: at this size the tree had this root (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** Which log: unique, not empty, one line. */
  readonly origin: string;
  /** Leaves in the tree. */
  readonly size: number;
  readonly root: Hash;
  /** Further lines, not empty. Not recommended: no monitor can audit them. */
  readonly extensions?: readonly string[];
}

/**
 * The note text of a checkpoint; {@link parseCheckpointText} reads it back.
 * @throws BatonError `ledger-checkpoint-invalid` if a field cannot be written.
 */
export function formatCheckpointText(checkpoint: Checkpoint): string {
  const { origin, size, root, extensions = [] } = checkpoint;
  const text = [origin, String(size), encodeBase64(root), ...extensions, ''].join('\n');
  const read = parseCheckpointText(text);
  if (!read.ok || read.value.origin !== origin || read.value.extensions?.length !== extensions.length) {
    throw new BatonError('ledger-checkpoint-invalid', 'A checkpoint field does not fit on its line.');
  }
  return text;
}

/** Reads the text of a checkpoint, strictly. Sizes from 2^53 up are refused: no such log can be counted here. */
export function parseCheckpointText(text: string): Result<Checkpoint, Failure<'checkpoint-malformed'>> {
  if (!isNoteText(text)) return malformed('it is not plain text that ends in a newline');
  const [origin = '', sizeText = '', rootText = '', ...extensions] = text.slice(0, -1).split('\n');
  if (origin === '') return malformed('the origin is empty');
  const size = /^(0|[1-9][0-9]{0,15})$/.test(sizeText) ? Number(sizeText) : Number.NaN;
  if (!Number.isSafeInteger(size))
    return malformed('the size is not a decimal number without leading zeroes');
  const root = decodeBase64(rootText);
  if (root?.length !== HASH_BYTES) return malformed('the root is not base64 of 32 bytes');
  if (extensions.includes('')) return malformed('an extension line is empty');
  return ok({ origin, size, root, extensions });
}

function malformed(what: string) {
  return refuse('checkpoint-malformed', `Not a checkpoint: ${what}.`);
}
