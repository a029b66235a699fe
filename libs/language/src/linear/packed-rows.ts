/** Rows of 8-bit weights, four outputs to a word, so that four are added at a time; weights are stored 128 too high, never negative. */
export interface PackedRows {
  readonly words: Int32Array;
  /** Words a row. */
  readonly stride: number;
  /** Outputs a row. */
  readonly width: number;
}

const OFFSET = 128;
const LANES = 0x00ff00ff;
/** A lane has 16 bits: as many times 255 fits. */
const MOST_ROWS = 256;

/** Packs `rows × width` weights. */
export function packRows(weights: Int8Array, width: number): PackedRows {
  const stride = Math.ceil(width / 4);
  const rows = weights.length / width;
  const bytes = new Uint8Array(rows * stride * 4);
  for (let row = 0; row < rows; row += 1) {
    for (let output = 0; output < width; output += 1)
      bytes[row * stride * 4 + laneOf(output)] = weights[row * width + output]! + OFFSET;
  }
  return { words: new Int32Array(bytes.buffer), stride, width };
}

/** Sums of the rows `index[from..to)` by output, into `into`. Exact. */
export function sumRows(
  { words, stride, width }: PackedRows,
  index: Uint32Array,
  from: number,
  to: number,
  into: Int32Array,
): void {
  into.fill(-OFFSET * (to - from), 0, width);
  for (let first = from; first < to; first += MOST_ROWS) {
    const end = Math.min(to, first + MOST_ROWS);
    // Word by word: the sums stay in registers, and after the first word the rows are in the nearest cache.
    for (let word = 0; word < stride; word += 1) {
      let [even, odd] = [0, 0];
      for (let at = first; at < end; at += 1) {
        const four = words[index[at]! * stride + word]!;
        even += four & LANES;
        odd += (four >>> 8) & LANES;
      }
      const output = word * 4;
      into[output]! += even & 0xffff;
      into[output + 1]! += odd & 0xffff;
      into[output + 2]! += even >>> 16;
      into[output + 3]! += odd >>> 16;
    }
  }
}

// Where an output's byte stands in a row, on a machine of either byte order.
const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
function laneOf(output: number): number {
  return isLittleEndian ? output : (output & ~3) + 3 - (output & 3);
}
