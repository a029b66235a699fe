import type { Article } from './article.js';
import { readArticle } from './article.js';
import { checkReferences, namesAt } from './check-names.js';
import type { PackFault } from './fault.js';
import { repeatedAcrossFiles } from './repeated.js';

/** Every article of `knowledge/`, the well-formed ones, and their ids where all could be read. */
export function checkArticles(
  texts: ReadonlyMap<string, string>,
  intents: readonly string[] | undefined,
): { readonly articles: Article[]; readonly ids: string[] | undefined; readonly faults: PackFault[] } {
  const read = [...texts]
    .filter(([file]) => file.startsWith('knowledge/'))
    .map(([file, text]) => ({ file, ...readArticle(file, text) }));
  const whole = read.flatMap(({ article, ...rest }) => (article === undefined ? [] : [{ article, ...rest }]));
  const faults = [
    ...read.flatMap((each) => each.faults),
    ...whole.flatMap(({ article, place }) =>
      checkReferences(namesAt(article.intents, ['intents']), intents, 'intent').map(place),
    ),
    ...repeatedAcrossFiles(
      whole.map(({ article, ...rest }) => ({ ...rest, name: `${article.id} ${article.language}` })),
    ),
  ];
  const articles = whole.map(({ article }) => article);
  return { articles, ids: whole.length === read.length ? articles.map(({ id }) => id) : undefined, faults };
}
