export function duration(ms: number): string;
export function openSteps(options?: {
  stream?: { write(text: string): void };
  everyMs?: number;
  now?: () => number;
}): (name: string, work: (say: (text: string) => void) => Promise<string>) => Promise<void>;
