/** A vCon in its unsigned form (draft-ietf-vcon-vcon-core-04), as far as a handoff needs it. */
export interface Vcon {
  readonly uuid: string;
  readonly created_at: string;
  readonly subject?: string;
  /** Names of the extensions whose members are used. */
  readonly extensions: readonly string[];
  readonly parties: readonly VconParty[];
  readonly dialog: readonly VconDialog[];
  readonly analysis: readonly VconAnalysis[];
  readonly attachments: readonly VconAttachment[];
}

export interface VconParty {
  readonly name?: string;
  readonly type: 'person' | 'bot' | 'organization';
  /** Of the contact-centre extension (draft-ietf-vcon-cc-extension-02). */
  readonly role: string;
  /** Static across interactions. */
  readonly uuid?: string;
  /** How sure we are of who it is. */
  readonly validation?: string;
}

export type VconDialog = VconText | VconTransfer;

/** What somebody said or wrote. */
export interface VconText {
  readonly type: 'text';
  readonly start: string;
  /** The speaker first. */
  readonly parties: readonly number[];
  readonly mediatype: 'text/plain';
  readonly body: string;
  readonly encoding: 'none';
  readonly application: string;
}

/** A transfer has no parties and no content; why it was made stands in `analysis`. */
export interface VconTransfer {
  readonly type: 'transfer';
  readonly start: string;
  readonly transferee: number;
  readonly transferor: number;
  readonly transfer_target: number;
  readonly original: readonly number[];
  readonly target_dialog: readonly number[];
}

export interface VconAnalysis {
  readonly type: 'summary' | 'sentiment' | 'report';
  readonly dialog: readonly number[];
  readonly vendor: string;
  readonly product: string;
  readonly schema: string;
  readonly mediatype: string;
  readonly body: unknown;
  readonly encoding: 'json' | 'none';
}

export interface VconAttachment {
  readonly purpose: string;
  readonly start: string;
  readonly party: number;
  readonly dialog: number;
  readonly mediatype: string;
  readonly body: unknown;
  readonly encoding: 'json';
}
