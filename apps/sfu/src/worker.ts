import { createWorker } from 'mediasoup';
import type { types } from 'mediasoup';
import type { Log } from '@okaeri/runtime';
import { freePort, presentAddresses } from './addresses';
import type { MediaAddress } from './addresses';
import { mediaCodecs } from './media';
import { opensslOfWorker } from './openssl';

export interface WorkerSettings {
  workerBin: string;
  addresses: readonly MediaAddress[];
  /** `null`: any free one. */
  port: number | null;
}

/** A worker that neither starts nor fails within this time is given up. */
const startMilliseconds = 10_000;

/**
 * All people of a worker are sent to by one socket. For a neighbour whose cable is pulled the kernel keeps some 200 kB for
 * three seconds, and that is all that a socket may have under way by default: everybody else would wait with her.
 */
const sendBufferSize = 4 * 1024 * 1024;

/** One mediasoup worker process with the one WebRtcServer through which all its transports pass. */
export class MediaWorker {
  #cpu = { seconds: 0, at: performance.now() };
  #load = 0;
  /** Rooms on this worker, counted by the pool's users through `createRouter`. */
  #routers = 0;

  private constructor(
    private readonly worker: types.Worker,
    readonly server: types.WebRtcServer,
    readonly port: number,
    readonly openssl: string,
  ) {}

  static async create(settings: WorkerSettings, log: Log): Promise<MediaWorker> {
    const addresses = presentAddresses(settings.addresses);
    if (addresses.length === 0) throw new Error('None of MEDIA_IPS belongs to this machine.');
    if (addresses.length < settings.addresses.length) {
      log.warn({ used: addresses.map(({ ip }) => ip) }, 'some of MEDIA_IPS do not belong to this machine');
    }
    const worker = await startProcess(settings.workerBin);
    try {
      const port = settings.port ?? (await freePort(addresses.map(({ ip }) => ip)));
      const server = await worker.createWebRtcServer({
        listenInfos: addresses.flatMap(({ ip, announced }) =>
          (['udp', 'tcp'] as const).map((protocol) => ({
            protocol,
            ip,
            port,
            ...(announced ? { announcedAddress: announced } : {}),
            ...(protocol === 'udp' ? { sendBufferSize } : {}),
          })),
        ),
      });
      const openssl = await opensslOfWorker(worker.pid, settings.workerBin);
      return new MediaWorker(worker, server, port, openssl);
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  get pid(): number {
    return this.worker.pid;
  }

  get rooms(): number {
    return this.#routers;
  }

  /** Share of one core that the process used between the last two samples. */
  get load(): number {
    return this.#load;
  }

  /**
   * Called once, when the process ends without us. `crashed` is false after a signal that asks to end: Ctrl-C reaches
   * every process of the terminal, and what follows is our own end.
   */
  onDied(listener: (crashed: boolean) => void): void {
    this.worker.once('died', ({ message }) => listener(!/signal:SIG(INT|TERM)\b/.test(message)));
  }

  async createRouter(): Promise<types.Router> {
    const router = await this.worker.createRouter({ mediaCodecs });
    this.#routers += 1;
    router.observer.once('close', () => {
      this.#routers -= 1;
    });
    return router;
  }

  async sampleLoad(): Promise<void> {
    const usage = await this.worker.getResourceUsage();
    const next = { seconds: (usage.ru_utime + usage.ru_stime) / 1000, at: performance.now() };
    const elapsed = (next.at - this.#cpu.at) / 1000;
    if (elapsed > 0) this.#load = Math.min(1, Math.max(0, (next.seconds - this.#cpu.seconds) / elapsed));
    this.#cpu = next;
  }

  close(): void {
    this.worker.close();
  }
}

async function startProcess(workerBin: string): Promise<types.Worker> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = signals.map((signal) => new Set(process.listeners(signal)));
  const starting = createWorker({ workerBin, logLevel: 'error' });
  // mediasoup ends its workers at the first signal; we want them to work on until the rooms are empty.
  signals.forEach((signal, index) => {
    for (const listener of process.listeners(signal)) {
      if (!before[index]?.has(listener)) process.removeListener(signal, listener);
    }
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), startMilliseconds);
  });
  const worker = await Promise.race([starting, late]).finally(() => clearTimeout(timer));
  if (worker) return worker;
  starting.then((straggler) => straggler.close()).catch(() => undefined);
  throw new Error(`It did not answer within ${startMilliseconds / 1000} s.`);
}
