import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Milliseconds. Each look wakes the process: ten a second were two thirds of what an idle node cost. */
const eventLoopMonitoringPrecision = 1000;

/** The numbers of one process. Labels are closed sets: a route's template, never a path; a kind, never an id. */
export class Metrics {
  readonly registry = new Registry();

  readonly #http = new Histogram({
    name: 'okaeri_http_seconds',
    help: 'Duration of HTTP requests by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor(process: string) {
    this.registry.setDefaultLabels({ process });
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision });
  }

  http(method: string, route: string, status: number, seconds: number): void {
    this.#http.observe({ method, route, status: String(status) }, seconds);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
