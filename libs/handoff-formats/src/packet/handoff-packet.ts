import { z } from 'zod';
import * as part from './packet-parts.js';

/** The version every packet carries; the number grows with a change an old reader would misread (docs/adr/0010). */
export const packetVersion = 'baton.packet/1';

/** Who looks at a packet. `external` is anyone who is not of the company. */
export const viewerRoles = ['agent', 'supervisor', 'auditor', 'external'] as const;
export type ViewerRole = (typeof viewerRoles)[number];

const decision = z
  .strictObject({
    decisionId: z.string(),
    turnIndex: z.int(),
    verdict: z.string(),
    risk: z.number().min(0).max(1),
    reasons: z.array(z.string()).describe('reason codes, in rule order'),
    explanation: z.array(z.string()).describe('plain sentences'),
    policy: z.strictObject({ id: z.string(), version: z.int(), sha256: z.string() }),
    rules: z.array(
      z.strictObject({
        id: z.string(),
        hard: z.boolean(),
        contribution: z.number(),
        inputs: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
    signals: z.record(z.string(), z.unknown()).optional().describe('the signal snapshot'),
    recordSha256: z.string().describe('hex: what a replay must reproduce'),
  })
  .describe('why it escalated');

const transcript = z
  .strictObject({
    redaction: z
      .strictObject({ policy: z.literal('baton.redaction/1'), role: z.enum(viewerRoles) })
      .describe('how the texts of this packet were redacted, and for whom'),
    turns: z.array(
      z.strictObject({
        turnIndex: z.int().min(0),
        speaker: z.enum(['unspecified', 'customer', 'bot', 'agent', 'announcement']),
        text: z.string(),
        at: part.instant.optional(),
        agentId: z.string().optional(),
      }),
    ),
  })
  .describe('what was said; personal data stands as [TYPE]');

const routing = z
  .strictObject({
    skills: z.array(z.string()),
    language: z.string().describe('BCP-47: what the human should speak'),
    priority: part.priority,
    queue: z.string().optional(),
    serviceLevel: z.strictObject({ seconds: z.int(), percent: z.int() }).optional(),
  })
  .describe('whom the caller needs and how soon');

const retention = z
  .strictObject({
    conversationDays: z.int().min(0),
    decisionsDays: z.int().min(0),
    deleteAfter: part.instant.optional(),
    jurisdiction: z.string().optional(),
    residency: z.array(z.string()).describe('countries the data must stay in, ISO 3166'),
  })
  .describe('how long the conversation is kept, and where');

/** The one source of the handoff packet: its type, its check and its published JSON Schema. */
export const handoffPacketSchema = z.strictObject({
  version: z.literal(packetVersion),
  conversationId: z.string().min(1).max(128),
  handoffId: z.string().max(128).optional().describe('absent before an escalation'),
  tenantId: z.string().max(128),
  revision: z.int().min(0).describe('grows as more becomes known'),
  channel: part.channel,
  language: z.string(),
  startedAt: part.instant.optional(),
  endedAt: part.instant.optional(),
  identity: part.identity,
  contactReasons: z.array(part.contactReason),
  intent: part.intent,
  sentiment: part.sentiment,
  actionsTried: z.array(part.actionTried).describe('what the bot already tried, with what came of it'),
  facts: z.record(z.string(), z.string()).describe('what CRM knows'),
  factsNote: z.string().optional().describe('where CRM could not be asked'),
  consents: z.array(part.consent).describe('newest per purpose'),
  disclosure: part.disclosure,
  decision: decision.optional(),
  summary: z.string(),
  openQuestion: z.string().describe('what the caller still waits for'),
  suggestedFirstSentence: z.string().optional(),
  articles: z.array(part.articleRef),
  guidance: z.array(z.string()).describe('regulatory guidance for the topics that came up'),
  transcript,
  attachments: z.array(part.attachment),
  routing: routing.optional(),
  retention: retention.optional(),
  previousContacts: z.array(part.previousContact).describe('newest first'),
  control: z
    .strictObject({
      verb: z.enum(['NONE', 'PROPOSE', 'ACCEPT', 'REJECT', 'ASSUME', 'RETURN']).describe('as in OHP'),
      state: z.string().optional().describe('of the handoff'),
      agentId: z.string().optional(),
    })
    .describe('where the handoff stands'),
});

/** Everything a human, or another system, needs to take a conversation over. */
export type HandoffPacket = z.infer<typeof handoffPacketSchema>;
