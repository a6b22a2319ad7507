export function openDatabase(say: (text: string) => void): Promise<{
  url: string;
  ended: Promise<Error>;
  stop(): Promise<void>;
}>;
export function demoWanted(env?: NodeJS.ProcessEnv): boolean;
