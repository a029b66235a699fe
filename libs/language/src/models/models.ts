import type { FeatureExtractor } from '../features/extract.js';
import type { LanguageModel } from '../langid/language-model.js';
import type { LinearModel } from '../linear/linear-model.js';
import type { TaskNetwork } from '../linear/task-network.js';
import type { SignalThresholds } from '../signals/outputs.js';

/** Everything the analysis needs, loaded once per thread. Not to be shared between threads: it holds work buffers. */
export interface Models {
  readonly language: LanguageModel;
  readonly extractor: FeatureExtractor;
  /** Human request, topics, affect and dialogue acts; outputs as in `signals/outputs.ts`. */
  readonly signals: LinearModel;
  /** The same outputs from a small network; both are averaged. */
  readonly network: TaskNetwork;
  readonly thresholds: SignalThresholds;
  /** Everyday utterances of no particular intent, for the out-of-scope threshold. */
  readonly background: readonly { readonly lang: string; readonly text: string }[];
}
