import type { IntentExamples } from '@baton/language';

/** An English utterance and its intent. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
}

/** Utterances as the example phrases of intents. */
export function byIntent(utterances: readonly LabelledText[]): IntentExamples[] {
  const texts = new Map<string, string[]>();
  for (const { text, label } of utterances) {
    const list = texts.get(label);
    if (list === undefined) texts.set(label, [text]);
    else list.push(text);
  }
  return [...texts].map(([name, en]) => ({ name, examples: { en } }));
}
