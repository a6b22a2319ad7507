import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Readiness } from '@okaeri/contracts';
import { Health } from './health';
import { Open } from './http';
import { Metrics } from './metrics';

/** For machines that watch the process. */
@Controller()
export class HealthController {
  constructor(
    @Inject(Health) private readonly health: Health,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  @Get('healthz')
  @Open('A supervisor asks whether the process lives.')
  alive(): { alive: true } {
    return { alive: true };
  }

  @Get('readyz')
  @Open('A load balancer asks whether to send people here; the answer names parts, never people.')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const readiness = await this.health.readiness();
    response.status(readiness.ready ? 200 : 503);
    response.setHeader('Cache-Control', 'no-store');
    return readiness;
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Open('Counts and durations without ids; a production network keeps it to its own monitoring.')
  numbers(): Promise<string> {
    return this.metrics.text();
  }
}
