export function isFree(port: number, hosts?: string[]): Promise<boolean>;
export function firstFree(from: number, options?: { hosts?: string[]; udp?: boolean; tries?: number }): Promise<number>;
export function anyFree(): Promise<number>;
export function listenersIn(table: string, port: number): { uid: number; inode: string }[];
export function whoListens(port: number): { pid?: number; text: string } | undefined;
export function choosePort(wish: {
  asked?: number;
  usual?: number;
  hosts?: string[];
}): Promise<{ port?: number; taken?: string; instead?: number; of?: string }>;
export function readPort(text: string | undefined): { port?: number; wrong?: string };
