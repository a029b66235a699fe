/** The reasons a `REJECT` may carry (OHP v0.1 §control). */
export type OhpRejectReason =
  | 'tier-insufficient'
  | 'signature-invalid'
  | 'stale'
  | 'not-bound-to-call'
  | 'consent-out-of-scope'
  | 'assurance-insufficient'
  | 'risk-class-not-allowed'
  | 'prohibited-practice'
  | 'oversight-missing'
  | 'gpai-policy-missing'
  | 'rate-limit'
  | 'unknown';

/** Why an envelope was refused; more than OHP's reasons can tell apart. */
export type OhpRefusalCode =
  | 'too-large'
  | 'schema'
  | 'card-data'
  | 'tier-content'
  | 'tier-insufficient'
  | 'unsigned'
  | 'wrong-audience'
  | 'issuer-unknown'
  | 'signature-invalid'
  | 'stale'
  | 'not-bound-to-call'
  | 'consent-out-of-scope'
  | 'prohibited-practice'
  | 'replayed';

export interface OhpRefusal {
  readonly code: OhpRefusalCode;
  /** What to answer the sender in `control.reason`. */
  readonly reason: OhpRejectReason;
  /** Of the verification order (docs/09), where it is one of its steps. */
  readonly step?: number;
  /** Where in the envelope. Never a value of it. */
  readonly path?: string;
  readonly message: string;
}

const reasons: Readonly<Record<OhpRefusalCode, readonly [reason: OhpRejectReason, step?: number]>> = {
  'too-large': ['unknown'],
  schema: ['unknown'],
  'card-data': ['unknown'],
  'tier-content': ['tier-insufficient'],
  'tier-insufficient': ['tier-insufficient'],
  unsigned: ['tier-insufficient'],
  'wrong-audience': ['unknown'],
  'issuer-unknown': ['signature-invalid', 1],
  'signature-invalid': ['signature-invalid', 2],
  stale: ['stale', 3],
  'not-bound-to-call': ['not-bound-to-call', 4],
  'consent-out-of-scope': ['consent-out-of-scope', 5],
  'prohibited-practice': ['prohibited-practice', 8],
  replayed: ['unknown'],
};

/** A refusal with the reason and the step that belong to its code. */
export function refused(code: OhpRefusalCode, message: string, path?: string): OhpRefusal {
  const [reason, step] = reasons[code];
  return {
    code,
    reason,
    ...(step === undefined ? {} : { step }),
    ...(path === undefined ? {} : { path }),
    message,
  };
}
