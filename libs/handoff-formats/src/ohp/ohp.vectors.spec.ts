import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { readJson, standard } from '../testing/standards.js';
import { samplePacket } from '../testing/sample-packet.js';
import { checkEnvelope } from './check-envelope.js';
import { ohpEnvelopeSchema } from './ohp-schema.js';
import { toOhp } from './to-ohp.js';

const vectors = standard(process.env['BATON_STANDARDS'], 'ohp', 'conformance', 'test-vectors');
const schema = standard(process.env['BATON_STANDARDS'], 'ohp', 'schemas', 'ohp-envelope.schema.json');
const { why = schema.why } = vectors;

interface Expected {
  readonly outcome: 'accept' | 'reject' | 'structural-only';
  readonly now?: string;
  readonly rejectReason?: string;
  readonly firstFailingStep?: number;
}
type Json = Record<string, unknown>;

function published(): { name: string; envelope: Json; expected: Expected }[] {
  return readdirSync(vectors.file).flatMap((tier) =>
    readdirSync(join(vectors.file, tier)).map((each) => ({
      name: `${tier}/${each}`,
      envelope: readJson(join(vectors.file, tier, each, 'envelope.json')) as Json,
      expected: readJson(join(vectors.file, tier, each, 'expected.json')) as Expected,
    })),
  );
}

(why === undefined ? describe : describe.skip)(
  `OHP v0.1, published schema and vectors${why === undefined ? '' : ` (skipped: ${why})`}`,
  () => {
    let isValid: ValidateFunction;

    beforeAll(() => {
      const ajv = new Ajv2020({ strict: false });
      addFormats.default(ajv);
      isValid = ajv.compile(readJson(schema.file) as Json);
    });

    it('every vector ends as it says, at the step it says', () => {
      const all = published();
      expect(all.length).toBeGreaterThanOrEqual(6);
      for (const { name, envelope, expected } of all) {
        const now = Date.parse(expected.now ?? (envelope['issuedAt'] as string));
        const checked = checkEnvelope(envelope, { now, maxTier: 'regulated' });
        const outcome = checked.ok
          ? { name, refused: false }
          : { name, refused: true, reason: checked.error.reason, step: checked.error.step };
        expect(outcome).toEqual(
          expected.outcome === 'reject'
            ? { name, refused: true, reason: expected.rejectReason, step: expected.firstFailingStep }
            : { name, refused: false },
        );
      }
    });

    it('our schema accepts and refuses what the published one does, after any change to a vector', () => {
      const all = published().map(({ envelope }) => envelope);
      const change = fc.record({
        envelope: fc.constantFrom(...all),
        pick: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
        value: fc.constantFrom<unknown>(
          undefined,
          null,
          '',
          'x',
          7,
          -1,
          2,
          true,
          [],
          {},
          ['x'],
          'core',
          'did:web:x',
        ),
      });
      fc.assert(
        fc.property(change, ({ envelope, pick, value }) => {
          const changed = changedAt(structuredClone(envelope), pick, value);
          expect({ changed, ours: ohpEnvelopeSchema.safeParse(changed).success }).toEqual({
            changed,
            ours: isValid(changed),
          });
        }),
        { numRuns: 500 },
      );
    });

    it.each(['core', 'signed'] as const)('what we export is valid by it: %s', (tier) => {
      const { payload } = toOhp(samplePacket, {
        tier,
        issuer: { vendor: 'baton', agentId: 'bank', region: 'eu' },
        audience: { vendor: 'other', purpose: 'human-takeover', minTier: tier },
        now: 1_800_000_000_000,
        random: Buffer.alloc(26, 9),
      });
      const sent = JSON.parse(JSON.stringify(payload));
      expect(isValid(sent) ? [] : isValid.errors).toEqual([]);
    });
  },
);

/** Replaces the member the numbers lead to, or takes it away. */
function changedAt(envelope: Json, [first, ...rest]: readonly number[], value: unknown): Json {
  const keys = Object.keys(envelope);
  const key = keys[(first ?? 0) % Math.max(1, keys.length)];
  if (key === undefined) return envelope;
  const member = envelope[key];
  if (rest.length > 0 && typeof member === 'object' && member !== null) {
    changedAt(member as Json, rest, value);
    return envelope;
  }
  if (value === undefined && !Array.isArray(envelope)) delete envelope[key];
  else envelope[key] = value ?? null;
  return envelope;
}
