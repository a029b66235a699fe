import type { RegisterAgentRequest } from '@baton/contracts';
import { nearestName } from '@baton/packs';
import { delimitedRecords } from '../eval/read/delimited.js';
import { isUnreadable, parseShift } from './parse-shift.js';

/** One thing wrong in the file. */
export interface CsvFault {
  /** From 1; the header is row 1. */
  readonly row: number;
  /** Its name; empty where the row as a whole is meant. */
  readonly column: string;
  readonly problem: string;
  readonly instead: string;
}

/** An agent and the row they stand in. */
export interface AgentRow {
  readonly row: number;
  readonly agent: RegisterAgentRequest;
}

const needed = ['id', 'name', 'skills', 'languages'];
/** Every column there may be, the id first. */
export const columns = [
  ...needed,
  'team',
  'site',
  'country',
  'voice',
  'chat',
  'voice_with_chats',
  'timezone',
  'shift',
  'off',
];
/** More are not kept: a file of garbage needs no longer list. */
const mostFaults = 50;

/**
 * Reads agents from CSV (RFC 4180) with a header. Needed: id, name, skills (`fraud:5 general:3`), languages (`en es`). Optional: team, site,
 * country, voice, chat, voice_with_chats, timezone, shift (`mon-fri 09:00-17:00; sat 10:00-14:00`), off (dates). Either every row
 * is right or the faults are given, none of which repeats more than the cell that is wrong.
 */
export function readAgentsCsv(text: string): {
  readonly rows: readonly AgentRow[];
  readonly faults: readonly CsvFault[];
} {
  const faults: CsvFault[] = [];
  const rows: AgentRow[] = [];
  const firstRow = new Map<string, number>();
  let header: readonly string[] | undefined;
  try {
    for (const { line: row, fields } of delimitedRecords(text, ',', (fault) => {
      throw new BrokenCsv(fault.line, fault.problem);
    })) {
      if (faults.length >= mostFaults) break;
      if (!header) {
        header = fields.map((field) => field.trim().toLowerCase());
        faults.push(...headerFaults(header, row));
        if (faults.length > 0) break;
        continue;
      }
      const cells = new Map(header.map((name, n) => [name, (fields[n] ?? '').trim()]));
      if (fields.length !== header.length) {
        const problem = `has ${fields.length} cells and the header ${header.length}`;
        faults.push({
          row,
          column: '',
          problem,
          instead: 'as many cells as the header; quote what holds a comma',
        });
        continue;
      }
      const read = readRow(row, (name) => cells.get(name) ?? '');
      faults.push(...read.faults);
      const before = firstRow.get(read.agent.agentId);
      if (before !== undefined && read.agent.agentId !== '') {
        faults.push({
          row,
          column: 'id',
          problem: `stands in row ${before} already`,
          instead: 'each agent once',
        });
      }
      firstRow.set(read.agent.agentId, before ?? row);
      rows.push({ row, agent: read.agent });
    }
  } catch (thrown) {
    if (!(thrown instanceof BrokenCsv)) throw thrown;
    faults.push({
      row: thrown.row,
      column: '',
      problem: `has ${thrown.problem}`,
      instead: 'CSV as RFC 4180 defines it',
    });
  }
  if (!header && faults.length === 0) {
    faults.push({ row: 1, column: '', problem: 'is missing: the file is empty', instead: needed.join(',') });
  }
  return { rows, faults: faults.slice(0, mostFaults) };
}

class BrokenCsv extends Error {
  constructor(
    readonly row: number,
    readonly problem: string,
  ) {
    super(problem);
  }
}

function headerFaults(header: readonly string[], row: number): CsvFault[] {
  const missing = needed.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !columns.includes(name));
  const twice = header.filter((name, n) => header.indexOf(name) < n);
  return [
    ...unknown.map((name) => ({
      row,
      column: name,
      problem: 'is no column',
      instead: nearestName(name, columns) ?? `one of ${columns.join(', ')}`,
    })),
    ...twice.map((name) => ({ row, column: name, problem: 'comes twice', instead: 'each column once' })),
    ...missing.map((name) => ({ row, column: name, problem: 'is missing', instead: `a column ${name}` })),
  ];
}

function readRow(
  row: number,
  cell: (name: string) => string,
): { agent: RegisterAgentRequest; faults: CsvFault[] } {
  const faults: CsvFault[] = [];
  const fault = (column: string, problem: string, instead: string) =>
    faults.push({ row, column, problem, instead });
  const agentId = cell('id');
  if (!/^[\w.:@-]{1,128}$/.test(agentId))
    fault('id', `is \`${shown(agentId)}\``, 'letters, digits and . : @ - _, up to 128');
  if (cell('name').length === 0 || cell('name').length > 200)
    fault('name', 'is empty or too long', 'a name of up to 200 characters');
  const skills: Record<string, number> = {};
  for (const part of words(cell('skills'))) {
    const match = /^([a-z0-9]+(?:-[a-z0-9]+)*):([1-5])$/.exec(part);
    if (match) skills[match[1]!] = Number(match[2]);
    else
      fault('skills', `names \`${shown(part)}\``, 'skill:proficiency with 1 to 5, as in fraud:5 general:3');
  }
  const languages = words(cell('languages'));
  if (languages.length === 0) fault('languages', 'is empty', 'en, or en es');
  for (const tag of languages) {
    if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag))
      fault('languages', `names \`${shown(tag)}\``, 'language tags such as en or pt-BR');
  }
  if (!/^([A-Z]{2})?$/.test(cell('country')))
    fault('country', `is \`${shown(cell('country'))}\``, 'two capital letters such as GB');
  const places = (name: string, most: number) => {
    const text = cell(name);
    if (text === '') return undefined;
    if (/^\d{1,2}$/.test(text) && Number(text) <= most) return Number(text);
    fault(name, `is \`${shown(text)}\``, `a whole number from 0 to ${most}`);
    return undefined;
  };
  const voice = places('voice', 1);
  const chat = places('chat', 20);
  const together = cell('voice_with_chats').toLowerCase();
  if (!['', 'yes', 'no', 'true', 'false'].includes(together))
    fault('voice_with_chats', `is \`${shown(together)}\``, 'yes or no');
  const shift = parseShift(cell('shift'), cell('timezone'), cell('off'));
  if (isUnreadable(shift)) fault('shift', shift.problem, shift.instead);
  const capacity =
    voice === undefined && chat === undefined && together === ''
      ? undefined
      : { voice: voice ?? 1, chat: chat ?? 1, voiceWithChats: together === 'yes' || together === 'true' };
  return {
    agent: {
      commandId: '',
      tenantId: '',
      agentId,
      name: cell('name'),
      skills,
      languages,
      workplace: { team: cell('team'), site: cell('site'), country: cell('country') },
      capacity,
      shift: isUnreadable(shift) ? undefined : shift,
    },
    faults,
  };
}

function words(text: string): string[] {
  return text.split(/[\s;]+/).filter((word) => word !== '');
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
