import { join } from 'node:path';
import { listPacks, resolvePackDir } from './resolve-pack-dir.js';
import { withPack } from './testing/small-pack.js';

describe('finding a pack', () => {
  it('takes a name, a folder, and says what there is otherwise', () => {
    withPack({ 'bank/bot.yaml': 'x', 'health/bot.yaml': 'x', 'notes/readme.md': 'x' }, (root) => {
      expect(listPacks(root)).toEqual(['bank', 'health']);
      expect(resolvePackDir('bank', root)).toEqual({ ok: true, value: join(root, 'bank') });
      expect(resolvePackDir(join(root, 'health'), 'nowhere')).toEqual({
        ok: true,
        value: join(root, 'health'),
      });
      const missing = resolvePackDir('bnak', root);
      expect(!missing.ok && [missing.error.code, missing.error.message]).toEqual([
        'pack-not-found',
        'there is no pack `bnak`; write: bank',
      ]);
      expect(resolvePackDir('..', join(root, 'bank')).ok).toBe(false);
      expect(resolvePackDir('', root).ok).toBe(false);
    });
  });
});
