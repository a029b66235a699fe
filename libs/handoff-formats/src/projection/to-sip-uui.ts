import { cardFree } from '../packet/card-free.js';
import type { HandoffPacket } from '../packet/handoff-packet.js';
import { clip, utf8Bytes } from '../text/clip.js';
import { jsonBytes } from './json-cost.js';
import type { Dropped, Projection } from './projection.js';

/** A SIP header. */
export interface SipUserToUser {
  /** The value of `User-to-User`: `<hex>;encoding=hex;purpose=x-baton;content=x-baton-pointer`. */
  readonly userToUser: string;
}

/** What the hex stands for. `p` is the packet's version, `c` the conversation to fetch it by. */
interface Pointer {
  readonly p: string;
  readonly c: string;
  readonly h?: string;
  readonly s: string;
}

const parameters = ';encoding=hex;purpose=x-baton;content=x-baton-pointer';
/** Bytes of the header's value; larger ones are lost on the way through common session border controllers. */
export const sipUuiLimit = 1_024;

/** User-to-User (RFC 7433): a pointer to the packet and its summary in a line, as JSON in hex. Everything else is fetched by the pointer. */
export function toSipUui(packet: HandoffPacket): Projection<SipUserToUser> {
  const seen = cardFree(packet);
  const line = seen.summary.replace(/\s+/g, ' ').trim();
  // Two hex digits a byte.
  const room = Math.floor((sipUuiLimit - parameters.length) / 2);
  const bare = { p: seen.version, c: seen.conversationId };
  const named = { ...bare, ...(seen.handoffId === undefined ? {} : { h: seen.handoffId }) };
  // The conversation finds the handoff, so the latter's id yields first.
  const ids = jsonBytes({ ...named, s: '' }) <= room ? named : bare;
  const pointer = (s: string): Pointer => ({ ...ids, s });
  const s = clip(line, room, (text) => jsonBytes(pointer(text)));
  const data = Buffer.from(JSON.stringify(pointer(s))).toString('hex');
  const missing = utf8Bytes(line) - utf8Bytes(s);
  const shortened: Dropped[] =
    s === line
      ? []
      : [{ path: 'summary', why: s === '' ? 'too-large' : 'shortened', bytes: Math.max(1, missing) }];
  return { payload: { userToUser: data + parameters }, dropped: [...shortened, rest(seen)] };
}

function rest({ summary: _summary, ...packet }: HandoffPacket): Dropped {
  return { path: '*', why: 'no-place', bytes: jsonBytes(packet) };
}
