import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { arbitraryPacket } from '../testing/arbitrary-packet.js';
import { samplePacket } from '../testing/sample-packet.js';
import { handoffPacketSchema, viewerRoles, type HandoffPacket } from './handoff-packet.js';
import { viewAs } from './view-as.js';

const published = join(import.meta.dirname, '../../../../docs/handoff-packet.schema.json');

describe('the published schema of the packet', () => {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const isValid = ajv.compile<HandoffPacket>(JSON.parse(readFileSync(published, 'utf8')));

  it('accepts what the library accepts, as every role sees it', () => {
    fc.assert(
      fc.property(arbitraryPacket, fc.constantFrom(...viewerRoles), (packet, role) => {
        const seen = JSON.parse(JSON.stringify(viewAs(role, packet)));
        expect(handoffPacketSchema.safeParse(seen).error).toBeUndefined();
        expect(isValid(seen) ? [] : isValid.errors).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['another version', { ...samplePacket, version: 'baton.packet/2' }],
    ['an unknown part', { ...samplePacket, mood: 'bad' }],
    ['no transcript', { ...samplePacket, transcript: undefined }],
    [
      'a confidence of two',
      {
        ...samplePacket,
        intent: { ...samplePacket.intent, stack: [{ ...samplePacket.intent.stack[0], confidence: 2 }] },
      },
    ],
  ])('refuses, as the library does: %s', (_what, wrong) => {
    const value = JSON.parse(JSON.stringify(wrong));
    expect([isValid(value), handoffPacketSchema.safeParse(value).success]).toEqual([false, false]);
  });
});

describe('a packet as a role sees it', () => {
  const seen = (role: (typeof viewerRoles)[number]) => viewAs(role, samplePacket);
  const text = (role: (typeof viewerRoles)[number]) => JSON.stringify(seen(role));

  it('is whole for a supervisor, and without the signals for an agent', () => {
    expect(seen('supervisor')).toEqual(samplePacket);
    expect(seen('agent').decision).not.toHaveProperty('signals');
    expect(seen('agent').decision?.rules).toEqual([{ id: 'fraud', hard: true, contribution: 0 }]);
    expect(seen('agent').identity.name).toBe('Jordan Blake');
  });

  it('has every reason for an auditor, but not who the customer is', () => {
    expect(seen('auditor').decision).toEqual(samplePacket.decision);
    expect(seen('auditor').identity).not.toHaveProperty('name');
    expect(seen('auditor').facts).toEqual({});
    expect(text('auditor')).not.toMatch(/Jordan|Blake/);
  });

  it('names nobody outside the company', () => {
    expect(text('external')).not.toMatch(/Jordan|Blake|a-1|Freeze|2014/);
    expect(seen('external').transcript.turns[3]?.text).toBe('my name is [NAME] and someone uses my card');
    expect(seen('external').transcript.redaction.role).toBe('external');
  });

  it('has no card that was said over several turns', () => {
    const say = (turnIndex: number, words: string) => ({
      turnIndex,
      speaker: 'customer' as const,
      text: words,
    });
    const turns = [say(1, 'it is 4111 1111'), say(3, '1111 1111')];
    const packet = { ...samplePacket, transcript: { ...samplePacket.transcript, turns } };
    for (const role of viewerRoles)
      expect(
        viewAs(role, packet)
          .transcript.turns.map((turn) => turn.text)
          .join(' '),
      ).not.toMatch(/1111/);
  });
});
