import { Inject, Injectable } from '@nestjs/common';
import { Metrics } from '@okaeri/runtime';
import { Gauge, Histogram } from 'prom-client';
import { NodeRegistry } from '../nodes/registry';
import { Connections } from './connections';

/** What signaling counts. Labels are names of messages and codes, never ids. */
@Injectable()
export class SignalingMetrics {
  readonly #messages: Histogram<'message' | 'outcome'>;

  constructor(
    @Inject(Metrics) metrics: Metrics,
    @Inject(Connections) connections: Connections,
    @Inject(NodeRegistry) nodes: NodeRegistry,
  ) {
    const registers = [metrics.registry];
    this.#messages = new Histogram({
      name: 'okaeri_message_seconds',
      help: 'Duration of signalling messages, from receipt to answer.',
      labelNames: ['message', 'outcome'],
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
      registers,
    });
    gauge('okaeri_sockets', 'Windows connected to this process.', () => connections.size);
    gauge('okaeri_visits_entered', 'Visits with somebody connected to this process.', () => connections.visits.size);
    gauge('okaeri_sfu_nodes', 'Sfu nodes that this process can reach.', () => nodes.nodes().length);

    function gauge(name: string, help: string, read: () => number): void {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    }
  }

  message(message: string, outcome: string, seconds: number): void {
    this.#messages.observe({ message, outcome }, seconds);
  }
}
