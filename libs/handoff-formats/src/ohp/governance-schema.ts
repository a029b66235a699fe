import { z } from 'zod';
import { date, instant, verb } from './ohp-values.js';

const text = z.string();

export const aiSystem = z
  .looseObject({
    id: text,
    version: text,
    modelCardSha256: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    riskClass: z.enum(['prohibited', 'high', 'limited', 'minimal']),
    annexIIIClause: text.optional(),
    ceConformity: z
      .looseObject({
        assessmentRoute: z.enum(['self', 'notified-body']),
        notifiedBodyId: text.nullable().optional(),
        declarationUrl: text,
        validUntil: date.optional(),
      })
      .optional(),
    gpaiChain: z
      .array(
        z.looseObject({ provider: text, model: text, systemicRisk: z.boolean(), policyUrl: text.optional() }),
      )
      .optional(),
    postMarketEndpoint: text.optional(),
  })
  .superRefine(({ riskClass, annexIIIClause, ceConformity }, context) => {
    if (riskClass !== 'high') return;
    const missing = { annexIIIClause, ceConformity };
    for (const [path, value] of Object.entries(missing))
      if (value === undefined)
        context.addIssue({ code: 'custom', path: [path], message: 'a high-risk system needs it' });
  });

export const governance = z.looseObject({
  aiia: z
    .looseObject({
      id: text,
      lastReviewedAt: date,
      residualRisk: z.enum(['low', 'medium', 'high']).optional(),
      uri: text,
    })
    .optional(),
  fria: z.looseObject({ id: text, completedAt: date, uri: text }).optional(),
  prohibited: z
    .looseObject({
      subliminalManipulation: z.boolean(),
      socialScoring: z.boolean(),
      rtBiometricIdPublic: z.boolean(),
      emotionRecognitionWorkplace: z.boolean(),
      sensitiveBiometricCategorisation: z.boolean(),
      attestationJws: text,
    })
    .optional(),
  art50Disclosure: z
    .looseObject({
      disclosed: z.boolean(),
      at: instant,
      modality: z.enum(['voice-prompt', 'tts-preamble', 'dtmf']),
      language: text,
      transcript: text,
      ack: z.enum(['explicit-yes', 'implicit-continuation']),
      proofJws: text,
    })
    .optional(),
  art86Explanation: z.looseObject({ available: z.boolean(), endpoint: text }).optional(),
});

export const oversight = z.looseObject({
  mode: z.enum(['human-in-the-loop', 'human-on-the-loop', 'human-in-command']),
  supervisor: z
    .looseObject({
      presence: z.enum(['live', 'available', 'none']).optional(),
      identity: text.optional(),
      channelRef: text.optional(),
    })
    .optional(),
  escalation: z
    .looseObject({
      triggers: z.array(text).optional(),
      verb: verb.optional(),
      target: text.optional(),
    })
    .optional(),
  lastReviewAt: instant.optional(),
});
