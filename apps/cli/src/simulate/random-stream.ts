/** Numbers strictly between 0 and 1, uniformly spread. */
export type RandomStream = () => number;

/**
 * The stream of these keys (a seed, a replication, a caller…): the same keys give the same numbers on every machine, other keys a stream
 * that has nothing to do with it. What happens in one stream moves no other, so that policies are compared on the same calls.
 * Generator: sfc32 of PractRand (C. Doty-Humphrey, public domain).
 */
export function randomStream(...keys: readonly number[]): RandomStream {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  for (const key of keys) {
    a = mixed(a ^ key);
    b = mixed(b + a);
    c = mixed(c ^ b);
  }
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return ((sum >>> 0) + 0.5) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** The finaliser of MurmurHash3 (A. Appleby, public domain): every bit of the input moves every bit of the output. */
function mixed(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
