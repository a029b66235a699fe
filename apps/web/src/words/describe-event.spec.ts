import { readdirSync, readFileSync } from 'node:fs';
import { describeEvent, eventArea, eventName } from './describe-event.js';

const catalogue = new URL('../../../../libs/contracts/src/events/', import.meta.url);
const types = readdirSync(catalogue).flatMap((file) => [
  ...new Set(readFileSync(new URL(file, catalogue), 'utf8').match(/baton\.\w+\.v1\.[A-Z]\w+/g) ?? []),
]);
const nobody = () => '';

describe('an event in plain words', () => {
  it('is known for every event of the catalogue', () => {
    expect(types.length).toBeGreaterThan(20);
    for (const type of types) {
      const fallback = describeEvent(`baton.x.v1.Not${eventName(type)}`, {}, nobody).replace('Not ', '');
      expect(describeEvent(type, {}, nobody)).not.toBe(fallback);
    }
  });

  it.each(types)('is a sentence for %s even where its data is empty or erased', (type) => {
    for (const data of [{}, undefined]) {
      const sentence = describeEvent(type, data, nobody);
      expect(sentence).toMatch(/^[A-Z].*[.”]$/);
      expect(sentence).not.toMatch(/undefined|NaN|object/);
    }
  });

  it('names people and quotes what was said', () => {
    const said = { speaker: 'SPEAKER_AGENT', text: 'Hello.', agentId: 'agent-a' };
    expect(describeEvent('baton.conversation.v1.TurnRecorded', said, () => 'Amira')).toBe('Amira: “Hello.”');
  });

  it('has an area and a bare name', () => {
    expect(eventArea('baton.handoff.v1.HandoffOffered')).toBe('handoff');
    expect(eventName('baton.handoff.v1.HandoffOffered')).toBe('HandoffOffered');
  });
});
