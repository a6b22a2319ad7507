export const recipe: {
  patches: { file: string; why: string; from: string; to: string }[];
  meson: string[];
  libsrtp: string[];
};
export function ninjaProgress(line: string): { done: number; all: number; percent: number } | undefined;
export function compileJobs(cpus?: number, freeBytes?: number): number;
