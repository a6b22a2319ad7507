/** `[from, to, from, to …]` in minutes: sorted, apart from each other, each with its beginning and without its end. */
export type Spans = readonly number[];

/** Puts pairs of any order into that form; what has no length is left out, what touches becomes one. */
export function normal(pairs: readonly number[]): number[] {
  const spans: [from: number, to: number][] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const [from, to] = [pairs[i] as number, pairs[i + 1] as number];
    if (from < to) spans.push([from, to]);
  }
  spans.sort((a, b) => a[0] - b[0]);
  const out: number[] = [];
  for (const [from, to] of spans) {
    const last = out.length - 1;
    if (last > 0 && from <= (out[last] as number)) out[last] = Math.max(out[last] as number, to);
    else out.push(from, to);
  }
  return out;
}

export function intersect(a: Spans, b: Spans): number[] {
  const out: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [aEnd, bEnd] = [a[i + 1] as number, b[j + 1] as number];
    const from = Math.max(a[i] as number, b[j] as number);
    const to = Math.min(aEnd, bEnd);
    if (from < to) out.push(from, to);
    if (aEnd < bEnd) i += 2;
    else j += 2;
  }
  return out;
}

export function subtract(a: Spans, b: Spans): number[] {
  const out: number[] = [];
  for (let i = 0, j = 0; i < a.length; i += 2) {
    let from = a[i] as number;
    const end = a[i + 1] as number;
    while (j < b.length && (b[j + 1] as number) <= from) j += 2;
    for (let k = j; k < b.length && (b[k] as number) < end; k += 2) {
      if ((b[k] as number) > from) out.push(from, b[k] as number);
      from = Math.max(from, b[k + 1] as number);
    }
    if (from < end) out.push(from, end);
  }
  return out;
}

/** Each span longer by so much on both sides. */
export function widen(spans: Spans, by: number): Spans {
  return by === 0 ? spans : normal(spans.map((value, i) => (i % 2 === 0 ? value - by : value + by)));
}
