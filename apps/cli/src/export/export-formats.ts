import {
  toAmazonConnect,
  toGenesys,
  toGoogle,
  toMicrosoft,
  toOhp,
  toSalesforce,
  toSipUui,
  toTwilio,
  toVcon,
  signOhp,
  signVcon,
  type HandoffPacket,
  type Projection,
} from '@baton/handoff-formats';
import { randomBytes } from 'node:crypto';
import { say } from '../output.js';
import { ohpSigner, vconSigner } from './signing-keys.js';

/** What an export is told besides the packet. */
export interface ExportSettings {
  readonly data: string;
  /** True: with the key of the data folder; a text: with the key of that file. */
  readonly sign?: true | string;
  readonly issuer: string;
  readonly audience: string;
  readonly region: string;
  readonly purpose: string;
  readonly now: number;
}

type Export = (
  packet: HandoffPacket,
  settings: ExportSettings,
) => Projection<unknown> | Promise<Projection<unknown>>;

/** Formats `baton export` writes, by name; `json` is the packet with the conversation's events and is made elsewhere. */
export const exportFormats: Readonly<Record<string, Export>> = {
  packet: (packet) => ({ payload: packet, dropped: [] }),
  ohp: asOhp,
  vcon: asVcon,
  twilio: toTwilio,
  connect: toAmazonConnect,
  genesys: toGenesys,
  salesforce: toSalesforce,
  microsoft: toMicrosoft,
  google: toGoogle,
  sip: toSipUui,
};

/** Formats that can be signed. */
export const signable: ReadonlySet<string> = new Set(['ohp', 'vcon']);

async function asOhp(packet: HandoffPacket, settings: ExportSettings): Promise<Projection<unknown>> {
  const { sign, issuer, audience, region, purpose, now, data } = settings;
  const tier = sign === undefined ? 'core' : 'signed';
  const { payload, dropped } = toOhp(packet, {
    tier,
    issuer: { vendor: issuer, agentId: packet.tenantId, region },
    audience: { vendor: audience, purpose, minTier: tier },
    now,
    random: randomBytes(26),
  });
  if (sign === undefined) return { payload, dropped };
  const signer = await ohpSigner(data, fileOf(sign));
  say(`signed by ${signer.kid}; the key to check it with: ${JSON.stringify(signer.jwk)}`);
  return { payload: await signOhp(payload, signer), dropped };
}

async function asVcon(
  packet: HandoffPacket,
  { sign, now, data }: ExportSettings,
): Promise<Projection<unknown>> {
  const { payload, dropped } = toVcon(packet, now);
  if (sign === undefined) return { payload, dropped };
  return { payload: await signVcon(payload, vconSigner(data, fileOf(sign), now)), dropped };
}

function fileOf(sign: true | string): string | undefined {
  return sign === true ? undefined : sign;
}
