import { ConsentState, DisclosureKind, type ConsentRecorded, type DisclosurePlayed } from '@baton/contracts';

/** One change of a consent, or one notice given. */
export interface Receipt {
  readonly purpose: string;
  readonly state: string;
  readonly jurisdiction: string;
  readonly noticeVersion: string;
  /** When the event happened, milliseconds since the Unix epoch. */
  readonly atMs: number;
  readonly eventId: string;
}

/** What one conversation consented to and was told, in the order it happened. */
export interface ConsentLedger {
  readonly receipts: readonly Receipt[];
}

/** Beyond this the oldest go; the log keeps them all. */
const KEPT_RECEIPTS = 500;

const stateNames: Readonly<Partial<Record<ConsentState, string>>> = {
  [ConsentState.CONSENT_STATE_NOTIFIED]: 'notified',
  [ConsentState.CONSENT_STATE_GRANTED]: 'granted',
  [ConsentState.CONSENT_STATE_REFUSED]: 'refused',
};

const disclosurePurposes: Readonly<Partial<Record<DisclosureKind, string>>> = {
  [DisclosureKind.DISCLOSURE_KIND_AI]: 'ai-disclosure',
  [DisclosureKind.DISCLOSURE_KIND_CONSENT_NOTICE]: 'consent-notice',
};

/** Adds a receipt; one of the same event is there once. Undefined where nothing changes. */
export function withReceipt(ledger: ConsentLedger | undefined, receipt: Receipt): ConsentLedger | undefined {
  const receipts = ledger?.receipts ?? [];
  if (receipts.some(({ eventId }) => eventId === receipt.eventId)) return undefined;
  // Redelivery can bring an older event after a newer one; the newest per purpose counts, so order is by time.
  const sorted = [...receipts, receipt].sort((a, b) => a.atMs - b.atMs);
  return { receipts: sorted.slice(-KEPT_RECEIPTS) };
}

export function consentReceipt(event: ConsentRecorded, atMs: number, eventId: string): Receipt {
  const { purpose, jurisdiction, noticeVersion } = event;
  return { purpose, state: stateNames[event.state] ?? 'unknown', jurisdiction, noticeVersion, atMs, eventId };
}

export function disclosureReceipt(event: DisclosurePlayed, atMs: number, eventId: string): Receipt {
  return {
    purpose: disclosurePurposes[event.kind] ?? 'disclosure',
    state: 'played',
    jurisdiction: event.jurisdiction,
    noticeVersion: event.version,
    atMs,
    eventId,
  };
}
