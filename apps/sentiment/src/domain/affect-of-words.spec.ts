import { analyzeUtterance, detectLanguage, loadModels } from '@baton/language';
import { affectOfWords } from './affect-of-words.js';

const models = loadModels();

describe('the affect of words', () => {
  it.each([
    ['en', 'this is the third time I explain it, it is ridiculous'],
    ['en', 'thank you so much, that was very kind'],
    ['en', 'ok'],
    ['en', 'no entiendo nada de lo que me dice, estoy harto'],
    ['es', 'ok gracias'],
    ['de-AT', 'ich verstehe das nicht, können Sie das noch einmal sagen'],
    ['nl', 'ik begrijp het niet'],
    ['en', ''],
    ['en', '…'],
  ])('is what the whole analysis says (started in %s): %s', (startedIn, text) => {
    const detected = detectLanguage(models.language, text);
    const lang = detected.confidence >= 0.8 ? detected.code : startedIn;
    expect(affectOfWords(text, startedIn, models)).toEqual(analyzeUtterance(text, { models, lang }).affect);
  });
});
