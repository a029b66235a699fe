import { createHash } from 'node:crypto';

/**
 * A pack's version: the lower-case hex SHA-256 of one line a file, `<sha256 of its content>  <path>\n`, sorted by path;
 * `demo.yaml` and `scripts/` are left out, for they change nothing a customer meets. Line ends count as LF, so that a
 * checkout on any system has the same version. In a pack folder with LF files `sha256sum` gives the same:
 * `sha256sum $(find *.yaml knowledge -type f ! -name demo.yaml | LC_ALL=C sort) | sha256sum`.
 */
export function packSha256(files: ReadonlyMap<string, Uint8Array>): string {
  const total = createHash('sha256');
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (path === 'demo.yaml' || path.startsWith('scripts/')) continue;
    total.update(`${createHash('sha256').update(withoutCarriageReturns(content)).digest('hex')}  ${path}\n`);
  }
  return total.digest('hex');
}

function withoutCarriageReturns(content: Uint8Array): Uint8Array {
  if (!content.includes(13)) return content;
  return content.filter((byte, index) => byte !== 13 || content[index + 1] !== 10);
}
