import { sessionCookie, tokenFrom } from './actor';

const token = 'a-B_0'.padEnd(43, 'x');

describe('the cookie of a session', () => {
  it('is found among others', () => {
    expect(tokenFrom(`a=b; okaeri_session=${token}; c=d`)).toBe(token);
    expect(tokenFrom(`okaeri_session=${token};okaeri_session=${'y'.repeat(43)}`)).toBe(token);
  });

  it.each([
    undefined,
    '',
    'okaeri_session',
    'okaeri_session=',
    `xokaeri_session=${token}`,
    `okaeri_session=${token}x`,
    `okaeri_session="${token}"`,
  ])('is not made of %s', (header) => expect(tokenFrom(header)).toBeNull());

  it('keeps away from scripts, from other sites, and from plain HTTP where there is TLS', () => {
    expect(sessionCookie(token, { secure: false, seconds: 60 })).toBe(
      `okaeri_session=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60`,
    );
    expect(sessionCookie(token, { secure: true, seconds: 60 })).toMatch(/; Secure$/);
  });
});
