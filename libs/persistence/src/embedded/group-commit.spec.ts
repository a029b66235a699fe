import { DatabaseSync } from 'node:sqlite';
import { GroupCommit } from './group-commit.js';
import { runInThisThread } from './transaction-runner.js';

class WatchedDatabase extends DatabaseSync {
  commits = 0;

  override exec(sql: string): void {
    super.exec(sql);
    if (sql === 'COMMIT') this.commits += 1;
  }
}

describe('group commit', () => {
  let db: WatchedDatabase;
  let commits: GroupCommit;
  const put = (n: number) => ({ sql: 'INSERT INTO numbers VALUES (?)', rows: [[n]] });
  const stored = () =>
    db
      .prepare('SELECT n FROM numbers ORDER BY n')
      .all()
      .map((row) => row['n']);

  beforeEach(() => {
    db = new WatchedDatabase(':memory:');
    db.exec(`
      PRAGMA foreign_keys = ON;
      CREATE TABLE numbers (n INTEGER PRIMARY KEY);
      CREATE TABLE owed (n INTEGER REFERENCES numbers (n) DEFERRABLE INITIALLY DEFERRED);
    `);
    commits = new GroupCommit(runInThisThread(db));
  });
  afterEach(() => db.close());

  it('puts the writes of one turn into one transaction', async () => {
    await Promise.all([1, 2, 3].map((n) => commits.submit(put(n))));
    expect(stored()).toEqual([1, 2, 3]);
    expect(db.commits).toBe(1);
  });

  it('lets nobody read what is not committed', async () => {
    const writing = commits.submit(put(1));
    expect(stored()).toEqual([]);
    await writing;
    expect(stored()).toEqual([1]);
  });

  it('rejects all of them where the commit fails, keeps none, and goes on afterwards', async () => {
    const owe = { sql: 'INSERT INTO owed VALUES (99)', rows: [[]] };
    const outcomes = await Promise.allSettled([
      commits.submit(put(1)),
      commits.submit(owe),
      commits.submit(put(2)),
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { code: 'store-unavailable', retriable: true },
      });
    }
    expect(stored()).toEqual([]);
    expect(commits.failure).toBeDefined();
    await commits.submit(put(3));
    expect(stored()).toEqual([3]);
    expect(commits.failure).toBeUndefined();
  });

  it('refuses a row that breaks a constraint alone, and says how many came before it', async () => {
    const reports = await Promise.all([
      commits.submit(put(1)),
      commits.submit({ sql: 'INSERT INTO numbers VALUES (?)', rows: [[2], [3], [1], [4]] }),
      commits.submit(put(5)),
    ]);
    expect(reports).toEqual([
      { written: 1 },
      { written: 2, constraint: expect.stringMatching(/constraint/) as string },
      { written: 1 },
    ]);
    expect(stored()).toEqual([1, 2, 3, 5]);
  });

  it('flushes everything, however much it is and even while held', async () => {
    commits.hold(new Promise(() => undefined));
    const written = Promise.all(Array.from({ length: 1200 }, (_, n) => commits.submit(put(n))));
    await commits.flush();
    expect(stored()).toHaveLength(1200);
    await written;
  });

  it('splits what would hold up the event loop', async () => {
    await Promise.all(Array.from({ length: 1200 }, (_, n) => commits.submit(put(n))));
    expect(db.commits).toBe(3);
  });
});
