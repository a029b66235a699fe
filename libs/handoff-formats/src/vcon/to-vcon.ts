import { derivedId } from '@baton/kernel';
import { cardFree } from '../packet/card-free.js';
import type { HandoffPacket } from '../packet/handoff-packet.js';
import type { Projection } from '../projection/projection.js';
import { jsonBytes } from '../projection/json-cost.js';
import type { Vcon, VconAnalysis, VconAttachment, VconDialog, VconParty } from './vcon.js';

type Turn = HandoffPacket['transcript']['turns'][number];

/**
 * The conversation as a vCon (draft-ietf-vcon-vcon-core-04): a text dialog a turn, the transfer as a dialog of its own, its reasons in
 * `analysis`, and the whole packet as an attachment, so that nothing is lost. Same packet, same revision: same uuid.
 */
export function toVcon(packet: HandoffPacket, createdAtMs: number): Projection<Vcon> {
  const seen = cardFree(packet);
  const createdAt = new Date(createdAtMs).toISOString();
  const start = seen.startedAt ?? createdAt;
  const parties = new Parties(seen);
  const said = seen.transcript.turns.filter(({ text }) => text !== '');
  const texts = said.map((turn): VconDialog => textOf(turn, parties, seen.channel, start));
  const dialog = [...texts, ...transferOf(seen, said, parties, start)];
  const all = texts.map((_, index) => index);
  const payload: Vcon = {
    uuid: derivedId(seen.conversationId, 'vcon', seen.revision),
    created_at: createdAt,
    ...(seen.summary === ''
      ? {}
      : { subject: seen.contactReasons.at(-1)?.title ?? seen.intent.current ?? 'conversation' }),
    extensions: ['CC'],
    parties: parties.list,
    dialog,
    analysis: analysisOf(seen, all),
    attachments: dialog.length === 0 ? [] : [attached(seen, createdAt, parties.bot)],
  };
  // An attachment belongs to a dialog; before anybody spoke there is none to hang the packet on.
  const dropped =
    dialog.length === 0 ? [{ path: '*', why: 'no-place' as const, bytes: jsonBytes(seen) }] : [];
  return { payload, dropped };
}

function attached(packet: HandoffPacket, start: string, party: number): VconAttachment {
  return {
    purpose: packet.version,
    start,
    party,
    dialog: 0,
    mediatype: 'application/json',
    body: packet,
    encoding: 'json',
  };
}

/** Who took part, each once, and where they stand in the list. */
class Parties {
  readonly list: VconParty[];
  readonly customer = 0;
  readonly bot = 1;
  readonly #agents = new Map<string, number>();

  constructor({ identity, tenantId, transcript, control }: HandoffPacket) {
    this.list = [
      {
        ...(identity.name === undefined ? {} : { name: identity.name }),
        type: 'person',
        role: 'customer',
        validation: identity.assurance,
      },
      { name: tenantId, type: 'bot', role: 'agent' },
    ];
    const spoke = transcript.turns.flatMap(({ speaker, agentId }) =>
      speaker === 'agent' ? [agentId ?? ''] : [],
    );
    for (const id of [...spoke, ...(control.agentId === undefined ? [] : [control.agentId])]) this.#add(id);
  }

  agent(id: string | undefined): number | undefined {
    return this.#agents.get(id ?? '');
  }

  #add(id: string): void {
    if (this.#agents.has(id)) return;
    this.#agents.set(id, this.list.length);
    const uuid = id === '' ? {} : { uuid: derivedId(id, 'vcon-agent', 0) };
    this.list.push({ type: 'person', role: 'agent', ...uuid });
  }
}

function textOf(
  { speaker, text, at, agentId }: Turn,
  parties: Parties,
  channel: string,
  start: string,
): VconDialog {
  const customer = parties.customer;
  const company = (speaker === 'agent' ? parties.agent(agentId) : undefined) ?? parties.bot;
  return {
    type: 'text',
    start: at ?? start,
    parties: speaker === 'customer' ? [customer, company] : [company, customer],
    mediatype: 'text/plain',
    body: text,
    encoding: 'none',
    application: channel,
  };
}

/** Where a human has taken over: the bot transferred the customer to them. */
function transferOf(
  { control, decision }: HandoffPacket,
  said: readonly Turn[],
  parties: Parties,
  start: string,
): VconDialog[] {
  const target = control.agentId === undefined ? undefined : parties.agent(control.agentId);
  if (target === undefined) return [];
  const first = said.findIndex(({ speaker }) => speaker === 'agent');
  const before = first < 0 ? said.length : first;
  const decided = said.findLast(({ turnIndex }) => turnIndex <= (decision?.turnIndex ?? -1));
  return [
    {
      type: 'transfer',
      start: said[first]?.at ?? decided?.at ?? start,
      transferee: parties.customer,
      transferor: parties.bot,
      transfer_target: target,
      original: indices(0, before),
      target_dialog: indices(before, said.length),
    },
  ];
}

function analysisOf(
  { summary, sentiment, decision, version }: HandoffPacket,
  dialog: readonly number[],
): VconAnalysis[] {
  const made = { dialog, vendor: 'Baton', product: 'baton' };
  const json = { mediatype: 'application/json', encoding: 'json' as const };
  return [
    ...(summary === ''
      ? []
      : [
          {
            ...made,
            type: 'summary' as const,
            schema: `${version}#summary`,
            mediatype: 'text/plain',
            body: summary,
            encoding: 'none' as const,
          },
        ]),
    ...(sentiment.points.length === 0
      ? []
      : [{ ...made, ...json, type: 'sentiment' as const, schema: `${version}#sentiment`, body: sentiment }]),
    ...(decision === undefined
      ? []
      : [{ ...made, ...json, type: 'report' as const, schema: `${version}#decision`, body: decision }]),
  ];
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
