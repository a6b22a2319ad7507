import { Module, StandardSchemaValidationPipe } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { AccessModule } from '@okaeri/access';
import { ProblemFilter, Writes, fieldsError } from '@okaeri/platform';
import { DemoController } from './demo/demo.controller';
import { DemoDoor } from './demo/demo-door';
import { DemoWorld } from './demo/demo-world';
import { refuseDemoByEnv } from './demo/refusal';
import { AnswerInterceptor } from './edge/answers';
import { OpenApi, OpenApiController } from './edge/openapi';
import { demoEdges, edges } from './edges';
import { API_ENV } from './env';
import type { ApiEnv } from './env';
import { PagesController } from './pages/pages.controller';
import { SessionController } from './session/session.controller';
import { SessionPages } from './session/session-page';

const minute = 60_000;

/**
 * The edges of the api. The root that imports it brings `RuntimeModule`, `DatabaseModule` and an HTTP server set up by
 * `configureHttp`.
 */
@Module({})
export class ApiModule {
  static forRoot(env: ApiEnv): DynamicModule {
    const demo = env.OKAERI_DEMO;
    // Here and not in a provider: the reason is then the one line that is written.
    if (demo) refuseDemoByEnv(env);
    const spread = [...edges, ...(demo ? demoEdges : [])];
    return {
      module: ApiModule,
      imports: [
        AccessModule,
        ThrottlerModule.forRoot([
          { name: 'each', limit: 60, ttl: minute },
          // Whoever has many addresses still meets this one.
          { name: 'all', limit: 600, ttl: minute, getTracker: () => 'all' },
        ]),
      ],
      controllers: [
        SessionController,
        PagesController,
        OpenApiController,
        ...(demo ? [DemoController] : []),
        ...spread.flatMap(({ controllers }) => controllers),
      ],
      providers: [
        { provide: API_ENV, useValue: env },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        {
          provide: APP_PIPE,
          useValue: new StandardSchemaValidationPipe({ exceptionFactory: fieldsError }),
        },
        DemoDoor,
        OpenApi,
        SessionPages,
        Writes,
        ...(demo ? [DemoWorld] : []),
        ...spread.flatMap(({ providers }) => providers),
      ],
    };
  }
}
