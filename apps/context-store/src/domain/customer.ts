/** What the built-in CRM knows. The only place a name lives in. */
export interface CustomerRecord {
  readonly name: string;
  readonly segment: string;
  readonly contactsLast30d: number;
  readonly facts: Readonly<Record<string, string>>;
}
