import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { canonicalJson } from '@baton/kernel';
import type { IntentExamples, IntentModel } from '@baton/language';

/**
 * Trained models on disk, so that the next start need not train. Only a shortcut: a file that is missing, unreadable or of other
 * phrases or other code is no model, and a folder that cannot be written is none.
 */
export class ModelCache {
  readonly #dir: string;

  /** In a folder of its own below `cacheDir`. */
  constructor(cacheDir: string) {
    this.#dir = join(cacheDir, 'intents');
  }

  find(phrases: readonly IntentExamples[]): IntentModel | undefined {
    try {
      return deserialize(readFileSync(this.#file(phrases))) as IntentModel;
    } catch {
      return undefined;
    }
  }

  keep(phrases: readonly IntentExamples[], model: IntentModel): void {
    try {
      mkdirSync(this.#dir, { recursive: true });
      const file = this.#file(phrases);
      const unfinished = `${file}.${process.pid}`;
      writeFileSync(unfinished, serialize(model));
      renameSync(unfinished, file);
    } catch {
      // Nothing is lost but the time to train again.
    }
  }

  #file(phrases: readonly IntentExamples[]): string {
    const key = createHash('sha256').update(trainingCode()).update(canonicalJson(phrases)).digest('hex');
    return join(this.#dir, `${key}.model`);
  }
}

/** Tells one build of the language library from another. */
function trainingCode(): string {
  const library = dirname(dirname(fileURLToPath(import.meta.resolve('@baton/language'))));
  return ['models', 'dist/intent', 'dist/linear', 'dist/features', 'dist/text']
    .flatMap((folder) => filesOf(join(library, folder)))
    .map((file) => `${file}:${statSync(file).size}:${statSync(file).mtimeMs}`)
    .join('\n');
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}
