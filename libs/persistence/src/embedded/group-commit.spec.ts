import { DatabaseSync } from 'node:sqlite';
import { GroupCommit } from './group-commit.js';

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
  const put = (n: number) => () => db.prepare('INSERT INTO numbers VALUES (?)').run(n).changes;
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
    commits = new GroupCommit(db);
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
    const owe = () => db.prepare('INSERT INTO owed VALUES (99)').run();
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

  it('rejects a write that throws alone', async () => {
    const refuse = () => {
      throw new RangeError('not this one');
    };
    const outcomes = await Promise.allSettled([
      commits.submit(put(1)),
      commits.submit(refuse),
      commits.submit(put(2)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(stored()).toEqual([1, 2]);
  });

  it('splits what would hold up the event loop', async () => {
    await Promise.all(Array.from({ length: 1200 }, (_, n) => commits.submit(put(n))));
    expect(db.commits).toBe(3);
  });
});
