import { Counter, Gauge, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';

/** What is counted at the moment somebody looks. */
export interface NodeCounts {
  links: number;
  workers: number;
  rooms: number;
  seats: number;
  producers: number;
  consumers: number;
  load: number;
}

const help: Record<keyof NodeCounts, string> = {
  links: 'Signaling processes that are connected.',
  workers: 'Media workers alive.',
  rooms: 'Rooms open.',
  seats: 'Seats in them.',
  producers: 'Streams received.',
  consumers: 'Streams sent on.',
  load: 'Share of one core used by the busiest worker.',
};

/** The node's own numbers. Labels are request names and outcomes only, never ids. */
export class NodeMetrics {
  readonly #requests: Counter<'request' | 'outcome'>;
  readonly #seconds: Histogram<'request'>;
  readonly #deaths: Counter;

  private constructor(registry: Registry, counts: () => NodeCounts) {
    const registers = [registry];
    for (const key of Object.keys(help) as (keyof NodeCounts)[]) {
      new Gauge({
        name: `okaeri_sfu_${key}`,
        help: help[key],
        registers,
        collect() {
          this.set(counts()[key]);
        },
      });
    }
    this.#requests = new Counter({
      name: 'okaeri_sfu_requests_total',
      help: 'Requests of signaling by name and outcome.',
      labelNames: ['request', 'outcome'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'okaeri_sfu_request_seconds',
      help: 'Time to work out a request.',
      labelNames: ['request'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
      registers,
    });
    this.#deaths = new Counter({
      name: 'okaeri_sfu_worker_deaths_total',
      help: 'Media workers that ended without having been told to.',
      registers,
    });
  }

  static create(registry: Registry, counts: () => NodeCounts): NodeMetrics {
    return new NodeMetrics(registry, counts);
  }

  request(request: string, outcome: string, seconds: number): void {
    this.#requests.inc({ request, outcome });
    this.#seconds.observe({ request }, seconds);
  }

  workerDied(): void {
    this.#deaths.inc();
  }
}
