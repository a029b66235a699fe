import { BatonError } from '@baton/kernel';

import type { NoteSigner } from './signer.js';
import { formatNote, isNoteText, parseNote, type NoteSignature } from './signed-note.js';

/**
 * A note over a text, signed by each signer in turn.
 * @throws BatonError `ledger-note-invalid` if the text cannot be a note's or there is no signer.
 */
export async function signNote(text: string, signers: readonly NoteSigner[]): Promise<string> {
  if (!isNoteText(text))
    throw new BatonError('ledger-note-invalid', 'A note is plain text that ends in a newline.');
  if (signers.length === 0) throw new BatonError('ledger-note-invalid', 'A note needs at least one signer.');
  return formatNote({ text, signatures: await signaturesOf(text, signers) });
}

/**
 * The same note with more signatures after those it has; a signer that had signed before replaces its signature.
 * Verifies nothing: open the note first.
 * @throws BatonError `ledger-note-invalid` if it is not a note.
 */
export async function addSignatures(note: string, signers: readonly NoteSigner[]): Promise<string> {
  const parsed = parseNote(note);
  if (!parsed.ok) throw new BatonError('ledger-note-invalid', parsed.error.message);
  const { text, signatures } = parsed.value;
  const kept = signatures.filter(
    (old) => !signers.some(({ name, keyId }) => name === old.name && keyId === old.keyId),
  );
  return formatNote({ text, signatures: [...kept, ...(await signaturesOf(text, signers))] });
}

function signaturesOf(text: string, signers: readonly NoteSigner[]): Promise<NoteSignature[]> {
  return Promise.all(
    signers.map(async (signer) => ({
      name: signer.name,
      keyId: signer.keyId,
      signature: await signer.sign(text),
    })),
  );
}
