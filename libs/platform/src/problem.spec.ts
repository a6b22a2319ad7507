import { BadRequestException, ForbiddenException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { OkaeriError, errorCodes, locales } from '@okaeri/contracts';
import { isMessageKey } from '@okaeri/words';
import { asOkaeriError, isDatabaseUnavailable } from './problem';
import { acceptedLocale, languageCookie, readerLocale, setReaderLocale, tellProblem } from './problem.filter';

const pgError = (code: string, more: object = {}) =>
  Object.assign(new Error('from PostgreSQL'), { code, severity: 'ERROR', ...more });
const wrapped = (driverError: Error) => Object.assign(new Error('query failed'), { driverError });

describe('any error as one of ours', () => {
  it.each([
    [new OkaeriError('visit_over'), 'visit_over'],
    [new NotFoundException(), 'not_found'],
    [new BadRequestException(), 'bad_request'],
    [new PayloadTooLargeException(), 'too_large'],
    [new ForbiddenException(), 'bad_request'],
    [Object.assign(new Error('too big'), { status: 413, expose: true }), 'too_large'],
    [Object.assign(new Error('hidden'), { status: 413, expose: false }), 'internal'],
    [wrapped(pgError('57P01', { severity: 'FATAL' })), 'unavailable'],
    [pgError('53300'), 'unavailable'],
    [wrapped(pgError('55P03')), 'unavailable'],
    [pgError('28P01', { severity: 'FATAL' }), 'unavailable'],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'unavailable'],
    [new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })]), 'unavailable'],
    [new Error('timeout exceeded when trying to connect'), 'unavailable'],
    [Object.assign(new Error('released'), { name: 'QueryRunnerAlreadyReleasedError' }), 'unavailable'],
    [wrapped(pgError('22021')), 'bad_request'],
    [wrapped(pgError('23505')), 'internal'],
    [wrapped(pgError('57014')), 'internal'],
    [new TypeError('x is not a function'), 'internal'],
    ['a text', 'internal'],
    [undefined, 'internal'],
    [null, 'internal'],
  ])('%s is %s', (error, code) => expect(asOkaeriError(error).code).toBe(code));

  it('does not take a mistake for an outage', () => {
    expect(isDatabaseUnavailable(new Error('relation "visit" does not exist'))).toBe(false);
    expect(isDatabaseUnavailable('ECONNREFUSED')).toBe(false);
  });
});

describe('a problem in words', () => {
  it('exists for every code in every language', () => {
    for (const code of errorCodes) {
      expect([code, isMessageKey(`error.${code}`)]).toEqual([code, true]);
      // Where a calendar is kept is named, and how many there may be; the other sentences name nothing.
      const error = new OkaeriError(code, { host: 'dav.example.org', most: 10, count: 3 });
      const titles = locales.map((locale) => tellProblem(error, locale, 'id').title);
      expect([code, new Set(titles).size]).toEqual([code, locales.length]);
    }
  });

  it('is said in what the browser prefers', () => {
    expect(acceptedLocale('fr-CA,fr;q=0.9,en;q=0.8')).toBe('fr');
    expect(acceptedLocale('en;q=0.3, ja;q=0.9')).toBe('ja');
    expect(acceptedLocale('zh-Hant-TW')).toBe('zh');
    expect(acceptedLocale('de;q=1, vi;q=0')).toBe('en');
    for (const odd of [undefined, '', ';;;', 'q=1', ',,,', 'x'.repeat(10_000), 'ja;q=abc']) {
      expect(locales).toContain(acceptedLocale(odd));
    }
  });

  it('is said in her own language where that is known', () => {
    const headers = { cookie: 'a=b; okaeri_language=ko', 'accept-language': 'fr' };
    expect(readerLocale({ headers })).toBe('ko');
    expect(readerLocale({ headers: { ...headers, cookie: 'okaeri_language=tlh' } })).toBe('fr');
    const request = { headers };
    setReaderLocale(request, 'vi');
    expect(readerLocale(request)).toBe('vi');
    expect(languageCookie('ja', { secure: true })).toMatch(/^okaeri_language=ja; .*HttpOnly.*Secure$/);
    expect(languageCookie(null, { secure: false })).toMatch(/Max-Age=0$/);
  });
});
