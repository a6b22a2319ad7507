export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
export function countsOf(file: string, late?: boolean): Counts;
export function lateWords(lane: { name: string; minutes: number }): string;
export function sum(all: Counts[]): Counts;
export function failuresOf(file: string, root: string): string[];
export function summary(counts: Counts): string;
