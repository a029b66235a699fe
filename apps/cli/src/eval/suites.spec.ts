import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CliError } from '../cli-error.js';
import type { EvalResult } from './suite.js';
import { suites } from './suites.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-eval-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, content: string | object): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

function run(name: string, test?: string): EvalResult {
  const suite = suites.find((one) => one.name === name)!;
  return suite.run({
    data: join(folder, 'data'),
    test: test === undefined ? undefined : join(folder, test),
    say: () => undefined,
  });
}

function fault(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(CliError);
    expect((thrown as CliError).exitCode).toBe(2);
    return (thrown as CliError).message;
  }
  throw new Error('no fault');
}

const phrases = {
  lost_card: ['card', 'debit card', 'credit card', 'bank card', 'gold card'].flatMap((card) => [
    `I lost my ${card}`,
    `my ${card} is gone, what now`,
    `someone took my ${card}`,
    `I cannot find the ${card}`,
  ]),
  opening_hours: ['today', 'on Monday', 'tomorrow', 'at the weekend', 'at Easter'].flatMap((day) => [
    `when do you open ${day}`,
    `what are your hours ${day}`,
    `are you closed ${day}`,
    `until when is the branch open ${day}`,
  ]),
};

describe('banking77', () => {
  const csv = (rows: readonly (readonly [string, string])[]) =>
    ['text,category', ...rows.map(([text, label]) => `"${text}",${label}`)].join('\n');
  const rows = Object.entries(phrases).flatMap(([label, texts]) =>
    texts.map((text) => [text, label] as const),
  );

  it('learns intents and measures on the test folder', () => {
    put('data/train.csv', csv(rows));
    put(
      'test/test.csv',
      csv([
        ['my card was lost', 'lost_card'],
        ['your hours, please', 'opening_hours'],
      ]),
    );
    const { split, figures } = run('banking77', 'test');
    expect(split).toEqual({ kind: 'official', train: 40, test: 2, unit: 'utterances' });
    expect(figures).toMatchObject({ accuracy: 1 });
    expect(figures['ece']).toBeGreaterThanOrEqual(0);
  });

  it('holds out the same seeded part without one', () => {
    put('data/train.csv', csv(rows));
    const first = run('banking77');
    expect(first.split).toEqual({ kind: 'held-out', train: 36, test: 4, unit: 'utterances' });
    expect({ ...run('banking77').figures, medianMicroseconds: 0 }).toEqual({
      ...first.figures,
      medianMicroseconds: 0,
    });
  });

  it.each([
    ['text,category\nhello', 'train.csv:2: 1 fields where there are 2'],
    ['text,category\n"hello,x', 'train.csv:2: a quote that never closes'],
    ['a,b\nhello,x', 'train.csv:1: no columns text and category; write text,category'],
    ['text,category\nhello,', 'train.csv:2: category: empty; write the intent'],
  ])('says what is wrong with %j', (content, message) => {
    put('data/train.csv', content);
    expect(fault(() => run('banking77'))).toContain(message);
  });

  it('names the file that is not there', () => {
    put('data/other.txt', '');
    expect(fault(() => run('banking77'))).toMatch(/train\.csv: not there/);
    expect(fault(() => run('banking77', 'nowhere'))).toMatch(/train\.csv: not there|nowhere: not a folder/);
  });
});

describe('clinc150', () => {
  const pairs = (texts: readonly string[], label: string) => texts.map((text) => [text, label]);
  const outside = ['sing me a sea shanty', 'how tall is the moon', 'who won the cup', 'paint a fish'];

  it('chooses one threshold on the validation part and reports both sides', () => {
    const [lost, hours] = [phrases.lost_card, phrases.opening_hours];
    put('data/train_val.json', {
      train: [...pairs(lost.slice(0, 15), 'lost_card'), ...pairs(hours.slice(0, 15), 'opening_hours')],
      val: [...pairs(lost.slice(15), 'lost_card'), ...pairs(hours.slice(15), 'opening_hours')],
      oos_train: pairs(['bake a cake with me', 'is pluto a planet'], 'oos'),
      oos_val: pairs(outside, 'oos'),
    });
    put('test/test.json', {
      test: [...pairs(lost.slice(15), 'lost_card')],
      oos_test: pairs(['why do cats purr', 'recite a poem about rust'], 'oos'),
    });
    const { figures } = run('clinc150', 'test');
    expect(figures).toMatchObject({ inScopeAccuracy: 1, oosRecall: 1, auroc: 1 });
    expect(figures['threshold']).toBeLessThan(0);
  });

  it('names the field that is wrong', () => {
    put('data/train_val.json', { train: [['a', 'b'], ['c']], val: [], oos_train: [], oos_val: [] });
    expect(fault(() => run('clinc150'))).toMatch(/train_val\.json:train\[1\]: write \["text", "intent"\]/);
  });
});

describe('nlupp', () => {
  it('measures requests for a person as shipped, and trained across domains', () => {
    const asks = [
      'I want to speak to a person',
      'can I talk to an agent please',
      'put me through to someone',
    ];
    const others = ['how do I change my pin', 'what is my balance', 'close my account', 'when is rent due'];
    const utterances = Array.from({ length: 5 }, () => [
      ...asks.map((text) => ({ text, intents: ['handoff'] })),
      ...others.map((text) => ({ text })),
    ]).flat();
    put('data/banking/fold0.json', utterances);
    put('test/hotels/fold0.json', [
      { text: 'let me speak to a real person', intents: ['handoff', 'change'] },
      { text: 'is there a pool', intents: [] },
    ]);
    expect(run('nlupp', 'test').figures).toMatchObject({ handoffF1: 1, positives: 1 });
    put('data/banking/fold1.json', [{ intents: [] }]);
    expect(fault(() => run('nlupp'))).toMatch(/fold1\.json:\[0\]\.text/);
  });
});

describe('betold', () => {
  const act = (caller_name: string, intent: string) => ({ caller_name, intent, entities: [] });
  const call = (LUHF: string, ...acts: readonly object[]) => ({ LUHF, utterances_annotations: acts });

  it('does not learn from system turns at the end', () => {
    const calls = Array.from({ length: 40 }, (_, at) =>
      at % 2 === 0
        ? call('luhf', act('nlg', 'ask'), act('nlu', 'say'), act('nlg', 'ask'))
        : call('not_luhf', act('nlg', 'ask'), act('nlu', 'say')),
    );
    put('data/BETOLD_valid.json', calls);
    put('test/BETOLD_test.json', calls);
    expect(run('betold', 'test').figures).toMatchObject({ aucTrimmed: 0.5 });
  });

  it('learns from what was said', () => {
    const calls = Array.from({ length: 60 }, (_, at) =>
      at % 2 === 0
        ? call('luhf', act('nlg', 'ask'), act('nlu', 'negate'), act('nlg', 'ask'), act('nlu', 'negate'))
        : call('not_luhf', act('nlg', 'ask'), act('nlu', 'confirm')),
    );
    put('data/BETOLD_valid.json', calls);
    put('test/BETOLD_test.json', calls.slice(0, 20));
    expect(run('betold', 'test').figures).toMatchObject({ aucTrimmed: 1, f1Trimmed: 1 });
    put('data/BETOLD_valid.json', [{ LUHF: 'perhaps', utterances_annotations: [] }]);
    expect(fault(() => run('betold'))).toMatch(/BETOLD_valid\.json:.*write/);
  });
});

describe('mhch', () => {
  const line = (id: string, isDue: boolean) =>
    JSON.stringify({
      id,
      turns: [
        { role: 'customer', tokens: [1, 2], label: 0, senti: 1 },
        { role: 'agent', tokens: [3], label: 0, senti: 1 },
        { role: 'customer', tokens: isDue ? [7, 8, 9] : [4, 5], label: isDue ? 1 : 0, senti: isDue ? 0 : 1 },
      ],
    });

  it('finds the turn to hand over at, and reports false and missed transfers', () => {
    const lines = Array.from({ length: 60 }, (_, at) => line(`d${at}`, at % 2 === 0));
    put('data/eval.jsonl', lines.join('\n'));
    put('test/test.jsonl', lines.slice(0, 10).join('\n'));
    expect(run('mhch', 'test').figures).toMatchObject({
      f1: 1,
      auc: 1,
      gtPlus: [1, 1, 1],
      falseTransferRate: 0,
      missedDialogueRate: 0,
    });
  });

  it('names the line that is wrong', () => {
    put('data/eval.jsonl', `${line('a', true)}\n{"turns":`);
    expect(fault(() => run('mhch'))).toMatch(/eval\.jsonl:2: not JSON here/);
    put('data/eval.jsonl', `${line('a', true)}\n{"turns":[{"role":"robot","tokens":[1],"label":0}]}`);
    expect(fault(() => run('mhch'))).toMatch(/eval\.jsonl:2:turns\[0\]\.role: write customer or agent/);
  });
});

describe('langid', () => {
  const texts: Record<string, [string[], string[]]> = {
    en: [
      ['where is the station', 'the weather is fine'],
      ['house', 'bread'],
    ],
    de: [
      ['wo ist der Bahnhof', 'das Wetter ist schön'],
      ['Haus', 'Brot'],
    ],
  };

  it('is trained on the data folder and measured on sentences and word pairs', () => {
    for (const [lang, [sentences, words]] of Object.entries(texts)) {
      put(`data/${lang}/sentences.txt`, `${sentences.join('\n')}\n`);
      put(`data/${lang}/single-words.txt`, words.join('\r\n'));
      put(`test/${lang}/sentences.txt`, sentences.join('\n'));
      put(`test/${lang}/word-pairs.txt`, words.join(' '));
    }
    const { figures } = run('langid', 'test');
    expect(figures).toMatchObject({
      sentences: 1,
      words: 1,
      claimed: { sentences: 1, words: 1 },
      perLanguage: { de: { sentences: 1, words: 1 } },
    });
    rmSync(join(folder, 'test/de/word-pairs.txt'));
    expect(fault(() => run('langid', 'test'))).toMatch(/word-pairs\.txt: not there/);
  });
});

describe('goemotions', () => {
  const good = ['what a lovely day', 'thank you so much', 'this is great'];
  const bad = ['this is awful, I hate it', 'you are so annoying', 'I am furious about that'];

  it('tells negative comments from others', () => {
    put('data/group/labels.txt', 'ambiguous\nnegative\nneutral\npositive\n');
    const lines = Array.from({ length: 12 }, () => [
      ...good.map((text) => `${text}\t3\tid`),
      ...bad.map((text) => `"${text}"\t1,3\tid`),
    ]).flat();
    put('data/group/train.tsv', lines.join('\n'));
    put('test/group/test.tsv', lines.slice(0, 6).join('\n'));
    expect(run('goemotions', 'test').figures).toMatchObject({ negativeF1: 1, negativeAuc: 1 });
    put('data/group/train.tsv', 'fine\tneutral\tid');
    expect(fault(() => run('goemotions'))).toMatch(/train\.tsv:1: write text, tab/);
  });
});
