import { normalQuantile } from './normal-quantile.js';

/**
 * The value Student's t stays below with this probability, above one half, to four digits from 3 degrees of freedom on; 1 and 2 exactly.
 * Source: G. W. Hill, Algorithm 396, Communications of the ACM 13 (1970) 619–620.
 */
export function studentQuantile(probability: number, degrees: number): number {
  const both = 2 * (1 - probability);
  if (degrees === 1) return 1 / Math.tan((both * Math.PI) / 2);
  if (degrees === 2) return Math.sqrt(2 / (both * (2 - both)) - 2);
  const a = 1 / (degrees - 0.5);
  const b = 48 / (a * a);
  let c = ((20700 * a) / b - 98) * a - 16;
  c = c * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * degrees;
  let x = d * both;
  let y = x ** (2 / degrees);
  if (y > 0.05 + a) {
    x = normalQuantile(both / 2);
    y = x * x;
    if (degrees < 5) c += 0.3 * (degrees - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = Math.expm1(a * y * y);
  } else {
    y =
      ((1 / (((degrees + 6) / (degrees * y) - 0.089 * d - 0.822) * (degrees + 2) * 3) + 0.5 / (degrees + 4)) *
        y -
        1) *
        ((degrees + 1) / (degrees + 2)) +
      1 / y;
  }
  return Math.sqrt(degrees * y);
}
