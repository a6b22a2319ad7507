import { Inject, Injectable, SetMetadata, createParamDecorator } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { OkaeriError } from '@okaeri/contracts';
import type { Permission, RecordCategory } from '@okaeri/contracts';
import { setReaderLocale } from '@okaeri/platform';
import { openKey } from '@okaeri/runtime';
import type { Request } from 'express';
import { AccessControl } from './access-control';
import type { AccessIds, Granted } from './access-control';
import { Sessions } from './sessions';
import { Turns } from './turns';

/** Metadata of a route that asks `requireAccess`. */
export const accessKey = 'okaeri:access';

const inTurnKey = 'okaeri:in-turn';
/** Of a route to which hundreds come at once when a mast comes back: whoever asks for anything else is not to wait behind them. */
export const InTurn = (): MethodDecorator => SetMetadata(inTurnKey, true);

/** Names of the ids of a question, as route parameters have them. */
const idNames = [
  ...(['visitId', 'personId', 'episodeId', 'institutionId', 'invitationId', 'fileId', 'noteId'] as const),
  ...(['resourceId', 'thingId', 'taskId', 'askId', 'waitlistId', 'glassId'] as const),
] as const;
type IdName = (typeof idNames)[number];

export interface AccessRule {
  permission: Permission;
  /**
   * Route parameters by name that are the ids of the question; or `body.institutionId`, `body.episode.institutionId`:
   * members of the body, of which the last name counts. The body has not been looked at yet, and only a text is taken.
   */
  ids: readonly (IdName | `body.${string}`)[];
  /** Of `record.read`: the one part of the record that this route answers with. */
  category?: RecordCategory | undefined;
}

/** The question that a route asks before it does anything. */
export const Access = (
  permission: Permission,
  ids: AccessRule['ids'] = [],
  category?: RecordCategory,
): MethodDecorator => SetMetadata(accessKey, { permission, ids, category } satisfies AccessRule);

/** The ids of the question that a request asks. */
function idsOf(rule: AccessRule, request: Request): AccessIds {
  const ids: AccessIds = {};
  for (const from of rule.ids) {
    const [head, ...path] = from.split('.');
    const name = idNames.find((each) => each === (path.at(-1) ?? head));
    const found: unknown = path.length > 0 ? path.reduce(memberOf, request.body) : request.params[from];
    if (name) ids[name] = typeof found === 'string' ? found : '';
  }
  return ids;
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

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
    @Inject(Turns) private readonly turns: Turns,
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
    const ask = () => this.#ask(rule, request);
    const inTurn = this.reflector.get<boolean | undefined>(inTurnKey, handler);
    grants.set(request, await (inTurn ? this.turns.take(ask) : ask()));
    return true;
  }

  async #ask(rule: AccessRule, request: Request): Promise<Granted> {
    const { actor, replayed } = await this.sessions.find(request.headers.cookie);
    if (replayed) throw new OkaeriError('session_replayed');
    if (actor) setReaderLocale(request, actor.language);
    const ids = idsOf(rule, request);
    const { permission, category } = rule;
    return this.access.requireAccess({ actor, permission, ids, category, address: request.ip }, 'http');
  }
}
