import { encode } from 'uqr';

/** A text as the squares of a QR code, without the margin around it. A screen needs no more repair than a little. */
export function squaresOf(text: string): string[] {
  return encode(text, { ecc: 'M', border: 0 }).data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
}
