import { ok, type Result } from '@baton/kernel';

import { refuse, type Failure } from '../failure.js';
import { parseNote, type NoteSignature } from './signed-note.js';
import type { NoteVerifier } from './verifier.js';

/** A note with at least one signature that a given key verified; signatures of unknown keys are left out. */
export interface OpenedNote {
  readonly text: string;
  /** Verified, at most one for each key. */
  readonly signatures: readonly NoteSignature[];
}

/** Why a note was not believed. */
export type NoteFailure = Failure<'note-malformed' | 'note-signature-invalid' | 'note-unsigned'>;

/**
 * Reads a signed note and verifies it (c2sp.org/signed-note): signatures of unknown keys are ignored, one bad
 * signature that claims a known key refuses the whole note, and at least one known key must have signed.
 */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): Result<OpenedNote, NoteFailure> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const { text } = parsed.value;
  const verified = new Map<NoteVerifier, NoteSignature>();
  for (const signature of parsed.value.signatures) {
    const verifier = verifiers.find(
      ({ name, keyId }) => name === signature.name && keyId === signature.keyId,
    );
    if (verifier === undefined) continue;
    if (!verifier.verify(text, signature.signature)) {
      return refuse(
        'note-signature-invalid',
        `The signature of key ${verifier.keyId} does not fit the text.`,
      );
    }
    if (!verified.has(verifier)) verified.set(verifier, signature);
  }
  if (verified.size === 0) return refuse('note-unsigned', 'No known key signed this note.');
  return ok({ text, signatures: [...verified.values()] });
}
