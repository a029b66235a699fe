import MiniSearch from 'minisearch';
import type { SuggestedArticle } from '@baton/contracts';
import type { Article, Pack } from '@baton/packs';

/** What help is looked for. */
export interface KnowledgeQuery {
  readonly words: string;
  readonly language: string;
  readonly intents?: readonly string[];
  readonly topics?: readonly string[];
  readonly limit: number;
}

/** Finds articles of one pack version. */
export type KnowledgeSearch = (query: KnowledgeQuery) => SuggestedArticle[];

/** How much an article that names the caller's intent or topic is worth beside matching words. */
const namedBoost = 2.5;
const otherLanguageFactor = 0.6;

/** BM25+ over title and text (Lv and Zhai 2011, as MiniSearch implements it); articles that name the intent or topic come first. */
export function knowledgeOf(pack: Pack): KnowledgeSearch {
  const index = new MiniSearch<Article>({
    idField: 'file',
    fields: ['title', 'lead', 'markdown'],
    searchOptions: {
      boost: { title: 3, lead: 1.5 },
      prefix: (term) => term.length > 4,
      fuzzy: (term) => (term.length > 6 ? 0.15 : false),
    },
  });
  index.addAll(pack.articles);
  return ({ words, language, intents = [], topics = [], limit }) => {
    const byWords = new Map(index.search(words).map(({ id, score }) => [id as string, score]));
    const scored = pack.articles.map((article) => {
      const named =
        article.intents.some((intent) => intents.includes(intent)) ||
        article.topics.some((topic) => topics.includes(topic));
      const base =
        (byWords.get(article.file) ?? 0) + (named ? namedBoost * (1 + (byWords.get(article.file) ?? 0)) : 0);
      return { article, score: article.language === language ? base : base * otherLanguageFactor };
    });
    const best = scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
    const seen = new Set<string>();
    return best
      .filter(({ article }) => !seen.has(article.id) && seen.add(article.id))
      .slice(0, limit)
      .map(({ article, score }) => ({
        articleId: article.id,
        title: article.title,
        quote: article.lead,
        score: Number(score.toFixed(4)),
      }));
  };
}
