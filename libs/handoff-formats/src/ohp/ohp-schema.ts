import { z } from 'zod';
import { envelopeShape, type OhpEnvelope } from './envelope-schema.js';

const demands = {
  core: [],
  signed: ['signatures'],
  sealed: [
    'signatures',
    'caller',
    'caller.assurance',
    'caller.identity',
    'audience.recipientKeys',
    'session.media',
  ],
  regulated: ['signatures', 'caller', 'aiSystem', 'governance', 'decisions', 'transparency'],
} as const satisfies Record<OhpEnvelope['conformance'], readonly string[]>;

/** The envelope with what its tier asks for: what the published JSON Schema accepts, this accepts. */
export const ohpEnvelopeSchema = envelopeShape.superRefine((envelope, context) => {
  for (const path of demands[envelope.conformance]) {
    const parts = path.split('.');
    if (at(envelope, parts) === undefined)
      context.addIssue({ code: 'custom', path: parts, message: `the tier ${envelope.conformance} needs it` });
  }
});

function at(value: unknown, [part, ...rest]: readonly string[]): unknown {
  if (part === undefined || typeof value !== 'object' || value === null) return value;
  return at((value as Readonly<Record<string, unknown>>)[part], rest);
}

/** Where a value is no envelope, and why; undefined where it is one. */
export function schemaFault(value: unknown): { readonly path: string; readonly message: string } | undefined {
  const parsed = ohpEnvelopeSchema.safeParse(value);
  const issue = parsed.success ? undefined : parsed.error.issues[0];
  return issue && { path: z.core.toDotPath(issue.path), message: issue.message };
}
