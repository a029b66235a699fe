import { loadPack } from './load-pack.js';
import { brief, faultsOf } from './testing/faults-of.js';
import type { Files } from './testing/faults-of.js';
import { smallPack, smallPackWith } from './testing/small-pack.js';

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

describe('one fault of each kind', () => {
  const one = (
    file: string,
    passage: string,
    replacement: string,
    expected: string,
  ): [string, Files, string] => [expected, smallPackWith(file, passage, replacement), expected];
  it.each<[string, Files, string]>([
    one(
      'bot.yaml',
      'company: Northgate Bank',
      'company: "Northgate',
      'bot.yaml:1:20  | YAML: Missing closing',
    ),
    one('bot.yaml', 'greeting:', 'company: A\ngreeting:', 'bot.yaml:3:1  | duplicate key | each key once'),
    one('bot.yaml', 'greeting:', 'greating:', 'bot.yaml:3:1 greating | unknown key `greating` | greeting'),
    one(
      'bot.yaml',
      'kind: digits',
      'kind: digit',
      'bot.yaml:32:15 intents[0].slots[0].kind | is `digit` | digits',
    ),
    one('bot.yaml', ', es: "Saldo" }', ' }', 'bot.yaml:6:12 intents[0].title | has no `es` | es: "…"'),
    one(
      'bot.yaml',
      'es: ["Perdón?"]',
      'es: []',
      'bot.yaml:38:40 replies.notUnderstood.es | has 0 entries | [ "…", "…" ]',
    ),
    one(
      'bot.yaml',
      '        - tell me my balance at last\n',
      '',
      'bot.yaml:9:9 intents[0].examples.en | has 9 entries | 10 to 50',
    ),
    one(
      'bot.yaml',
      '- tell me my balance now',
      '- ""',
      'bot.yaml:10:11 intents[0].examples.en[1] | is an empty text | ',
    ),
    one(
      'bot.yaml',
      'balance now',
      'balance, please',
      'bot.yaml:10:11 intents[0].examples.en[1] | is already an example of `check_balance`',
    ),
    one(
      'bot.yaml',
      '{{card_last4}}',
      '{{card_last}}',
      'bot.yaml:35:18 intents[0].reply.en | nothing is called `{{card_last}}` here | {{card_last4}}',
    ),
    one(
      'bot.yaml',
      '{{card_last4}}',
      '{{card_last4',
      'bot.yaml:35:18 intents[0].reply.en | double braces hold no name | {{name}}',
    ),
    one(
      'bot.yaml',
      '"Which card?"',
      '"Card {{card_last4}}?"',
      'bot.yaml:34:20 intents[0].slots[0].ask.en | nothing is called',
    ),
    one(
      'bot.yaml',
      '{{customer.balance}}',
      '{{customer.balanse}}',
      'bot.yaml:35:18 intents[0].reply.en | nothing is called `{{customer.balanse}}` here | {{customer.balance}}',
    ),
    one(
      'bot.yaml',
      'article: balances',
      'article: balance',
      'bot.yaml:36:14 intents[0].article | there is no article `balance` | balances',
    ),
    one(
      'bot.yaml',
      '        length: 4',
      '        length: four',
      'bot.yaml:33:17 intents[0].slots[0].length | is a text | how many digits',
    ),
    one(
      'bot.yaml',
      'kind: digits',
      'kind: date',
      'bot.yaml:33:17 intents[0].slots[0].length | a slot of kind date has no length',
    ),
    one(
      'bot.yaml',
      '  goodbye: { en: "Goodbye.", es: "Adiós." }\n',
      '',
      'bot.yaml:38:3 replies.goodbye | `goodbye` is missing | goodbye: { en: "…" }',
    ),
    one(
      'bot.yaml',
      'name: check_balance',
      'name: Check-Balance',
      'bot.yaml:5:11 intents[0].name | `Check-Balance` cannot stand here | a name_in_snake_case',
    ),
    one(
      'escalation.yaml',
      'verdict: escalate',
      'verdict: transfer',
      'escalation.yaml:7:14 rules[0].verdict | is `transfer` | one of clarify, offer-human, escalate',
    ),
    one(
      'escalation.yaml',
      'weight: 0.35',
      'weight: 0.35\n    verdict: escalate',
      'escalation.yaml:12:5 rules[1] | has both a verdict and a weight, or neither',
    ),
    one(
      'escalation.yaml',
      'weight: 0.35',
      'weight: 0',
      'escalation.yaml:14:13 rules[1].weight | is 0 | a number above 0, at most 1',
    ),
    one(
      'escalation.yaml',
      'reasons: [fraud]',
      'reasons: [scam]',
      'escalation.yaml:8:15 rules[0].reasons[0] | `scam` cannot stand here | a reason code',
    ),
    one(
      'escalation.yaml',
      'skills: [fraud]',
      'skills: [frod]',
      'escalation.yaml:10:14 rules[0].skills[0] | there is no skill `frod` | fraud',
    ),
    one(
      'escalation.yaml',
      'id: frustrated',
      'id: fraud-reported',
      'escalation.yaml:12:9 rules[1].id | a second rule is called `fraud-reported`',
    ),
    one(
      'escalation.yaml',
      'offerHuman: 0.6',
      'offerHuman: 0.9',
      'escalation.yaml:3:13 thresholds | the thresholds do not ascend',
    ),
    one(
      'escalation.yaml',
      '{ en: "I connect you." }',
      '{ es: "Le paso." }',
      'escalation.yaml:20:13 say.escalate | has no `en` | en: "…"',
    ),
    one(
      'routing.yaml',
      'overflow: general',
      'overflow: genral',
      'routing.yaml:13:39 queues[0].steps[1].overflow | there is no other queue `genral` | general',
    ),
    one(
      'routing.yaml',
      'defaultQueue: general',
      'defaultQueue: main',
      'routing.yaml:20:15 defaultQueue | there is no queue `main` | one of fraud, general',
    ),
    one(
      'routing.yaml',
      'serves: [general]',
      'serves: [generals]',
      'routing.yaml:17:14 queues[1].serves[0] | there is no skill `generals` | general',
    ),
    one(
      'routing.yaml',
      'afterSeconds: 90',
      'afterSeconds: 45',
      'routing.yaml:13:25 queues[0].steps[1].afterSeconds | does not come after',
    ),
    one(
      'routing.yaml',
      '{ afterSeconds: 45, language: any }',
      '{ afterSeconds: 45 }',
      'routing.yaml:12:9 queues[0].steps[0] | relaxes nothing',
    ),
    one(
      'routing.yaml',
      '{ afterSeconds: 45, language: any }',
      '{ afterSeconds: 45, minProficiency: 1 }',
      'routing.yaml:12:45 queues[0].steps[0].minProficiency | asks for no less than the 1 before',
    ),
    one(
      'routing.yaml',
      '{ afterSeconds: 45, language: any }',
      '{ afterSeconds: 45, minProficiency: 6 }',
      'routing.yaml:12:45 queues[0].steps[0].minProficiency | is 6 | a proficiency from 1 to 5',
    ),
    one(
      'routing.yaml',
      'hours: always',
      'hours: alwys',
      'routing.yaml:9:12 queues[0].hours | `alwys` cannot stand here | always, or { timezone',
    ),
    one(
      'routing.yaml',
      'Europe/London',
      'Europe/Lundon',
      'routing.yaml:18:24 queues[1].hours.timezone | `Europe/Lundon` cannot stand here | an IANA time zone',
    ),
    one(
      'routing.yaml',
      'from: "08:00"',
      'from: "21:00"',
      'routing.yaml:18:46 queues[1].hours.open[0] | closes before it opens',
    ),
    one(
      'routing.yaml',
      'from: "08:00"',
      'from: 8',
      'routing.yaml:18:67 queues[1].hours.open[0].from | is a number | "08:00", with quotes',
    ),
    one(
      'routing.yaml',
      '{{minutes}}',
      '{{minute}}',
      'routing.yaml:27:19 announce.position.en | nothing is called `{{minute}}` here | {{minutes}}',
    ),
    one(
      'compliance.yaml',
      'decisions: 2555',
      'decisions: 30',
      'compliance.yaml:9:48 retentionDays.decisions | is 30 | whole days, at least 184',
    ),
    one(
      'compliance.yaml',
      'defaultJurisdiction: GB',
      'defaultJurisdiction: UK',
      'compliance.yaml:1:22 defaultJurisdiction | there is no jurisdiction `UK`',
    ),
    one(
      'compliance.yaml',
      '  fraud:',
      '  frauds:',
      'compliance.yaml:11:3 guidance.frauds | unknown key `frauds` | fraud',
    ),
    one(
      'demo.yaml',
      'skills: { fraud: 5 }',
      'skills: { fraud: 6 }',
      'demo.yaml:2:61 agents[0].skills.fraud | is 6 | proficiency, 1 to 5',
    ),
    one(
      'demo.yaml',
      'skills: { fraud: 5 }',
      'skills: { lending: 5 }',
      'demo.yaml:2:63 agents[0].skills.lending | there is no skill `lending`',
    ),
    one(
      'demo.yaml',
      'demoCall: hello',
      'demoCall: helo',
      'demo.yaml:6:11 demoCall | there is no call script `helo` | hello',
    ),
    one(
      'demo.yaml',
      'balance: "£1"',
      'balance: 1',
      'demo.yaml:4:110 customers[0].facts.balance | is a number | a text in "quotes"',
    ),
    one(
      'knowledge/balances.md',
      'intents: [check_balance]',
      'intents: [balance]',
      'knowledge/balances.md:4:11 intents[0] | there is no intent `balance`',
    ),
    one(
      'knowledge/balances.md',
      'title: Balances',
      'titel: Balances',
      'knowledge/balances.md:2:1 title | `title` is missing | title: a title',
    ),
    one(
      'knowledge/balances.md',
      'The balance',
      '# The balance',
      'knowledge/balances.md:8:1  | does not begin with a paragraph',
    ),
    one('knowledge/balances.md', '---\nid', 'id', 'knowledge/balances.md:1:1  | has no front matter'),
    one(
      'scripts/hello.yaml',
      'customerId: C-1',
      'customerId: C-2',
      'scripts/hello.yaml:4:38 customer.customerId | there is no customer `C-2`',
    ),
    one(
      'scripts/hello.yaml',
      'skillsAnyOf: []',
      'skillsAnyOf: [frau]',
      'scripts/hello.yaml:7:111 expect.skillsAnyOf[0] | there is no skill `frau` | fraud',
    ),
    one(
      'scripts/hello.yaml',
      'asrConfidence: 0.9',
      'asrConfidence: high',
      'scripts/hello.yaml:6:69 turns[0].asrConfidence | is a text | a number from 0 to 1',
    ),
    [
      'a broken byte',
      { ...smallPack, 'bot.yaml': new Uint8Array([65, 10, 66, 0xff]) },
      'bot.yaml:2:2  | is not UTF-8 text',
    ],
    ['an empty file', { ...smallPack, 'routing.yaml': '' }, 'routing.yaml:1:1  | the file is empty'],
    [
      'too large',
      { ...smallPack, 'bot.yaml': new Uint8Array(1_048_577).fill(35) },
      'bot.yaml:1:1  | is larger than 1 MB',
    ],
    [
      'a misnamed file',
      { ...smallPack, 'demos.yaml': '' },
      'demos.yaml:1:1  | is no file of a pack | demo.yaml',
    ],
    [
      'another ending',
      { ...smallPack, 'scripts/a.yml': '' },
      'scripts/a.yml:1:1  | is not read, for its name | a file that ends in .yaml or .json',
    ],
    [
      'the same script twice',
      { ...smallPack, 'scripts/other.yaml': smallPack['scripts/hello.yaml']! },
      'scripts/other.yaml:1:5 id | scripts/hello.yaml has the same id | another id',
    ],
    [
      'the same article twice',
      { ...smallPack, 'knowledge/other.md': smallPack['knowledge/balances.md']! },
      'knowledge/other.md:2:5 id | knowledge/balances.md has the same id | another id',
    ],
  ])('%s', (_, files, expected) => {
    const lines = faultsOf(files).map(brief);
    expect(lines).toContainEqual(expect.stringMatching(startingWith(expected)));
  });

  it('a missing file', () => {
    const { 'routing.yaml': _, ...files } = smallPack;
    expect(faultsOf(files).map(brief)).toEqual([
      'routing.yaml:1:1  | is missing | the file docs/packs.md describes as routing.yaml',
    ]);
  });

  it('a missing folder', () => {
    const result = loadPack('no-such-folder-here');
    expect(!result.ok && result.error[0]?.message).toMatch(/^cannot be read as a folder/);
  });
});
