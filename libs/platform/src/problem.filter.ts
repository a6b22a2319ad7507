import { Catch, Inject, Injectable } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { locales as known, localeTags, pickLocale } from '@okaeri/contracts';
import type { Locale, OkaeriError, Problem } from '@okaeri/contracts';
import { LOG, currentRequestId } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { isMessageKey, say } from '@okaeri/words';
import type { Request, Response } from 'express';
import { asOkaeriError } from './problem';

const locales = new WeakMap<object, Locale>();

/** Remembers the language of the person who asks, once it is known who that is. */
export function setReaderLocale(request: object, locale: Locale): void {
  locales.set(request, locale);
}

const cookieName = 'okaeri_language';

/** A `Set-Cookie` header that keeps her language where it can be read while the database is away; `null` forgets it. */
export function languageCookie(locale: Locale | null, options: { secure: boolean }): string {
  const secure = options.secure ? '; Secure' : '';
  return `${cookieName}=${locale ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${locale ? 31_536_000 : 0}${secure}`;
}

/** Her language: her own choice, else the one she had here last, else what her browser prefers. */
export function readerLocale(request: { headers: Request['headers'] }): Locale {
  const kept = new RegExp(`(?:^|;)\\s*${cookieName}=(\\w+)`).exec(request.headers.cookie ?? '')?.[1];
  return (
    locales.get(request) ??
    known.find((locale) => locale === kept) ??
    acceptedLocale(request.headers['accept-language'])
  );
}

/** The best of our languages for an `Accept-Language` header, by its weights (RFC 9110, 12.5.4). */
export function acceptedLocale(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag && weight > 0);
  return pickLocale(wanted.sort((a, b) => b.weight - a.weight).map(({ tag }) => tag));
}

/** An error in the reader's words, for a body (`application/problem+json`, RFC 9457) and for a socket's answer. */
export function tellProblem(error: OkaeriError, locale: Locale, requestId: string): Problem {
  const { fields, conflicts, alternatives, dates, duplicates, ...details } = error.details;
  return {
    ...details,
    ...(fields && { fields: fields.map(({ path, code }) => ({ path, code, message: fieldWords(code, locale) })) }),
    ...(conflicts && { conflicts: [...conflicts] }),
    ...(alternatives && { alternatives: [...alternatives] }),
    ...(dates && { dates: [...dates] }),
    ...(duplicates && { duplicates: [...duplicates] }),
    type: `urn:okaeri:error:${error.code}`,
    title: say(locale, `error.${error.code}` as Parameters<typeof say>[1], error.values),
    status: error.status,
    code: error.code,
    requestId,
  };
}

function fieldWords(code: string, locale: Locale): string {
  const key = `field.${code}`;
  return say(locale, isMessageKey(key) ? key : 'field.wrong');
}

/** Whatever went wrong in a route, as one kind of answer. What was not foreseen goes to the log, not to the reader. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(err: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const error = asOkaeriError(err);
    if (error.code === 'internal') this.log.error({ err }, 'unforeseen error');
    if (error.code === 'unavailable' && err !== error) this.log.warn({ err }, 'the database is not available');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const locale = readerLocale(request);
    const problem = tellProblem(error, locale, currentRequestId() ?? '');
    const retryAfter = error.code === 'unavailable' ? 2 : error.values['retryAfter'];
    if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
    response
      .status(problem.status)
      .setHeader('Content-Language', localeTags[locale])
      .setHeader('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  }
}
