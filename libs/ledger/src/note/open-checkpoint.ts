import { ok, type Result } from '@baton/kernel';

import { refuse, type Failure } from '../failure.js';
import { parseCheckpointText, type Checkpoint } from './checkpoint.js';
import { splitCosignature } from './cosignature.js';
import { openNote, type NoteFailure } from './open-note.js';
import type { NoteVerifier } from './verifier.js';

/** Whom to believe about a log. */
export interface LogTrust {
  /** The only origin accepted. */
  readonly origin: string;
  /** The log's own keys; one of them must have signed. */
  readonly log: readonly NoteVerifier[];
  /** Witnesses whose cosignatures count. */
  readonly witnesses?: readonly NoteVerifier[];
  /** How many witnesses, told apart by name, must have cosigned. Default 0. */
  readonly quorum?: number;
}

/** A witness that verified and cosigned a checkpoint. */
export interface Cosignature {
  readonly name: string;
  readonly keyId: string;
  /** When the witness saw it as the latest, in seconds since the Unix epoch. */
  readonly time: number;
}

/** A checkpoint that its log signed. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly cosignatures: readonly Cosignature[];
}

/** Why a checkpoint was not believed. */
export type CheckpointFailure =
  NoteFailure | Failure<'checkpoint-malformed' | 'checkpoint-origin' | 'checkpoint-quorum'>;

/** Reads a checkpoint note and believes it only if the log signed it and enough witnesses cosigned it. */
export function openCheckpoint(note: string, trust: LogTrust): Result<OpenedCheckpoint, CheckpointFailure> {
  const { log, witnesses = [], quorum = 0 } = trust;
  const opened = openNote(note, [...log, ...witnesses]);
  if (!opened.ok) return opened;
  const signedBy = (keys: readonly NoteVerifier[]) =>
    opened.value.signatures.filter((each) =>
      keys.some((key) => key.name === each.name && key.keyId === each.keyId),
    );
  if (signedBy(log).length === 0)
    return refuse('note-unsigned', 'The log itself did not sign this checkpoint.');
  const checkpoint = parseCheckpointText(opened.value.text);
  if (!checkpoint.ok) return checkpoint;
  if (checkpoint.value.origin !== trust.origin)
    return refuse('checkpoint-origin', 'The checkpoint is of another log.');
  const cosignatures = signedBy(witnesses).flatMap(({ name, keyId, signature }) => {
    const parts = splitCosignature(signature);
    return parts === undefined ? [] : [{ name, keyId, time: parts.time }];
  });
  const cosigners = new Set(cosignatures.map(({ name }) => name)).size;
  if (cosigners < quorum) {
    return refuse('checkpoint-quorum', `${cosigners} of ${quorum} required witnesses cosigned.`);
  }
  return ok({ checkpoint: checkpoint.value, cosignatures });
}
