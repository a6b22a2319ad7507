export interface TurnConfig {
  secret: string;
  host: string;
  port: number;
  /** Where packets to the sfu leave from; the address that is listened on, if it is not said. */
  relayHost?: string;
  /** The addresses of the sfu nodes. */
  peers: readonly string[];
  cert: string;
  key: string;
  /** First and last of the ports that packets leave from. */
  ports?: readonly [number, number];
}
export interface Turn {
  pid: number;
  url: string;
  ended: Promise<number | string>;
  stop(): Promise<void>;
}
export function startTurn(options: TurnConfig & { logFile?: string }): Promise<Turn>;
export function turnFromEnv(
  env: NodeJS.ProcessEnv,
  given: { peers: readonly string[]; cert?: string; key?: string },
): TurnConfig;
