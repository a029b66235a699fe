import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { GroupCommit } from './group-commit.js';
import { runInThisThread } from './transaction-runner.js';
import { WalCheckpoints } from './wal-checkpoints.js';

describe('checkpoints of the write-ahead log', () => {
  let folder: string;
  let file: string;
  let db: DatabaseSync;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'baton-wal-'));
    file = join(folder, 'store.db');
    db = new DatabaseSync(file);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (body TEXT)');
  });

  afterEach(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });

  it('move what was written into the database once it is enough', async () => {
    const checkpoints = new WalCheckpoints(file, () => undefined);
    const insert = db.prepare('INSERT INTO t VALUES (?)');
    db.exec('BEGIN');
    for (let n = 0; n < 1_000; n++) insert.run('x'.repeat(1_000));
    db.exec('COMMIT');
    const before = statSync(file).size;
    checkpoints.wrote(999);
    await pause(50);
    expect(statSync(file).size).toBe(before);
    checkpoints.wrote(1);
    for (const end = Date.now() + 20_000; statSync(file).size < 1_000_000 && Date.now() < end;)
      await pause(10);
    expect(statSync(file).size).toBeGreaterThan(1_000_000);
    await checkpoints.stop();
  }, 30_000);

  it('can hold writes back, and lets them go in order', async () => {
    const commits = new GroupCommit(runInThisThread(db));
    const insert = (body: string) => ({ sql: 'INSERT INTO t VALUES (?)', rows: [[body]] });
    const { promise, resolve } = Promise.withResolvers<void>();
    commits.hold(promise);
    const written = Promise.all(['a', 'b'].map((body) => commits.submit(insert(body))));
    await nextTurn();
    await nextTurn();
    const bodies = () => db.prepare('SELECT body FROM t').all();
    expect(bodies()).toEqual([]);
    resolve();
    await written;
    expect(bodies()).toMatchObject([{ body: 'a' }, { body: 'b' }]);
  });
});
