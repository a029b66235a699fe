import type { HandoffPacket } from '../packet/handoff-packet.js';
import { jsonBytes } from './json-cost.js';
import type { Dropped } from './projection.js';

/** Parts of the packet a format has no place for, where there is something in them. */
export function noPlace(packet: HandoffPacket, ...parts: readonly (keyof HandoffPacket)[]): Dropped[] {
  return parts.flatMap((path) => {
    const value = packet[path];
    return isEmpty(value) ? [] : [{ path, why: 'no-place' as const, bytes: jsonBytes(value) }];
  });
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
