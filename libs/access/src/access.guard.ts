import { Inject, Injectable, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { OkaeriError } from '@okaeri/contracts';
import type { Permission } from '@okaeri/contracts';
import { setReaderLocale } from '@okaeri/platform';
import { openKey } from '@okaeri/runtime';
import type { Request } from 'express';
import { AccessControl } from './access-control';
import type { Granted } from './access-control';
import { Sessions } from './sessions';

/** Metadata of a route that asks `requireAccess`. */
export const accessKey = 'okaeri:access';

export interface AccessRule {
  permission: Permission;
  /** Route parameters by name that are the ids of the question. */
  ids: readonly 'visitId'[];
}

/** The question that a route asks before it does anything. */
export const Access = (permission: Permission, ids: AccessRule['ids'] = []): MethodDecorator =>
  SetMetadata(accessKey, { permission, ids } satisfies AccessRule);

const grants = new WeakMap<object, Granted>();

/** In a handler behind `@Access`: what was granted, and to whom. */
export const Grant = createParamDecorator((_: unknown, context: ExecutionContext): Granted => {
  const granted = grants.get(context.switchToHttp().getRequest<Request>());
  if (!granted) throw new OkaeriError('internal');
  return granted;
});

/** Asks for every HTTP route. A guard and not a middleware: those are matched by path, and paths can be written in many ways. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AccessControl) private readonly access: AccessControl,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Socket messages have their rules in the contracts, and the gateway asks for them.
    if (context.getType() !== 'http') return true;
    const handler = context.getHandler();
    const rule = this.reflector.get<AccessRule | undefined>(accessKey, handler);
    if (!rule) {
      if (this.reflector.getAllAndOverride<string | undefined>(openKey, [handler, context.getClass()])) return true;
      throw new OkaeriError('not_found');
    }
    const request = context.switchToHttp().getRequest<Request>();
    const actor = await this.sessions.actorOf(request.headers.cookie);
    if (actor) setReaderLocale(request, actor.language);
    const ids = Object.fromEntries(rule.ids.map((name) => [name, String(request.params[name] ?? '')]));
    const question = { actor, permission: rule.permission, ids, address: request.ip };
    grants.set(request, await this.access.requireAccess(question, 'http'));
    return true;
  }
}
