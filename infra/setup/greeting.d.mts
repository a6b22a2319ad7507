export function hasDisplay(env?: NodeJS.ProcessEnv): boolean;
export function tunnelLine(at: { port: number; mediaPort: number | number[]; env?: NodeJS.ProcessEnv }): string;
export function greeting(about: {
  address: string;
  port: number;
  mediaPort: number | number[];
  demo: boolean;
  lan?: { addresses: string[]; code: string };
  log: string;
  headless?: boolean;
}): string;
export function openBrowser(address: string, env?: NodeJS.ProcessEnv): void;
