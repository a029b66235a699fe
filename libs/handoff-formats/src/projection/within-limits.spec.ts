import fc from 'fast-check';
import { viewerRoles, type HandoffPacket } from '../packet/handoff-packet.js';
import { viewAs } from '../packet/view-as.js';
import { canonicalCbor } from '../ohp/canonical-cbor.js';
import { toOhp } from '../ohp/to-ohp.js';
import { arbitraryPacket, testCards } from '../testing/arbitrary-packet.js';
import { utf8Bytes } from '../text/clip.js';
import { toVcon } from '../vcon/to-vcon.js';
import { connectLimit, toAmazonConnect } from './to-amazon-connect.js';
import { genesysLimits, toGenesys } from './to-genesys.js';
import { googleLimit, toGoogle } from './to-google.js';
import { microsoftLimits, toMicrosoft } from './to-microsoft.js';
import { salesforceLimits, toSalesforce } from './to-salesforce.js';
import { sipUuiLimit, toSipUui } from './to-sip-uui.js';
import { toTwilio, twilioLimit } from './to-twilio.js';
import type { Projection } from './projection.js';

const json = (value: unknown) => utf8Bytes(JSON.stringify(value));
const decoded = (header: string) => Buffer.from(header.split(';')[0]!, 'hex').toString();
const envelope = (tier: 'core' | 'signed') => (packet: HandoffPacket) =>
  toOhp(packet, {
    tier,
    issuer: { vendor: 'baton', agentId: 'bot', region: 'eu' },
    audience: { vendor: 'other', purpose: 'human-takeover', minTier: tier },
    now: 1_800_000_000_000,
    random: Buffer.alloc(26, 7),
  });

/** Each export, what a reader of it sees, and its limits as [size, limit] pairs. */
const exports: Record<
  string,
  {
    readonly make: (packet: HandoffPacket) => Projection<unknown>;
    readonly seen?: (payload: never) => string;
    readonly sizes: (payload: never) => readonly (readonly [number, number])[];
  }
> = {
  twilio: {
    make: toTwilio,
    sizes: ({ handoffData, taskAttributes }: ReturnType<typeof toTwilio>['payload']) => [
      [utf8Bytes(handoffData), twilioLimit],
      [utf8Bytes(taskAttributes), twilioLimit],
    ],
  },
  connect: {
    make: toAmazonConnect,
    sizes: (payload: Record<string, string>) => [
      [
        Object.entries(payload).reduce((sum, [key, value]) => sum + utf8Bytes(key) + utf8Bytes(value), 0),
        connectLimit,
      ],
      [Object.keys(payload).filter((key) => !/^[A-Za-z0-9_-]+$/.test(key)).length, 0],
    ],
  },
  genesys: {
    make: toGenesys,
    sizes: ({ participantAttributes }: ReturnType<typeof toGenesys>['payload']) => [
      [Object.keys(participantAttributes).length, genesysLimits.names],
      [
        Math.max(0, ...Object.values(participantAttributes).map((value) => value.length)),
        genesysLimits.value,
      ],
      [json(participantAttributes), 65_535],
    ],
  },
  salesforce: {
    make: toSalesforce,
    sizes: ({ fields, escalationMessage }: ReturnType<typeof toSalesforce>['payload']) => [
      [Math.max(0, ...Object.values(fields).map((value) => value.length)), salesforceLimits.longText],
      [Math.max(0, ...Object.keys(fields).map((key) => key.length)), 40],
      [Object.keys(fields).filter((key) => !/^[A-Za-z]([A-Za-z0-9]|_(?!_))*__c$/.test(key)).length, 0],
      [escalationMessage.length, salesforceLimits.text],
    ],
  },
  google: { make: toGoogle, sizes: (payload) => [[json(payload), googleLimit]] },
  microsoft: {
    make: toMicrosoft,
    sizes: (payload: ReturnType<typeof toMicrosoft>['payload']) => [
      [json(payload), microsoftLimits.activity],
      [Math.max(0, ...Object.values(payload.value).map((value) => value.length)), microsoftLimits.value],
    ],
  },
  sip: {
    make: toSipUui,
    seen: ({ userToUser }: ReturnType<typeof toSipUui>['payload']) => decoded(userToUser),
    sizes: ({ userToUser }: ReturnType<typeof toSipUui>['payload']) => [[utf8Bytes(userToUser), sipUuiLimit]],
  },
  'ohp core': {
    make: envelope('core'),
    sizes: (payload: never) => [
      [json(payload), 32_768],
      [canonicalCbor(payload).length, 8_192],
    ],
  },
  'ohp signed': {
    make: envelope('signed'),
    sizes: (payload: never) => [
      [json(payload), 32_768],
      [canonicalCbor(payload).length, 8_192],
    ],
  },
  vcon: { make: (packet) => toVcon(packet, 1_800_000_000_000), sizes: () => [] },
};

describe.each(Object.entries(exports))(
  'any packet as %s',
  (_name, { make, seen = JSON.stringify, sizes }) => {
    it('keeps the limits, is well-formed Unicode, holds no digits of a card, and says what is missing', () => {
      fc.assert(
        fc.property(arbitraryPacket, (packet) => {
          const { payload, dropped } = make(packet);
          for (const [size, limit] of sizes(payload as never)) expect(size).toBeLessThanOrEqual(limit);
          const text = seen(payload as never);
          expect(text.isWellFormed()).toBe(true);
          // A lone surrogate would be escaped by JSON and so look well-formed.
          expect(text).not.toMatch(/\\ud[89a-f][0-9a-f]{2}/i);
          const digits = text.replace(/\D/g, '');
          for (const card of testCards) expect(digits).not.toContain(card);
          for (const { bytes } of dropped) expect(bytes).toBeGreaterThan(0);
        }),
        { numRuns: 60 },
      );
    });
  },
);

describe('any packet as a role sees it', () => {
  it.each(viewerRoles)('holds no digits of a card: %s', (role) => {
    fc.assert(
      fc.property(arbitraryPacket, (packet) => {
        const digits = JSON.stringify(viewAs(role, packet)).replace(/\D/g, '');
        for (const card of testCards) expect(digits).not.toContain(card);
      }),
      { numRuns: 40 },
    );
  });
});
