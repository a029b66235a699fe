/** What the company's CRM says of a customer. */
export interface CrmRecord {
  readonly customerId: string;
  readonly name: string;
  readonly segment: string;
  readonly contactsLast30d: number;
  readonly facts: Readonly<Record<string, string>>;
}

/** What came of asking the CRM. */
export type CrmAnswer =
  | { readonly kind: 'found'; readonly record: CrmRecord }
  | { readonly kind: 'not-found' }
  /** It was asked, or spared, and did not say: `note` is for the agent. */
  | { readonly kind: 'unavailable'; readonly note: string }
  /** The pack names no CRM, or none that can be asked this way. */
  | { readonly kind: 'no-crm' };
