import type { PolicySource, RuleSource } from './policy-source.js';

const explain = (en: string, es: string): RuleSource['explain'] => ({ en, es });

/** A small, complete policy for tests and examples: safety and explicit wishes are hard, weak signals soft. */
export const samplePolicy: PolicySource = {
  id: 'sample-escalation',
  version: 1,
  thresholds: { clarify: 0.4, offerHuman: 0.6, escalate: 0.8 },
  rules: [
    {
      id: 'self-harm',
      when: 'kinds.selfHarmRisk || kinds.domesticAbuse',
      verdict: 'escalate',
      reasons: ['vulnerability'],
      priority: 'urgent',
      skills: ['care'],
      explain: explain('The caller may be in danger.', 'La persona puede estar en peligro.'),
    },
    {
      id: 'fraud-reported',
      when: 'topics.fraud >= 0.5',
      verdict: 'escalate',
      reasons: ['fraud'],
      priority: 'urgent',
      skills: ['fraud'],
      explain: explain(
        'The caller reports a payment they did not make.',
        'La persona denuncia un pago que no hizo.',
      ),
    },
    {
      id: 'asked-for-a-person',
      when: 'humanRequest.value || humanRequest.keyed',
      verdict: 'escalate',
      reasons: ['human-request'],
      explain: explain('You asked for a person.', 'Pidió hablar con una persona.'),
    },
    {
      id: 'misunderstood-twice',
      when: 'misunderstanding.consecutive >= 2',
      verdict: 'offer-human',
      reasons: ['misunderstanding'],
      explain: explain(
        'I misunderstood {{misunderstanding.consecutive}} times in a row.',
        'No entendí {{misunderstanding.consecutive}} veces seguidas.',
      ),
    },
    {
      id: 'frustration-rising',
      when: 'affect.frustration >= 1',
      weight: 0.35,
      reasons: ['frustration'],
      explain: explain('The caller is annoyed.', 'La persona está molesta.'),
    },
    {
      id: 'angry',
      when: 'affect.frustration == 2 && affect.polarity < -0.3',
      weight: 0.3,
      reasons: ['frustration'],
      priority: 'high',
      skills: ['care'],
      explain: explain('The caller is angry.', 'La persona está enfadada.'),
    },
    {
      id: 'misunderstood',
      when: 'misunderstanding.count >= 1',
      weight: 0.3,
      reasons: ['misunderstanding'],
      explain: explain('I misunderstood once.', 'No entendí una vez.'),
    },
    {
      id: 'called-before',
      when: 'customer.contactsLast30d > 2 && channel in ["phone", "chat"]',
      weight: 0.25,
      reasons: ['repeat-contact'],
      explain: explain('The caller has been in touch before.', 'La persona ya nos contactó.'),
    },
    {
      id: 'unclear-speech',
      when: 'turn.asrConfidence * 2.0 < 0.9 && misunderstanding.lowAsr * 2 >= turn.customerTurns',
      weight: 0.2,
      reasons: ['low-asr'],
      explain: explain('The line is hard to understand.', 'La línea se oye mal.'),
    },
  ],
  say: {
    clarify: explain('Let me make sure I understood.', 'Quiero asegurarme de haber entendido.'),
    offerHuman: explain('Shall I get a colleague?', '¿Le paso con un compañero?'),
    escalate: explain('I am getting a colleague for you.', 'Le paso con un compañero.'),
  },
};
