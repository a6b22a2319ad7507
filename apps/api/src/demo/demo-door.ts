import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { SessionPage } from '@okaeri/contracts';
import { hostName } from '@okaeri/runtime';
import type { Request } from 'express';
import { API_ENV } from '../env';
import type { ApiEnv } from '../env';
import { people } from './people';

const codeCookie = 'okaeri_lan';
const codeSeconds = 12 * 3600;

/** Who stands before the demo world: which persona the host name means, and whether a code was given. */
@Injectable()
export class DemoDoor {
  // Of this process only: a cookie that was made up elsewhere is worth nothing, however the code is guessed.
  readonly #key = randomBytes(32);

  constructor(@Inject(API_ENV) private readonly env: ApiEnv) {}

  describe(request: Request): SessionPage['demo'] {
    if (!this.env.OKAERI_DEMO) return null;
    return { persona: this.personaOf(request), codeNeeded: !this.#mayPass(request), lan: this.env.OKAERI_LAN };
  }

  /** `emily` for `emily.localhost`. */
  personaOf(request: Request): string | null {
    const [label, rest, ...more] = (hostName(request.headers.host) ?? '').split('.');
    if (rest !== 'localhost' || more.length > 0) return null;
    return people.some(({ persona }) => persona === label) ? (label ?? null) : null;
  }

  /** Whether each persona can have a host name of her own where this request was sent. */
  hasPersonaHosts(request: Request): boolean {
    return !this.env.OKAERI_LAN && /(?:^|\.)localhost$/.test(hostName(request.headers.host) ?? '');
  }

  /** Throws `lan_code_needed`. */
  requireCode(request: Request): void {
    if (!this.#mayPass(request)) throw new OkaeriError('lan_code_needed');
  }

  /** A `Set-Cookie` header for who knows the code; throws `lan_code_wrong` for who does not. */
  giveCode(code: string, request: Request): string {
    const right = this.#proof(this.env.OKAERI_LAN_CODE ?? '');
    if (!same(this.#proof(normal(code)), right)) throw new OkaeriError('lan_code_wrong');
    const secure = request.secure ? '; Secure' : '';
    return `${codeCookie}=${right}; Path=/api; HttpOnly; SameSite=Lax; Max-Age=${codeSeconds}${secure}`;
  }

  #mayPass(request: Request): boolean {
    const code = this.env.OKAERI_LAN_CODE;
    if (!code) return true;
    const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=', 2));
    const given = pairs.find(([name]) => name === codeCookie)?.[1];
    return given !== undefined && same(given, this.#proof(code));
  }

  #proof(code: string): string {
    return createHmac('sha256', this.#key).update(normal(code)).digest('base64url');
  }
}

/** As a person copies a code from a screen. */
const normal = (code: string) => code.replace(/[\s-]/g, '').toUpperCase();

/** In constant time. */
function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
