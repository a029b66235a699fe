import { analyzeUtterance } from '../src/analyze-utterance.js';
import { loadModels } from '../src/models/load-models.js';
import { createInterface } from 'node:readline';
const models = loadModels();
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  const { language, humanRequest, topics, affect, redacted } = analyzeUtterance(line, { models });
  console.log(`${language.code} ${language.confidence.toFixed(2)} ${humanRequest.value ? 'H' + (humanRequest.callback ? 'C' : '') : '-'} ${topics.map((t) => t.topic + (t.kinds ?? '')).join(',')} f${affect.frustration} c${affect.confusion} u${affect.urgency}${affect.sarcasm ? ' s' : ''} p${affect.polarity} | ${redacted}`);
}
