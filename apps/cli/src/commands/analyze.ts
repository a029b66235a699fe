import { analyzeDialogue, loadModels } from '@baton/language';
import { cacheDirOf } from '@baton/service-kit';
import type { Command } from 'commander';
import { z } from 'zod';
import { openPack } from '../open-pack.js';
import { printJson } from '../output.js';
import { readJsonLines } from '../read-lines.js';

const cacheDir = () => cacheDirOf(process.env['BATON_CACHE']);
const id = z.union([z.string(), z.number()]).transform(String);
const utterance = z.object({ id, text: z.string(), lang: z.string().optional() });
const dialogue = z.object({
  id,
  lang: z.string().optional(),
  turns: z.array(
    z.object({
      speaker: z.enum(['bot', 'customer']),
      text: z.string(),
      asrConfidence: z.number().min(0).max(1).optional(),
    }),
  ),
});

/** `baton analyze` and `baton analyze-dialogue`: JSON lines in, JSON lines out, in order. */
export function analyzeCommands(program: Command): void {
  program
    .command('analyze')
    .description(
      'understand utterances: JSON lines {"id","text","lang"?} on stdin, one analysis a line on stdout',
    )
    .option('--pack <pack>', 'folder or name of a pack: its intents', 'starter')
    .action(async (options: { pack: string }) => {
      const { analyze, cachedIntents } = await import('@baton/dialog');
      const pack = openPack(options.pack);
      const understanding = { pack, models: loadModels(), intents: cachedIntents(pack, cacheDir()) };
      for await (const { id: name, text, lang } of readJsonLines(utterance)) {
        printJson({ id: name, ...analyze(text, lang ?? '', understanding) });
      }
    });
  program
    .command('analyze-dialogue')
    .description(
      'understand dialogues: JSON lines {"id","lang"?,"turns":[{"speaker","text","asrConfidence"?}]} on stdin',
    )
    .option('--pack <pack>', 'folder or name of a pack: its intents', 'starter')
    .action(async (options: { pack: string }) => {
      const { cachedIntents } = await import('@baton/dialog');
      const pack = openPack(options.pack);
      const models = loadModels();
      const intents = cachedIntents(pack, cacheDir());
      for await (const { id: name, lang, turns } of readJsonLines(dialogue)) {
        const given = turns.map(({ speaker, text, asrConfidence }) => ({
          speaker,
          text,
          ...(asrConfidence === undefined ? {} : { asrConfidence }),
        }));
        printJson({
          id: name,
          ...analyzeDialogue(given, { models, intents, ...(lang === undefined ? {} : { lang }) }),
        });
      }
    });
}
