import { z } from 'zod';
import { aiSystem, governance, oversight } from './governance-schema.js';
import { did, instant, tier, verb } from './ohp-values.js';

const text = z.string();
const texts = z.array(text);

const session = z.looseObject({
  callId: text,
  channel: z.enum(['voice/pstn', 'voice/webrtc', 'voice/sip', 'chat/web', 'chat/sms', 'video/webrtc']),
  locale: text,
  startedAt: instant.optional(),
  media: z
    .looseObject({
      rtpFingerprint: z
        .string()
        .regex(/^sha256:[0-9a-f]{64}$/)
        .optional(),
      sdpHints: z.looseObject({ codecs: texts.optional() }).optional(),
    })
    .optional(),
});

const consentReceipt = z.looseObject({
  receiptId: text,
  purpose: text,
  scope: texts,
  lawfulBasis: text,
  specialCategoryBasis: text.nullable().optional(),
  jurisdiction: z.string().regex(/^[A-Z]{2}$/),
  transferMechanism: z.enum(['scc', 'dpf', 'adequacy', 'uk-adequacy', 'none']).optional(),
});

const caller = z.looseObject({
  assurance: z
    .looseObject({
      method: text,
      ial: z.enum(['IAL1', 'IAL2', 'IAL3']),
      aal: z.enum(['AAL1', 'AAL2', 'AAL3']),
      fal: z.enum(['FAL1', 'FAL2', 'FAL3']),
      lastStepUpAt: instant.optional(),
      idp: did,
      proofJws: text,
    })
    .optional(),
  identity: z
    .looseObject({
      sdJwtVc: text.optional(),
      disclosures: texts.optional(),
      claimsRevealed: texts.optional(),
    })
    .optional(),
  consent: z.array(consentReceipt).optional(),
});

const intent = z.looseObject({
  current: z.looseObject({ name: text, confidence: z.number().min(0).max(1) }),
  stack: z.array(z.looseObject({ name: text, status: z.enum(['satisfied', 'pending', 'failed']) })),
  slots: z.record(z.string(), z.unknown()),
});

const transcript = z.looseObject({
  format: z.literal('ohp.turns/v1').optional(),
  redaction: z.looseObject({ policy: text, version: text }).optional(),
  turns: z.array(z.looseObject({ t: text, role: z.enum(['caller', 'agent', 'system']), text })).optional(),
  summary: text,
});

const decision = z
  .looseObject({
    id: z.string().regex(/^dec_[0-9A-HJKMNP-TV-Z]{26}$/),
    at: instant,
    type: z.enum([
      'intent.classification',
      'slot.assignment',
      'routing.decision',
      'payment.authorisation',
      'assurance.step-up',
      'tool.call',
      'policy.refusal',
      'escalation',
    ]),
    input: z.record(z.string(), z.unknown()),
    output: z.record(z.string(), z.unknown()),
    model: text.optional(),
    rationaleRef: text.optional(),
    humanReviewed: z.boolean().optional(),
    reviewer: text.optional(),
  })
  .refine(({ humanReviewed, reviewer }) => humanReviewed !== true || reviewer !== undefined, {
    path: ['reviewer'],
    error: 'a decision a human reviewed names them',
  });

const redaction = z.enum(['mask', 'drop', 'none']).optional();

/** Groups of an envelope, without what a tier asks for; see `tierDemands`. */
export const envelopeShape = z.looseObject({
  ohp: z.literal('0.1'),
  conformance: tier,
  id: z.string().regex(/^cse_[0-9A-HJKMNP-TV-Z]{26}$/),
  issuedAt: instant,
  notBefore: instant.optional(),
  notAfter: instant,
  issuer: z.looseObject({
    vendor: z.string().regex(/^[a-z0-9-]{1,64}$/),
    agentId: text,
    region: text,
    did: did.optional(),
    federation: did.optional(),
    aiRole: z.enum(['provider', 'deployer', 'importer', 'distributor']).optional(),
    attestation: z.looseObject({ type: text, evidence: text }).optional(),
  }),
  audience: z.looseObject({
    vendor: text,
    did: did.optional(),
    aiRole: z.enum(['provider', 'deployer', 'importer', 'distributor']).optional(),
    purpose: text,
    minTier: tier,
    recipientKeys: z.array(z.looseObject({ kid: text, alg: text })).optional(),
  }),
  aiSystem: aiSystem.optional(),
  governance: governance.optional(),
  oversight: oversight.optional(),
  session,
  caller: caller.optional(),
  intent,
  sealed: z
    .looseObject({
      alg: z.literal('HPKE/X25519-SHA256-CHACHA20POLY1305'),
      recipients: z.array(z.looseObject({ kid: text, enc: text })).min(1),
      ciphertext: text,
      fields: texts,
    })
    .optional(),
  transcript: transcript.optional(),
  memory: z
    .looseObject({
      modelAllowlist: texts.optional(),
      embeddings: z.array(z.looseObject({ model: text, vectorRef: text })).optional(),
      facts: texts.optional(),
    })
    .optional(),
  decisions: z.array(decision).optional(),
  policy: z
    .looseObject({
      retention: z
        .looseObject({ transcript: text.optional(), audio: text.optional(), embeddings: text.optional() })
        .optional(),
      redaction: z.looseObject({ pii: redaction, pci: redaction, phi: redaction }).optional(),
      guardrails: texts.optional(),
      dataResidency: z.array(z.string().regex(/^[A-Z]{2,4}$/)).optional(),
    })
    .optional(),
  control: z.looseObject({
    verb,
    reason: text.optional(),
    fallback: z
      .looseObject({ verb: text.optional(), after: text.optional(), acceptableReasons: texts.optional() })
      .optional(),
    refs: z.looseObject({ proposedId: text.optional() }).optional(),
    nonce: z.string().regex(/^[0-9a-f]{16,}$/),
  }),
  transparency: z
    .looseObject({ logId: text, leafHash: z.string().regex(/^sha256:[0-9a-f]{64}$/) })
    .optional(),
  signatures: z
    .array(z.looseObject({ kid: text, alg: z.enum(['EdDSA', 'ML-DSA-65']), jws: text }))
    .optional(),
});

/** A Conversation State Envelope of the Open Handoff Protocol v0.1. */
export type OhpEnvelope = z.infer<typeof envelopeShape>;
