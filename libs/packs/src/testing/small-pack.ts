import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const phrases = (words: string): string =>
  ['please', 'now', 'today', 'quickly', 'again', 'for me', 'if you can', 'this week', 'once more', 'at last']
    .map((end) => `        - ${words} ${end}`)
    .join('\n');

/** The smallest pack that uses every part of the format, valid as it stands. */
export const smallPack: Readonly<Record<string, string>> = {
  'bot.yaml': `company: Northgate Bank
languages: [en, es]
greeting: { en: "Hello from {{company}}.", es: "Hola." }
intents:
  - name: check_balance
    title: { en: "Balance", es: "Saldo" }
    examples:
      en:
${phrases('tell me my balance')}
      es:
${phrases('dime mi saldo')}
    slots:
      - name: card_last4
        kind: digits
        length: 4
        ask: { en: "Which card?", es: "Qué tarjeta?" }
    reply: { en: "Card {{card_last4}} has {{customer.balance}}.", es: "Tiene {{customer.balance}}." }
    article: balances
replies:
  notUnderstood: { en: ["Sorry?"], es: ["Perdón?"] }
  noInput: { en: ["Are you there?"], es: ["Sigue ahí?"] }
  areYouHuman: { en: "I am an AI.", es: "Soy una IA." }
  goodbye: { en: "Goodbye.", es: "Adiós." }
  thanks: { en: "You are welcome.", es: "De nada." }
  otherLanguage: { en: "I speak English.", es: "Hablo español." }
`,
  'escalation.yaml': `id: small-escalation
version: 1
thresholds: { clarify: 0.4, offerHuman: 0.6, escalate: 0.8 }
rules:
  - id: fraud-reported
    when: topics.fraud >= 0.5
    verdict: escalate
    reasons: [fraud]
    priority: urgent
    skills: [fraud]
    explain: { en: "Fraud was reported." }
  - id: frustrated
    when: affect.frustration >= 1
    weight: 0.35
    reasons: [frustration]
    explain: { en: "The caller is frustrated." }
say:
  clarify: { en: "Let me check." }
  offerHuman: { en: "Would you like a colleague?" }
  escalate: { en: "I connect you." }
`,
  'routing.yaml': `skills:
  - { name: general, title: { en: "General" } }
  - { name: fraud, title: { en: "Fraud" } }
queues:
  - name: fraud
    title: { en: "Fraud desk" }
    skills: [fraud]
    serves: [fraud]
    hours: always
    serviceLevel: { seconds: 20, percent: 80 }
    steps:
      - { afterSeconds: 45, language: any }
      - { afterSeconds: 90, overflow: general }
  - name: general
    title: { en: "General" }
    skills: [general]
    serves: [general]
    hours: { timezone: Europe/London, open: [{ days: [mon], from: "08:00", to: "20:00" }], closed: ["2026-12-25"] }
    serviceLevel: { seconds: 60, percent: 80 }
defaultQueue: general
offerSeconds: 20
wrapUpSeconds: 30
averageHandleSeconds: 300
callback: { offerAfterSeconds: 60, expireHours: 48 }
announce:
  everySeconds: 20
  position: { en: "You are number {{position}}, about {{minutes}} minutes." }
  connecting: { en: "Connecting." }
  callbackOffer: { en: "Say callback." }
  callbackBooked: { en: "Booked." }
  closed: { en: "Closed." }
dispositions: [{ code: resolved, title: { en: "Resolved" } }]
`,
  'compliance.yaml': `defaultJurisdiction: GB
jurisdictions:
  - code: GB
    disclosureVersion: "2026-08"
    aiDisclosure: { en: "I am an AI assistant." }
    consentNotice: { en: "This call is recorded." }
    consents:
      - { purpose: transcript, mode: notice }
retentionDays: { conversation: 365, decisions: 2555 }
guidance:
  fraud: { en: "Freeze the card first." }
`,
  'demo.yaml': `agents:
  - { id: agent-amira, name: Amira Haddad, skills: { fraud: 5 }, languages: [en] }
customers:
  - { id: C-1, name: Jordan Blake, phone: "+442079460101", segment: standard, since: 2019, facts: { balance: "£1" } }
history: [hello]
demoCall: hello
`,
  'knowledge/balances.md': `---
id: balances
title: Balances
intents: [check_balance]
topics: []
language: en
---
The balance is what remains.

## More
`,
  'scripts/hello.yaml': `id: hello
channel: phone
lang: en
customer: { known: true, customerId: C-1 }
turns:
  - { speaker: customer, text: "tell me my balance", asrConfidence: 0.9 }
expect: { shouldEscalate: false, notBeforeTurnIndex: null, byTurnIndex: null, reasonsAnyOf: [], skillsAnyOf: [] }
`,
};

/** Writes files into a new folder and hands it to `use`; the folder is gone afterwards. */
export function withPack<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (dir: string) => T,
): T {
  const dir = mkdtempSync(join(tmpdir(), 'baton-pack-'));
  try {
    writePack(dir, files);
    return use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Writes files into a folder. */
export function writePack(dir: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
}

/** The small pack with one passage of one file replaced; fails where the passage is not there. */
export function smallPackWith(file: string, passage: string, replacement: string): Record<string, string> {
  const before = smallPack[file] ?? '';
  if (!before.includes(passage)) throw new Error(`${file} has no such passage`);
  return { ...smallPack, [file]: before.replace(passage, () => replacement) };
}
