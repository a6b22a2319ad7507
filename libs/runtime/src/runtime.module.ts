import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Health } from './health';
import { HealthController } from './health.controller';
import { LOG } from './log';
import type { Log } from './log';
import { Metrics } from './metrics';

/** Log, metrics and health of the process; imported once, by its root. */
@Module({})
export class RuntimeModule {
  static forRoot(options: { process: string; log: Log }): DynamicModule {
    return {
      module: RuntimeModule,
      global: true,
      controllers: [HealthController],
      providers: [
        { provide: LOG, useValue: options.log },
        { provide: Health, useValue: new Health() },
        { provide: Metrics, useValue: new Metrics(options.process) },
      ],
      exports: [LOG, Health, Metrics],
    };
  }
}
