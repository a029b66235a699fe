import { jest } from '@jest/globals';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFewAtOnce } from './support/a-few-at-once.js';
import { packsDir } from './support/built.js';
import { baton, jsonLines } from './support/cli.js';
import { scratch } from './support/scratch.js';

jest.setTimeout(60_000);

const folder = scratch('cli');
afterAll(() => folder.remove());

const script = (pack: string, id: string) => join(packsDir, pack, 'scripts', `${id}.yaml`);
const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const sorted = (value: unknown) => Object.keys(value as object).sort();

describe('baton', () => {
  const commands = [
    ['call'],
    ['analyze'],
    ['analyze-dialogue'],
    ['policy', 'lint'],
    ['policy', 'signals'],
    ['policy', 'test'],
    ['policy', 'explain'],
    ['policy', 'replay'],
    ['audit', 'verify'],
    ['dead-letter', 'list'],
    ['dead-letter', 'replay'],
    ['init'],
    ['simulate'],
  ];

  it('has a help for itself and every command', async () => {
    const help = await baton(['--help']);
    expect(help.code).toBe(0);
    for (const [name] of commands) expect(help.stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    const helps = await aFewAtOnce(commands, async (command) => {
      const { code, stdout, stderr } = await baton([...command, '--help']);
      return [code, stderr, stdout.split(' [')[0]];
    });
    expect(helps).toEqual(commands.map((command) => [0, '', `Usage: baton ${command.join(' ')}`]));
  });

  it('says what is wrong with the usage, on stderr only: 2', async () => {
    const misuses = {
      'an unknown command': ['dance'],
      'an unknown option': ['analyze', '--fast'],
      'a missing argument': ['call'],
      'an unknown bot': ['call', script('bank', 'zero-key'), '--bot', 'other'],
      'a script that is not there': ['call', 'no-such.yaml'],
      'a pack that is not there': ['analyze', '--pack', 'no-such-pack'],
      'a bundle that is not there': ['audit', 'verify', '--bundle', 'no-such.jsonl'],
      'a folder that is not empty': ['init', packsDir],
    };
    const ends = await aFewAtOnce(Object.entries(misuses), async ([what, args]) => {
      const { code, stdout, stderr } = await baton(args, { env: { BATON_DATA: join(folder.dir, 'none') } });
      return [what, code, stdout, /\w+/.test(stderr), /\n\s+at /.test(stderr)];
    });
    expect(ends).toEqual(Object.keys(misuses).map((what) => [what, 2, '', true, false]));
  });

  it('says what could not be reached: 3', async () => {
    const none = join(folder.dir, 'none');
    const unreachable = [
      ['audit', 'verify', '--data', none],
      ['policy', 'explain', 'c-1', '--data', none],
      ['policy', 'replay', '--data', none],
    ];
    const ends = await aFewAtOnce(unreachable, (args) => baton(args));
    for (const { code, stdout, stderr } of ends)
      expect([code, stdout, stderr]).toEqual([3, '', expect.stringContaining('BATON_DATA')]);
    const env = { BATON_KAFKA_BROKERS: '127.0.0.1:1' };
    const kafka = await baton(['dead-letter', 'list', 'router', '--json'], { env });
    expect([kafka.code, kafka.stdout]).toEqual([3, '']);
  });
});

describe('baton analyze', () => {
  const keys = ['affect', 'humanRequest', 'id', 'intent', 'language', 'pii', 'redacted', 'topics'];

  it('writes what the contract says, one line a line, in order', async () => {
    const texts = [
      'what is my balance',
      'so its 4111 1111 1111 1111 did you get that 😀 ok',
      'quiero hablar con una persona',
      '',
      'my husband passed away last week',
      'four one one one one one one one one one one one one one one one',
    ];
    const input = lines(...texts.map((text, at) => ({ id: String(at), text })), {
      id: 7,
      text: 'hola',
      lang: 'es',
    });
    const { code, stdout, stderr } = await baton(['analyze', '--pack', 'bank'], { input });
    expect([code, stderr]).toEqual([0, '']);
    const results = jsonLines(stdout);
    expect(results.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4', '5', '7']);
    for (const result of results) {
      expect(sorted(result)).toEqual(keys);
      expect(sorted(result['language'])).toEqual(['code', 'confidence']);
      expect(sorted(result['intent'])).toEqual(expect.arrayContaining(['confidence', 'name', 'outOfScope']));
      expect(sorted(result['humanRequest'])).toEqual(expect.arrayContaining(['score', 'value']));
      expect(sorted(result['affect'])).toEqual([
        'confusion',
        'frustration',
        'polarity',
        'sarcasm',
        'urgency',
      ]);
    }
    expect(results[0]).toMatchObject({
      intent: { name: 'check_balance', outOfScope: false },
      topics: [],
      pii: [],
    });
    // Code points, not UTF-16 units.
    const [, card] = results;
    expect(card!['pii']).toEqual([{ type: 'PAN', start: 7, end: 26 }]);
    expect(card!['redacted']).toBe('so its [PAN] did you get that 😀 ok');
    expect(results[2]).toMatchObject({ language: { code: 'es' }, humanRequest: { value: true } });
    expect(results[4]!['topics']).toContainEqual(
      expect.objectContaining({ topic: 'vulnerability', score: expect.any(Number), kinds: ['bereavement'] }),
    );
    expect(results[5]).toMatchObject({ redacted: '[PAN]' });
  });

  it('says which line is wrong: 2', async () => {
    const wrong = [
      ['{"id":"1","text":"a"}\nhello\n', 'stdin:2'],
      ['\n\n{"text":"a"}\n', 'stdin:3: id'],
    ];
    const ends = await aFewAtOnce(wrong, ([input]) => baton(['analyze'], { input: input! }));
    ends.forEach(({ code, stderr }, at) => {
      expect([code, stderr]).toEqual([2, expect.stringContaining(wrong[at]![1]!)]);
      expect(stderr).not.toMatch(/\n\s+at /);
    });
  });
});

describe('baton analyze-dialogue', () => {
  it('writes what the contract says: an entry for each customer turn', async () => {
    const input = lines(
      {
        id: 'd1',
        lang: 'en',
        turns: [
          { speaker: 'bot', text: 'How can I help you?' },
          { speaker: 'customer', text: 'I want to know my balance', asrConfidence: 0.9 },
          { speaker: 'bot', text: 'Your card is now blocked.' },
          { speaker: 'customer', text: 'no I said balance, not block my card', asrConfidence: 0.9 },
        ],
      },
      { id: 2, turns: [] },
    );
    const { code, stdout, stderr } = await baton(['analyze-dialogue', '--pack', 'bank'], { input });
    expect([code, stderr]).toEqual([0, '']);
    const [first, second] = jsonLines(stdout);
    expect(sorted(first)).toEqual(['id', 'language', 'turns']);
    const turns = first!['turns'] as Record<string, unknown>[];
    expect(turns.map(({ index }) => index)).toEqual([1, 3]);
    for (const turn of turns) {
      expect(sorted(turn)).toEqual(expect.arrayContaining(['affect', 'index', 'misunderstood', 'risk']));
      expect(turn['risk']).toBeGreaterThanOrEqual(0);
      expect(turn['risk']).toBeLessThanOrEqual(1);
    }
    expect(turns[1]).toMatchObject({ misunderstood: true, kind: 'correction' });
    expect(second).toMatchObject({ id: '2', turns: [] });
  });

  it('a speaker that is none is 2, with the line', async () => {
    const input = lines({ id: 1, turns: [] }, { id: 2, turns: [{ speaker: 'agent', text: 'x' }] });
    const { code, stderr } = await baton(['analyze-dialogue'], { input });
    expect([code, stderr]).toEqual([2, expect.stringContaining('stdin:2')]);
  });
});

describe('baton call', () => {
  const keys = [
    'decisions',
    'escalation',
    'events',
    'failures',
    'handoff',
    'id',
    'packet',
    'pass',
    'replies',
  ];
  const strict = join(folder.dir, 'must-fail.yaml');

  it('writes a result a script, in order, with the keys of the contract; 0 where all pass', async () => {
    const files = ['zero-key', 'balance-and-hours'].map((id) => script('bank', id));
    const { code, stdout } = await baton(['call', ...files, '--pack', 'bank', '--json']);
    const results = jsonLines(stdout);
    expect(results.map(({ id, pass, failures }) => [id, pass, failures])).toEqual([
      ['zero-key', true, []],
      ['balance-and-hours', true, []],
    ]);
    expect(code).toBe(0);
    for (const result of results) expect(sorted(result)).toEqual(expect.arrayContaining(keys));
    const [keyed, calm] = results;
    expect(sorted(keyed!['escalation'])).toEqual(
      [
        'decisionId',
        'language',
        'policySha256',
        'priority',
        'queue',
        'reasons',
        'skills',
        'turnIndex',
      ].sort(),
    );
    expect(keyed).toMatchObject({
      escalation: {
        reasons: expect.arrayContaining(['human-request']),
        policySha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      handoff: { id: expect.stringMatching(/\w+/), state: expect.stringMatching(/^(queued|offered)$/) },
      packet: { summary: expect.stringMatching(/\w+/) },
    });
    expect(calm).toMatchObject({ escalation: null, handoff: null });
    for (const decision of calm!['decisions'] as unknown[])
      expect(sorted(decision)).toEqual(['reasons', 'risk', 'turnIndex', 'verdict']);
    expect(calm!['events']).toBeGreaterThan(10);
  });

  it('is 1 where a script expects something else, and still valid JSON', async () => {
    const calm = readFileSync(script('bank', 'balance-and-hours'), 'utf8');
    writeFileSync(
      strict,
      calm.slice(0, calm.indexOf('expect:')) + 'expect: { shouldEscalate: true, byTurnIndex: 3 }\n',
    );
    const { code, stdout } = await baton(['call', strict, '--json']);
    const [result] = jsonLines(stdout);
    expect([code, result!['pass']]).toEqual([1, false]);
    expect(result!['failures']).toEqual([expect.stringContaining('did not escalate')]);
  });

  it('is 2 where a script is wrong, with file, line and field', async () => {
    const file = join(folder.dir, 'wrong.yaml');
    writeFileSync(
      file,
      'id: wrong\nchannel: carrier-pigeon\nlang: en\nturns:\n  - { speaker: customer, text: 3 }\n',
    );
    const { code, stdout, stderr } = await baton(['call', file, '--json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/wrong\.yaml:2\b.*channel/);
    expect(stderr).toMatch(/wrong\.yaml:5\b/);
  });

  it('reads JSON scripts, plays the pack’s bot, and tells people in words', async () => {
    const file = join(folder.dir, 'hours.json');
    const turns = [{ speaker: 'customer', text: 'are you open on saturdays' }];
    const expectations = { shouldEscalate: false, notBeforeTurnIndex: null, byTurnIndex: null };
    writeFileSync(
      file,
      JSON.stringify({ id: 'hours', channel: 'chat', lang: 'en', turns, expect: expectations }),
    );
    const { code, stdout } = await baton(['call', file, '--pack', 'bank', '--bot', 'pack']);
    expect([code, stdout]).toEqual([0, 'pass  hours [pack]: stays with the bot\n']);
  });
});

describe('a new pack', () => {
  const pack = join(folder.dir, 'acme');

  it('is made, is clean, and plays its own scripts', async () => {
    const made = await baton(['init', pack]);
    expect(made.code).toBe(0);
    expect(made.stdout).toContain(`policy lint --pack ${pack}`);
    const lint = await baton(['policy', 'lint', '--pack', pack, '--json']);
    expect([lint.code, lint.stderr, jsonLines(lint.stdout)]).toEqual([
      0,
      '',
      [{ pack: 'acme', findings: [] }],
    ]);
    const test = await baton(['policy', 'test', '--pack', pack, '--json']);
    // Whether they pass is for the specs of the packs; here the exit code must say the same as the results.
    const results = jsonLines(test.stdout);
    expect(results).toHaveLength(readdirSync(join(pack, 'scripts')).length);
    expect(test.code).toBe(results.every(({ pass }) => pass === true) ? 0 : 1);
  });

  it('is told what is wrong with it: 1 for what can never work, 2 for what cannot be read', async () => {
    const mute = join(folder.dir, 'mute');
    cpSync(pack, mute, { recursive: true });
    const file = join(mute, 'escalation.yaml');
    const text = readFileSync(file, 'utf8');
    const never =
      '  - id: never\n    when: affect.frustration > 7\n    weight: 0.2\n    reasons: [frustration]\n    explain: { en: "Never.", es: "Nunca." }\n';
    writeFileSync(file, text.replace(/^rules:\n/m, `rules:\n${never}`));
    const lint = await baton(['policy', 'lint', '--pack', mute]);
    expect(lint.code).toBe(1);
    expect(lint.stderr).toMatch(/escalation\.yaml:\d+/);
    writeFileSync(file, text.replace(/^rules:\n/m, 'rules: nonsense\n'));
    const broken = await baton(['policy', 'lint', '--pack', mute]);
    expect([broken.code, broken.stdout]).toEqual([2, '']);
    expect(broken.stderr).toMatch(/escalation\.yaml:\d+/);
  });

  it('can ask which signals there are', async () => {
    const { code, stdout } = await baton(['policy', 'signals', '--json']);
    expect(code).toBe(0);
    expect(jsonLines(stdout)).toEqual([
      expect.arrayContaining([expect.objectContaining({ name: 'topics.fraud', type: 'double' })]),
    ]);
  });
});
