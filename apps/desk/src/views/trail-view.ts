import type { TrailEntry } from '@baton/contracts';

/** One event of the audit log as the pages get it; `data` is null where it was erased. */
export function trailEntryView({ dataJson, ...entry }: TrailEntry) {
  return { ...entry, data: parsed(dataJson) };
}

function parsed(json: string): unknown {
  return json === '' ? null : JSON.parse(json);
}
