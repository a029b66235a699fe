/** Packages a `domain/` folder may import whole: values and pure functions. */
const pure = ['kernel', 'contracts', 'policy', 'packs', 'language', 'ledger', 'handoff-formats'];

/** Of the persistence library, the types and values a pure decision is made of. */
const decisionNames = ['draft', 'EventDraft', 'Decision'];

const why =
  'domain/ is what a contact-centre manager could read: types and pure functions. Pass the clock, ids and what was read in; do I/O in handlers/, grpc/ or store/.';

/** Files `depth` folders below a `domain/` folder. @param {number} depth @returns {string[]} */
export function domainFiles(depth) {
  return [`apps/*/src/domain/${'*/'.repeat(depth)}*.ts`];
}

/**
 * Options of `no-restricted-imports` for those files: relative imports stay inside `domain/`, and only pure packages come in.
 * Of Node, `node:crypto` may come in for its hashes.
 *
 * @param {number} depth
 */
export function onlyDomain(depth) {
  return {
    paths: [
      {
        name: '@baton/persistence',
        allowImportNames: decisionNames,
        message: `Only ${decisionNames.join(', ')} are values. ${why}`,
      },
    ],
    patterns: [
      { regex: `^${'\\.\\./'.repeat(depth + 1)}`, message: `This leaves domain/. ${why}` },
      { regex: `^(?!\\.|@baton/(${pure.join('|')}|persistence)$|node:crypto$)`, message: why },
    ],
  };
}
