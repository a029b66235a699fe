import { BatonError, ok, type Result } from '@baton/kernel';

import { decodeBase64, encodeBase64 } from '../base64.js';
import { refuse, type Failure } from '../failure.js';
import { HASH_BYTES, leafHash, type Hash } from '../merkle/hash.js';
import { verifyInclusion, type ProofFailure } from '../merkle/inclusion-proof.js';
import {
  openCheckpoint,
  type CheckpointFailure,
  type LogTrust,
  type OpenedCheckpoint,
} from './open-checkpoint.js';

/** A proof that stands alone: an entry's index, its inclusion proof and the checkpoint it leads to. */
export interface TlogProof {
  readonly index: number;
  readonly proof: readonly Hash[];
  /** The checkpoint note, as the log published it. */
  readonly checkpoint: string;
  /** Anything the application adds. Not covered by any signature. */
  readonly extra?: Uint8Array;
}

/** Why a proof file was refused. */
export type TlogProofFailure = Failure<'tlog-proof-malformed'> | ProofFailure | CheckpointFailure;

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

/**
 * Writes a proof file (c2sp.org/tlog-proof, extension `.tlog-proof`).
 * @throws BatonError `ledger-proof-invalid` if a field cannot be written.
 */
export function formatTlogProof({ index, proof, checkpoint, extra }: TlogProof): string {
  const lines = [FIRST_LINE];
  if (extra !== undefined) lines.push(`extra ${encodeBase64(extra)}`);
  lines.push(`index ${index}`, ...proof.map(encodeBase64), '', checkpoint);
  const text = lines.join('\n');
  if (!parseTlogProof(text).ok)
    throw new BatonError('ledger-proof-invalid', 'A field of the proof cannot be written.');
  return text;
}

/** Reads a proof file, strictly; believes nothing in it. */
export function parseTlogProof(text: string): Result<TlogProof, Failure<'tlog-proof-malformed'>> {
  const split = text.indexOf('\n\n');
  if (split < 0) return malformed('no empty line before the checkpoint');
  const lines = text.slice(0, split).split('\n');
  if (lines.shift() !== FIRST_LINE) return malformed(`the first line is not ${FIRST_LINE}`);
  const extra = lines[0]?.startsWith('extra ') ? decodeBase64(lines.shift()!.slice('extra '.length)) : null;
  if (extra === undefined) return malformed('the extra data is not base64');
  const [, indexText] = /^index (0|[1-9][0-9]{0,15})$/.exec(lines.shift() ?? '') ?? [];
  const index = Number(indexText ?? Number.NaN);
  if (!Number.isSafeInteger(index))
    return malformed('the index is not a decimal number without leading zeroes');
  const proof = lines.map(decodeBase64);
  if (!proof.every((hash): hash is Hash => hash?.length === HASH_BYTES))
    return malformed('a proof line is not base64 of 32 bytes');
  return ok({ index, proof, checkpoint: text.slice(split + 2), ...(extra && { extra }) });
}

/**
 * Checks a proof file against the entry it should prove and the keys to believe. Success means: a log with these
 * keys committed to exactly these leaf bytes at the returned index.
 */
export function verifyTlogProof(
  text: string,
  leafData: Uint8Array,
  trust: LogTrust,
): Result<OpenedCheckpoint & { readonly index: number }, TlogProofFailure> {
  const parsed = parseTlogProof(text);
  if (!parsed.ok) return parsed;
  const { index, proof, checkpoint: note } = parsed.value;
  const opened = openCheckpoint(note, trust);
  if (!opened.ok) return opened;
  const { size, root } = opened.value.checkpoint;
  const included = verifyInclusion({ leafHash: leafHash(leafData), index, size, root }, proof);
  return included.ok ? ok({ ...opened.value, index }) : included;
}

function malformed(what: string) {
  return refuse('tlog-proof-malformed', `Not a proof file: ${what}.`);
}
