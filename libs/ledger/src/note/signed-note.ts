import { ok, type Result } from '@baton/kernel';

import { decodeBase64, encodeBase64 } from '../base64.js';
import { refuse, type Failure } from '../failure.js';

/** One signature line of a note: who claims to have signed, with which key, and the bytes that should prove it. */
export interface NoteSignature {
  /** Key name: no spaces, no plus. */
  readonly name: string;
  /** The four bytes of the key id in lower-case hex. */
  readonly keyId: string;
  /** What follows the key id: its form depends on the signature type. */
  readonly signature: Uint8Array;
}

/** A note taken apart. Nothing in it may be believed before a signature is verified. */
export interface ParsedNote {
  /** The signed text with its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** The most characters read of one note: room for many post-quantum signatures. */
export const MAX_NOTE_LENGTH = 1_000_000;
/** The most signatures read of one note. */
export const MAX_NOTE_SIGNATURES = 100;

const KEY_ID_BYTES = 4;
const SIGNATURE_LINE = /^— ([^ ]+) ([A-Za-z0-9+/]+={0,2})$/u;
const FORBIDDEN_CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/** Whether a key name may stand in a note: not empty, no Unicode white space, no plus, no control characters. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+\u0000-\u001f]/u.test(name);
}

/** Whether a text may be the body of a note: well-formed, ends in a newline, no other control characters. */
export function isNoteText(text: string): boolean {
  return text.endsWith('\n') && text.isWellFormed() && !FORBIDDEN_CONTROL.test(text);
}

/** Takes a C2SP signed note apart, strictly: one spelling only, no signature believed (c2sp.org/signed-note). */
export function parseNote(note: string): Result<ParsedNote, Failure<'note-malformed'>> {
  if (note.length > MAX_NOTE_LENGTH) return malformed('it is too long');
  if (!isNoteText(note)) return malformed('it is not plain text that ends in a newline');
  const split = note.lastIndexOf('\n\n');
  if (split < 0) return malformed('no empty line separates text and signatures');
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_NOTE_SIGNATURES) return malformed('it has too many signatures');
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (signature === undefined) return malformed('a signature line does not have the form "— name base64"');
    signatures.push(signature);
  }
  return ok({ text: note.slice(0, split + 1), signatures });
}

/** Writes a note; {@link parseNote} reads it back. */
export function formatNote(note: ParsedNote): string {
  const lines = note.signatures.map(({ name, keyId, signature }) => {
    const bytes = Buffer.concat([Buffer.from(keyId, 'hex'), signature]);
    return `— ${name} ${encodeBase64(bytes)}\n`;
  });
  return `${note.text}\n${lines.join('')}`;
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const [, name, base64] = SIGNATURE_LINE.exec(line) ?? [];
  if (name === undefined || base64 === undefined || !isKeyName(name)) return undefined;
  const bytes = decodeBase64(base64);
  if (bytes === undefined || bytes.length <= KEY_ID_BYTES) return undefined;
  const keyId = Buffer.from(bytes.subarray(0, KEY_ID_BYTES)).toString('hex');
  return { name, keyId, signature: bytes.subarray(KEY_ID_BYTES) };
}

function malformed(what: string) {
  return refuse('note-malformed', `Not a signed note: ${what}.`);
}
