import { knowledgeOf } from './knowledge.js';
import { bank } from './testing/cases.js';

const find = knowledgeOf(bank());

describe('the knowledge of a pack', () => {
  it('is found by words, best first', () => {
    const found = find({ words: 'what are the daily limits on my card', language: 'en', limit: 3 });
    expect(found[0]!.articleId).toBe('card-limits');
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('is found by the intent of the caller where words do not help', () => {
    const found = find({ words: 'hello', language: 'en', intents: ['card_limits'], limit: 1 });
    expect(found[0]!.articleId).toBe('card-limits');
  });

  it('quotes the paragraph that stands alone', () => {
    const [article] = find({ words: 'card limits', language: 'en', limit: 1 });
    expect(bank().articles.map(({ lead }) => lead)).toContain(article!.quote);
  });

  it('names an article once, whatever languages it is written in', () => {
    const ids = find({ words: 'tarjeta card limits límites', language: 'es', limit: 20 }).map(
      ({ articleId }) => articleId,
    );
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('is nothing where nothing fits', () => {
    expect(find({ words: '', language: 'en', limit: 3 })).toEqual([]);
  });
});
