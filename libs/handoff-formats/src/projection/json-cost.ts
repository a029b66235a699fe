import { utf8Bytes } from '../text/clip.js';

/** Bytes a value takes in JSON without spaces. */
export function jsonBytes(value: unknown): number {
  return utf8Bytes(JSON.stringify(value) ?? '');
}

/** Bytes a member takes in a JSON object: name, colon, text, comma. */
export function memberBytes(name: string, value: string): number {
  return jsonBytes(name) + jsonBytes(value) + 2;
}
