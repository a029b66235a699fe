import { knowledgeOf } from '../knowledge.js';
import { assist, bank, turnsOf } from '../testing/cases.js';
import { firstSentence } from './first-sentence.js';
import { helpFor } from './help.js';

const title = (intent: string) => intent.replaceAll('_', ' ');
const stolen = assist({
  turns: turnsOf('customer: my card was stolen and somebody uses it'),
  intents: ['card_lost_or_stolen'],
  topics: ['fraud'],
  reasons: ['fraud'],
  lastTurn: 0,
});

describe('the suggested first sentence', () => {
  it('names what it is about', () => {
    expect(firstSentence(stolen, title)).toContain('card lost or stolen');
  });

  it('is gentle where the caller is in a hard situation, whatever else there is', () => {
    const grieving = { ...stolen, topics: ['bereavement'], reasons: ['frustration'] };
    expect(firstSentence(grieving, title)).toMatch(/sorry/);
    expect(firstSentence(grieving, title)).not.toContain('card');
  });

  it('takes the case over where the caller is annoyed', () => {
    expect(firstSentence({ ...stolen, reasons: ['frustration'] }, title)).toMatch(/took this long/);
  });

  it("is in the caller's language, and in English where we have none", () => {
    expect(firstSentence({ ...assist(), language: 'es' }, title)).toMatch(/^Hola/);
    expect(firstSentence({ ...assist(), language: 'fi' }, title)).toMatch(/^Hello/);
  });
});

describe('help for the human', () => {
  const help = helpFor(stolen, bank(), knowledgeOf(bank()));

  it('comes with the article the caller needs', () => {
    expect(help.articles[0]).toMatchObject({ articleId: 'lost-or-stolen-card' });
    expect(help.articles.length).toBeLessThanOrEqual(3);
  });

  it("comes with the pack's guidance on what came up", () => {
    expect(help.guidance).toEqual([bank().compliance.guidance['fraud']!['en']]);
    expect(helpFor(assist(), bank(), knowledgeOf(bank())).guidance).toEqual([]);
  });

  it('grows by one revision each time', () => {
    expect(help.revision).toBe(1);
    expect(helpFor({ ...stolen, newest: help }, bank(), knowledgeOf(bank())).revision).toBe(2);
  });
});
