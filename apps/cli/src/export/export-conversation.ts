import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  packetFromMessage,
  viewAs,
  type Dropped,
  type HandoffPacket,
  type ViewerRole,
} from '@baton/handoff-formats';
import { openAuditLog } from '../backtest/audit-log.js';
import { CliError } from '../cli-error.js';
import { printJson, say } from '../output.js';
import { exportFormats, signable, type ExportSettings } from './export-formats.js';
import { packetFromFolder, packetFromService } from './packet-source.js';

export interface ExportOptions extends Omit<ExportSettings, 'now'> {
  readonly conversation: string;
  readonly format: string;
  readonly role: ViewerRole;
  readonly out?: string;
  /** `host:port` of a running context-store instead of the data folder. */
  readonly context?: string;
}

/** `baton export`: the packet of a conversation in a format; what was dropped on stderr. */
export async function exportConversation(options: ExportOptions, now = Date.now()): Promise<void> {
  const { format, sign, out, role } = options;
  const data = resolve(options.data);
  if (sign !== undefined && !signable.has(format))
    throw new CliError(2, `${format} has no signature; --sign goes with ${[...signable].join(' and ')}`);
  const message =
    options.context === undefined
      ? await packetFromFolder(data, options.conversation)
      : await packetFromService(options.context, options.conversation);
  const packet = viewAs(role, packetFromMessage(message));
  const make =
    exportFormats[format] ?? ((seen: HandoffPacket) => withEvents(seen, role, data, options.context));
  const { payload, dropped } = await make(packet, { ...options, data, now });
  for (const line of dropped) say(asLine(line));
  if (out === undefined) printJson(payload);
  else writeOut(out, payload);
}

/** The packet with the events it was made of, for those who may see them and where the log is at hand. */
async function withEvents(
  packet: HandoffPacket,
  role: ViewerRole,
  data: string,
  context: string | undefined,
) {
  if (context !== undefined || role === 'agent' || role === 'external') {
    say(
      `the events of the conversation are for supervisors and auditors, from a data folder: only the packet is written`,
    );
    return { payload: { packet }, dropped: [] };
  }
  const log = await openAuditLog(data);
  try {
    const entries = await log.ofConversation(packet.tenantId, packet.conversationId);
    const events = entries.map(({ index, eventId, type, timeMs, source, dataJson }) => ({
      index,
      id: eventId,
      type,
      time: new Date(timeMs).toISOString(),
      source,
      // An erased event has left its place.
      data: dataJson === '' ? null : (JSON.parse(dataJson) as unknown),
    }));
    return { payload: { packet, events }, dropped: [] };
  } finally {
    await log.close();
  }
}

function asLine({ path, why, bytes }: Dropped): string {
  const reason = {
    'no-place': 'the format has no place for it',
    'too-large': 'it did not fit',
    shortened: 'it was shortened',
  }[why];
  return `dropped ${path}: ${reason} (${bytes} bytes)`;
}

function writeOut(file: string, payload: unknown): void {
  try {
    writeFileSync(file, `${JSON.stringify(payload)}\n`);
  } catch (thrown) {
    throw new CliError(
      2,
      `${file} cannot be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
  }
  say(`wrote ${file}`);
}
