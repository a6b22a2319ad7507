import { Inject, Injectable, RequestMethod } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { openKey } from '@okaeri/runtime';
import { accessKey } from './access.guard';
import type { AccessRule } from './access.guard';

export interface RouteRule {
  controller: string;
  handler: string;
  method: string;
  path: string;
  access: AccessRule | null;
  open: string | null;
  target: object;
  /** The class of the handler. */
  owner: object;
}

const pathKey = 'path';
const methodKey = 'method';
const join = (...parts: unknown[]) =>
  `/${parts.flat().map(String).join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');

/** Every route of the process with its rule. A route without one stops the boot: nobody would notice it later. */
@Injectable()
export class RouteRules implements OnModuleInit {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const without = this.all().filter(({ access, open }) => (access === null) === (open === null));
    if (without.length === 0) return;
    const names = without.map(({ controller, handler }) => `${controller}.${handler}`).join(', ');
    throw new Error(`Each route needs either @Access or @Open: ${names}`);
  }

  all(): RouteRule[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (!metatype) return [];
      const prototype = metatype.prototype as Record<string, unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((handler): RouteRule[] => {
        const target = prototype[handler] as (...args: unknown[]) => unknown;
        const path: unknown = Reflect.getMetadata(pathKey, target);
        if (path === undefined) return [];
        const method = RequestMethod[Number(Reflect.getMetadata(methodKey, target))] ?? 'ALL';
        return [
          {
            controller: metatype.name,
            handler,
            method,
            path: join(Reflect.getMetadata(pathKey, metatype) ?? '', path),
            access: this.reflector.get<AccessRule | undefined>(accessKey, target) ?? null,
            open: this.reflector.getAllAndOverride<string | undefined>(openKey, [target, metatype]) ?? null,
            target,
            owner: metatype,
          },
        ];
      });
    });
  }
}
