import { signalingMessagesPerSecond } from '@okaeri/contracts';

const deepest = 32;

/**
 * Whether a value that came from outside is small, flat and plain JSON. Stops at the limit, so that a huge message costs
 * no more than a long one, and does not recurse, so that a deep one cannot exhaust the stack.
 */
export function measure(value: unknown, limit: number): 'fits' | 'too large' | 'not plain' {
  let left = limit;
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  while (open.length > 0) {
    const { value: current, depth } = open.pop() as { value: unknown; depth: number };
    left -= 1;
    if (typeof current === 'string') left -= Buffer.byteLength(current);
    else if (typeof current === 'object' && current !== null) {
      if (depth >= deepest || !isPlain(current)) return 'not plain';
      const inside = Object.entries(current);
      left -= inside.length;
      if (left < 0) return 'too large';
      for (const [key, child] of inside) {
        if (!Array.isArray(current)) left -= Buffer.byteLength(key);
        open.push({ value: child, depth: depth + 1 });
      }
    } else left -= 8;
    if (left < 0) return 'too large';
  }
  return 'fits';
}

/** Binary attachments arrive as buffers; no message of ours has any. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/**
 * How many messages a connection may still send. It may send a second's worth at once. Who goes on after being refused
 * for as many messages again is a flood, and is cut off.
 */
export class Allowance {
  #left: number;
  #at: number;

  constructor(
    private readonly perSecond = signalingMessagesPerSecond,
    at = performance.now(),
  ) {
    this.#left = perSecond;
    this.#at = at;
  }

  take(at = performance.now()): 'taken' | 'refused' | 'flood' {
    this.#left = Math.min(this.perSecond, this.#left + ((at - this.#at) / 1000) * this.perSecond) - 1;
    this.#at = at;
    if (this.#left >= 0) return 'taken';
    return this.#left < -this.perSecond ? 'flood' : 'refused';
  }
}
