/** What is personal about a customer. Exists in memory only, and sealed at rest. */
export interface Profile {
  readonly name: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** A customer as they are kept. Whatever names a person is sealed under their own data key. */
export interface CustomerFile {
  readonly segment: string;
  readonly contactsLast30d: number;
  /** Somebody who wrote to us and of whom no CRM knows. */
  readonly provisional: boolean;
  /** The data key, wrapped; gone once erased. */
  readonly wrappedKey: string;
  /** Names the key without telling it. */
  readonly keyId: string;
  /** A sealed `Profile`. */
  readonly sealed: string;
  /** Contact points that lead here, by reference; at most `maxContactPoints`. */
  readonly contactRefs: readonly string[];
  /** The record this one was linked to. */
  readonly linkedTo?: string;
  /** Records that were linked to this one, directly or not; at most `maxLinked`. */
  readonly linkedFrom: readonly string[];
  readonly hold?: { readonly caseReference: string; readonly since: number };
  readonly erasedAt?: number;
}

export const maxContactPoints = 32;
export const maxLinked = 32;

/** A customer nothing is known of yet. */
export function newCustomer(key: Pick<CustomerFile, 'wrappedKey' | 'keyId'>): CustomerFile {
  return {
    segment: '',
    contactsLast30d: 0,
    provisional: true,
    ...key,
    sealed: '',
    contactRefs: [],
    linkedFrom: [],
  };
}
