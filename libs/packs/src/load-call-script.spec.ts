import { loadCallScript } from './load-call-script.js';

const script = `id: card-stolen                 # unique
pack: bank
channel: phone
lang: es-MX
tenantKind: bank
customer: { known: true, customerId: C-1, segment: standard, contactsLast30d: 0 }
turns:
  - { speaker: bot, text: "how can I help", free: true }
  - { speaker: customer, text: "someone is spending on my card right now", asrConfidence: 0.91 }
expect:
  shouldEscalate: true
  notBeforeTurnIndex: 1
  byTurnIndex: 1
  reasonsAnyOf: [fraud]
  skillsAnyOf: [fraud]
  language: es
  priority: urgent
`;

const faults = (text: string, file = 'call.yaml'): string[] => {
  const result = loadCallScript(file, text);
  return result.ok
    ? []
    : result.error.map((f) => `${f.file}:${f.line}:${f.column} ${f.path} | ${f.message} | ${f.instead}`);
};

describe('a call script', () => {
  it('is read as written', () => {
    const result = loadCallScript('call.yaml', script);
    expect(result).toEqual({
      ok: true,
      value: {
        id: 'card-stolen',
        pack: 'bank',
        channel: 'phone',
        lang: 'es',
        tenantKind: 'bank',
        customer: { known: true, customerId: 'C-1', segment: 'standard', contactsLast30d: 0 },
        turns: [
          { speaker: 'bot', text: 'how can I help', free: true },
          { speaker: 'customer', text: 'someone is spending on my card right now', asrConfidence: 0.91 },
        ],
        expect: {
          shouldEscalate: true,
          notBeforeTurnIndex: 1,
          byTurnIndex: 1,
          reasonsAnyOf: ['fraud'],
          skillsAnyOf: ['fraud'],
          language: 'es',
          priority: 'urgent',
        },
      },
    });
  });

  it('may be JSON indented with tabs, with keys nobody knows and null for what is absent', () => {
    const json = JSON.stringify(
      {
        id: 'x',
        note: 'from elsewhere',
        customer: null,
        turns: [{ speaker: 'customer', text: 'h\u00e9 😀', mood: 1 }],
        expect: null,
      },
      null,
      '\t',
    );
    const result = loadCallScript('call.json', `\uFEFF${json}`);
    expect(result.ok && result.value).toEqual({
      id: 'x',
      channel: 'phone',
      lang: 'en',
      customer: { known: false },
      turns: [{ speaker: 'customer', text: 'hé 😀' }],
    });
  });

  it('keeps silence and a key press', () => {
    const result = loadCallScript(
      'c.yaml',
      'id: x\nturns:\n- {speaker: customer, text: "", asrConfidence: 0}\n- {speaker: customer, text: "0"}\n',
    );
    expect(result.ok && result.value.turns.map(({ text }) => text)).toEqual(['', '0']);
  });

  it.each([
    [
      'text: "how can I help"',
      'text: 12',
      'call.yaml:8:27 turns[0].text | is a number | what is said, in "quotes"; "" is silence',
    ],
    ['speaker: bot', 'speaker: agent', 'call.yaml:8:16 turns[0].speaker | is `agent` | one of bot, customer'],
    ['channel: phone', 'channel: fone', 'call.yaml:3:10 channel | is `fone` | phone'],
    [
      'asrConfidence: 0.91',
      'asrConfidence: 91',
      'call.yaml:9:91 turns[1].asrConfidence | is 91 | a number from 0 to 1',
    ],
    [
      'byTurnIndex: 1',
      'byTurnIndex: 2',
      'call.yaml:13:16 expect.byTurnIndex | there is no turn with this index | at most 1',
    ],
    [
      'notBeforeTurnIndex: 1\n  byTurnIndex: 1',
      'notBeforeTurnIndex: 1\n  byTurnIndex: 0',
      'call.yaml:13:16 expect.byTurnIndex | comes before notBeforeTurnIndex | at least 1',
    ],
    [
      'shouldEscalate: true',
      'shouldEscalate: false',
      'call.yaml:12:23 expect.notBeforeTurnIndex | the call must not escalate | null',
    ],
    [
      'shouldEscalate: true',
      'shouldEscalate: yes',
      'call.yaml:11:19 expect.shouldEscalate | is a text | true or false',
    ],
    ['id: card-stolen', 'name: card-stolen', 'call.yaml:1:1 id | `id` is missing | id: a unique id'],
    ['speaker: customer', 'speaker: bot', 'call.yaml:8:3 turns | the customer says nothing'],
    ['[fraud]', '[fraud', 'call.yaml:15:3  | YAML:'],
  ])('with %j as %j has a fault with its place', (passage, replacement, expected) => {
    expect(script).toContain(passage);
    expect(faults(script.replace(passage, replacement)).join('\n')).toContain(expected);
  });

  it('never repeats what the customer said in a fault', () => {
    const text = 'id: x\nturns:\n- { speaker: customer, text: [my card is 4111] }\n';
    expect(faults(text).join()).not.toContain('4111');
  });

  it('says where a JSON file breaks', () => {
    expect(faults('{\n "id": "x",\n "turns": [\n}', 'call.json')[0]).toMatch(/^call\.json:[34]:\d+ /);
  });
});
