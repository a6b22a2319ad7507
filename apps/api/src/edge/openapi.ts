import { Controller, Get, Inject, Injectable } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { ApiExcludeEndpoint, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { RouteRules, sessionCookieName } from '@okaeri/access';
import type { RouteRule } from '@okaeri/access';
import { errors, problem } from '@okaeri/contracts';
import type { ErrorCode } from '@okaeri/contracts';
import { Open } from '@okaeri/runtime';
import { version } from '../env';
import { problemsOf } from './answers';
import { schemaOf, tellInput, tellPath } from './inputs';
import type { Schemas } from './inputs';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const everywhere: ErrorCode[] = ['bad_request', 'misdirected', 'too_large', 'too_many', 'internal', 'unavailable'];
const asked: ErrorCode[] = ['sign_in_needed', 'not_found'];
const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** The description of all HTTP routes, with the rule and the errors of each. Made when it is first asked for. */
@Injectable()
export class OpenApi {
  #app: INestApplication | null = null;
  #document: OpenAPIObject | null = null;

  constructor(@Inject(RouteRules) private readonly rules: RouteRules) {}

  describe(app: INestApplication): void {
    this.#app = app;
  }

  document(): OpenAPIObject {
    if (!this.#app) throw new Error('The application has not been set up for HTTP.');
    return (this.#document ??= this.#build(this.#app));
  }

  #build(app: INestApplication): OpenAPIObject {
    const head = new DocumentBuilder()
      .setTitle('Okaeri')
      .setDescription('Follow-up care for people who were treated abroad and have gone home.')
      .setVersion(version)
      .addCookieAuth(sessionCookieName, { type: 'apiKey', in: 'cookie', name: sessionCookieName }, 'session')
      .build();
    const document = SwaggerModule.createDocument(app, head, {
      operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
    });
    const schemas: Schemas = {};
    schemaOf(problem, schemas);
    const rules = new Map(this.rules.all().map((rule) => [`${rule.method} ${rule.path}`, rule]));
    for (const [path, item] of Object.entries(document.paths)) {
      for (const method of methods) {
        const operation = item[method];
        const rule = rules.get(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
        if (!operation || !rule) continue;
        tellInput(operation, rule, schemas);
        tellPath(operation, path);
        tellRule(operation, rule);
      }
    }
    document.components = {
      ...document.components,
      schemas: { ...schemas, ...document.components?.schemas },
    } as NonNullable<OpenAPIObject['components']>;
    return document;
  }
}

function tellRule(operation: Operation, rule: RouteRule): void {
  const codes = [...everywhere, ...(rule.access ? asked : []), ...problemsOf(rule.target)];
  const statuses = new Set(codes.map((code) => errors[code]));
  for (const status of statuses) {
    const group = [...new Set(codes)].filter((code) => errors[code] === status);
    operation.responses[status] ??= {
      description: group.map((code) => `\`${code}\``).join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  operation.security = rule.access ? [{ session: [] }] : [];
  Object.assign(
    operation,
    rule.access ? { 'x-okaeri-access': rule.access.permission } : { 'x-okaeri-open': rule.open },
  );
}

@Controller('api')
export class OpenApiController {
  constructor(@Inject(OpenApi) private readonly openApi: OpenApi) {}

  @Get('openapi.json')
  @ApiExcludeEndpoint()
  @Open('The description of the routes, for people who write against them.')
  document(): OpenAPIObject {
    return this.openApi.document();
  }
}
