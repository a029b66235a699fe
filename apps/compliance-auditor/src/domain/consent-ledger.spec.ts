import fc from 'fast-check';
import { ConsentState, DisclosureKind } from '@baton/contracts';
import { consentReceipt, disclosureReceipt, withReceipt, type ConsentLedger } from './consent-ledger.js';

const recorded = (state: ConsentState) => ({
  purpose: 'recording',
  state,
  jurisdiction: 'DE',
  noticeVersion: '2',
});

describe('the consent ledger', () => {
  it('keeps what was said and agreed to, in the order it happened', () => {
    const disclosure = {
      kind: DisclosureKind.DISCLOSURE_KIND_AI,
      language: 'de',
      textSha256: '',
      version: '1',
      jurisdiction: 'DE',
    };
    let ledger = withReceipt(
      undefined,
      consentReceipt(recorded(ConsentState.CONSENT_STATE_REFUSED), 30, 'c'),
    );
    ledger = withReceipt(ledger, disclosureReceipt(disclosure, 10, 'a'));
    ledger = withReceipt(ledger, consentReceipt(recorded(ConsentState.CONSENT_STATE_GRANTED), 20, 'b'));
    expect(ledger?.receipts.map(({ purpose, state }) => `${purpose} ${state}`)).toEqual([
      'ai-disclosure played',
      'recording granted',
      'recording refused',
    ]);
  });

  it('has every event once and in order, whatever the order of delivery', () => {
    const numbers = fc.array(fc.nat({ max: 20 }), { maxLength: 40 });
    fc.assert(
      fc.property(numbers, (deliveries) => {
        let ledger: ConsentLedger | undefined;
        for (const n of deliveries) {
          const receipt = consentReceipt(recorded(ConsentState.CONSENT_STATE_GRANTED), n, `event-${n}`);
          ledger = withReceipt(ledger, receipt) ?? ledger;
        }
        const times = (ledger?.receipts ?? []).map(({ atMs }) => atMs);
        expect(times).toEqual([...new Set(deliveries)].sort((a, b) => a - b));
      }),
    );
  });
});
