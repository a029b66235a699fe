import type { PackFault } from './fault.js';
import { loadPack } from './load-pack.js';
import { brief, faultsOf } from './testing/faults-of.js';
import { smallPack, smallPackWith, withPack } from './testing/small-pack.js';

describe('a valid pack', () => {
  it('loads whole', () => {
    const result = withPack(smallPack, (dir) => loadPack(dir));
    if (!result.ok) throw new Error(result.error.map(brief).join('\n'));
    const pack = result.value;
    expect(pack.languages).toEqual(['en', 'es']);
    expect(pack.escalation.rules.map(({ verdict, weight }) => verdict ?? weight)).toEqual(['escalate', 0.35]);
    expect(pack.escalation.rules[1]).toMatchObject({ priority: 'normal', skills: [] });
    expect(pack.articles[0]).toMatchObject({ id: 'balances', lead: 'The balance is what remains.' });
    expect(pack.scripts[0]?.customer).toEqual({ known: true, customerId: 'C-1' });
    expect(pack.demo?.agents[0]?.skills).toEqual({ fraud: 5 });
    expect(pack.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('needs neither demo nor knowledge nor scripts', () => {
    const { 'demo.yaml': _d, 'knowledge/balances.md': _k, 'scripts/hello.yaml': _s, ...rest } = smallPack;
    const files = { ...rest, 'bot.yaml': rest['bot.yaml']!.replace('    article: balances\n', '') };
    expect(faultsOf(files)).toEqual([]);
  });

  it('does not even read demo.yaml when it is not wanted', () => {
    const result = withPack({ ...smallPack, 'demo.yaml': '{' }, (dir) => loadPack(dir, { demo: false }));
    expect(result.ok && result.value.demo).toBe(undefined);
    expect(result.ok).toBe(true);
  });
});

describe('many faults', () => {
  it('are reported together, in the order of the files, and one mistake is one fault', () => {
    const files = {
      ...smallPackWith('bot.yaml', 'kind: digits', 'kind: digit'),
      'escalation.yaml': smallPack['escalation.yaml']!.replace('skills: [fraud]', 'skills: [frod]'),
      'demo.yaml': smallPack['demo.yaml']!.replace('since: 2019', 'since: long'),
    };
    expect(faultsOf(files).map(({ file, path }) => `${file} ${path}`)).toEqual([
      'bot.yaml intents[0].slots[0].kind',
      'demo.yaml customers[0].since',
      'escalation.yaml rules[0].skills[0]',
    ]);
  });
});

describe('the policy engine’s own faults', () => {
  it('get their place, by text or by parts, and are not said twice', () => {
    const files = smallPackWith('escalation.yaml', 'skills: [fraud]', 'skills: [frod]');
    const seen: unknown[] = [];
    const result = withPack(files, (dir) =>
      loadPack(dir, {
        validateEscalation: (source, pack) => {
          seen.push(source.id, pack);
          return [
            { path: 'rules[0].when', message: 'unknown name', instead: 'topics.fraud' },
            { path: ['rules', 1, 'when'], message: 'is no condition', instead: 'a comparison' },
            { path: 'rules[0].skills[0]', message: 'unknown skill', instead: 'fraud' },
          ];
        },
      }),
    );
    expect(seen).toEqual(['small-escalation', { skills: ['general', 'fraud'], languages: ['en', 'es'] }]);
    expect(!result.ok && result.error.map(brief)).toEqual([
      'escalation.yaml:6:11 rules[0].when | unknown name | topics.fraud',
      'escalation.yaml:10:14 rules[0].skills[0] | there is no skill `frod` | fraud',
      'escalation.yaml:13:11 rules[1].when | is no condition | a comparison',
    ]);
  });
});

describe('the routing engine’s own faults', () => {
  it('get their place in routing.yaml, beside what the shape already shows', () => {
    const files = smallPackWith(
      'routing.yaml',
      '    steps:\n      - { afterSeconds: 45, language: any }',
      '    priority:\n      - { when: caller.vulnerble, add: 60 }\n    prefer:\n      - { add: 5 }\n    steps:\n      - { afterSeconds: 45, interpreter: true }',
    );
    const result = withPack(files, (dir) =>
      loadPack(dir, {
        validateRouting: () => [
          {
            path: ['queues', 0, 'priority', 0, 'when'],
            message: 'There is no field.',
            instead: 'caller.vulnerable',
          },
        ],
      }),
    );
    expect(!result.ok && result.error.map(brief)).toEqual([
      'routing.yaml:12:17 queues[0].priority[0].when | There is no field. | caller.vulnerable',
      'routing.yaml:14:9 queues[0].prefer[0] | gives every agent the same | when: a condition, per: a numeric field, or both',
      'routing.yaml:16:9 queues[0].steps[0] | relaxes nothing | language: any, a lower minProficiency, overflow: a queue, or callback: offer',
      'routing.yaml:16:42 queues[0].steps[0].interpreter | is only for a step that lets any language do | language: any beside it, or leave interpreter out',
    ]);
  });
});

describe('what a rule explains', () => {
  const explaining = (sentence: string): PackFault[] =>
    faultsOf(smallPackWith('escalation.yaml', 'Fraud was reported.', sentence));

  it('may name the signals of its own condition', () => {
    expect(explaining('Fraud at {{topics.fraud}}.')).toEqual([]);
  });

  it('may not name any other', () => {
    expect(explaining('Heard {{affect.frustration}}.').map(brief)).toEqual([
      'escalation.yaml:11:20 rules[0].explain.en | nothing is called `{{affect.frustration}}` here | {{topics.fraud}}',
    ]);
  });
});
