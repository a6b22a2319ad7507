import type { ImagingInstance } from '@okaeri/contracts';

/** One picture of a series: a file of its own, or one of those in a file. */
export interface Item {
  instance: ImagingInstance;
  /** From 0. */
  frame: number;
}

/** In the order in which one scrolls; what no viewer can show is left out. */
export function itemsOf(instances: readonly ImagingInstance[]): Item[] {
  return instances
    .filter(({ shown }) => shown)
    .flatMap((instance) => Array.from({ length: Math.max(1, instance.frames) }, (_, frame) => ({ instance, frame })));
}

/** Those nearest to where one looks come first, those ahead before those behind. */
export function nearest(at: number, count: number): number[] {
  return Array.from({ length: count }, (_, each) => each).sort((a, b) => Math.abs(a - at) - Math.abs(b - at) || b - a);
}
