import { BatonError } from '@baton/kernel';
import { bucket, hashNumber, hashSeed, hashString } from '../features/hash.js';

/** Buckets of the language model. */
export const LANGUAGE_BITS = 17;
const GRAM = hashSeed(40);
const WORD = hashSeed(41);
const MAGIC = 'BATONLI1';
const MAX_WORDS = 40_000;

/** Character n-gram evidence for each language. */
export interface LanguageModel {
  readonly languages: readonly string[];
  /** `2^LANGUAGE_BITS × languages`: log-probability above the mean of all languages, in units of `scale`. */
  readonly evidence: Int8Array;
  readonly scale: number;
  /** Softmax temperature found on held-out text. */
  readonly temperature: number;
  /** Evidence of words seen before; a memory, not a part of the model. */
  readonly words: Map<string, Float32Array>;
}

/** Calls `visit` with the bucket and weight of every gram of a lower-cased word. */
export function visitLanguageGrams(word: string, visit: (bucket: number, weight: number) => void): void {
  const padded = ` ${word.length > 40 ? word.slice(0, 40) : word} `;
  for (let size = 1; size <= 5; size += 1) {
    for (let start = 0; start + size <= padded.length; start += 1) {
      if (size === 1 && padded.charCodeAt(start) === 32) continue;
      visit(
        bucket(hashNumber(hashString(GRAM, padded, start, start + size), size), LANGUAGE_BITS),
        size === 1 ? 0.5 : 1,
      );
    }
  }
  visit(bucket(hashString(WORD, word), LANGUAGE_BITS), 2);
}

/** Summed evidence of one word for every language; worked out once per word. */
export function wordEvidence(model: LanguageModel, word: string): Float32Array {
  const known = model.words.get(word);
  if (known !== undefined) return known;
  const width = model.languages.length;
  const sum = new Float32Array(width);
  visitLanguageGrams(word, (at, weight) => {
    const row = at * width;
    for (let lang = 0; lang < width; lang += 1) sum[lang]! += weight * model.evidence[row + lang]!;
  });
  for (let lang = 0; lang < width; lang += 1) sum[lang]! *= model.scale;
  if (model.words.size >= MAX_WORDS) model.words.clear();
  model.words.set(word, sum);
  return sum;
}

/** Binary form of a language model. */
export function encodeLanguageModel(model: LanguageModel): Uint8Array {
  const { languages, scale, temperature, evidence } = model;
  const header = new TextEncoder().encode(JSON.stringify({ languages, scale, temperature }));
  const bytes = new Uint8Array(12 + header.length + evidence.length);
  bytes.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(bytes.buffer).setUint32(8, header.length, true);
  bytes.set(header, 12);
  bytes.set(new Uint8Array(evidence.buffer, evidence.byteOffset, evidence.length), 12 + header.length);
  return bytes;
}

/**
 * Reads the binary form.
 * @throws BatonError `model-invalid` where the bytes are not such a model.
 */
export function decodeLanguageModel(bytes: Uint8Array): LanguageModel {
  if (new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC) {
    throw new BatonError('model-invalid', 'not a language model of this version; build the models again');
  }
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + headerLength))) as {
    languages: string[];
    scale: number;
    temperature: number;
  };
  const length = (1 << LANGUAGE_BITS) * header.languages.length;
  if (bytes.byteLength !== 12 + headerLength + length) {
    throw new BatonError('model-invalid', 'the language model is cut short; build the models again');
  }
  return {
    ...header,
    evidence: new Int8Array(bytes.buffer, bytes.byteOffset + 12 + headerLength, length),
    words: new Map(),
  };
}
