import type { AuditFault, AuditReport, FolderReport } from './audit-report.js';

const SHOWN_FAULTS = 20;

/** A report for people; the report itself is the JSON. */
export function formatReport(report: AuditReport | FolderReport): string {
  if ('tenant' in report) return formatLog(report);
  const parts = report.logs.map(formatLog);
  if (report.logs.length === 0) parts.push('There is no log here.');
  if (report.faults.length > 0) parts.push(faultLines(report.faults, report.faults.length).join('\n'));
  return parts.join('\n\n');
}

function formatLog(report: AuditReport): string {
  const { entries, signedEntries, checkpoints, checkpointsVerified, erased } = report;
  const lines = [
    `${report.ok ? 'VERIFIED' : 'NOT VERIFIED'}  ${report.tenant}`,
    `  log          ${report.origin || '(never signed)'}`,
    `  entries      ${entries}, of which ${signedEntries} are signed`,
    `  events       ${report.opened} fit their commitment${erased > 0 ? `, ${erased} were erased` : ''}`,
    `  checkpoints  ${checkpointsVerified} of ${checkpoints} verified`,
    `  root         ${report.root}`,
    `  key          ${report.verifierKeys.join(', ') || '(none)'}`,
  ];
  if (report.keySource === 'found') {
    lines.push('  The key came with the log. Give the one you hold to know who signed it.');
  }
  return [...lines, ...faultLines(report.faults, report.faultCount)].join('\n');
}

function faultLines(faults: readonly AuditFault[], count: number): string[] {
  const shown = faults.slice(0, SHOWN_FAULTS);
  const lines = shown.map(({ code, index, message }) => `  ✗ ${code} at ${index}: ${message}`);
  return count > shown.length ? [...lines, `  … and ${count - shown.length} more`] : lines;
}
