import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenTransfer } from './golden-transfer.js';

/** `BATON_EVAL_DATA` names the folder that holds the public data sets; the vectors are those of `gtt-vectors/`. */
const folder = process.env['BATON_EVAL_DATA'];
const file = join(folder ?? '', 'gtt-vectors', 'vectors.json');
const why =
  folder === undefined
    ? 'BATON_EVAL_DATA does not name the folder of the data sets'
    : existsSync(file)
      ? undefined
      : `${file} is not there`;

interface Vector {
  readonly true: readonly number[];
  readonly pred: readonly number[];
  readonly T: number;
  readonly lambda_: number;
  readonly gtt: number;
}

(why === undefined ? describe : describe.skip)(
  `golden transfer, published vectors${why === undefined ? '' : ` (skipped: ${why})`}`,
  () => {
    it('agrees with every one to 1e-6', () => {
      const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vector[];
      expect(vectors.length).toBeGreaterThan(0);
      for (const { true: wanted, pred, T, lambda_, gtt } of vectors) {
        const reached = goldenTransfer(wanted.map(Boolean), pred.map(Boolean), {
          tolerance: T,
          lateness: lambda_,
        });
        expect(Math.abs(reached - gtt)).toBeLessThan(1e-6);
      }
    });
  },
);
