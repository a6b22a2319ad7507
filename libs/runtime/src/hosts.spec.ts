import { hostName, isOwnHost, isSameOrigin } from './hosts';

describe('the names we answer to', () => {
  it.each([
    'localhost',
    'localhost:3000',
    'emily.localhost:3000',
    'EMILY.localhost',
    '127.0.0.1:3000',
    '127.0.0.2',
    '192.168.1.20:3000',
    '10.0.0.7',
    '172.20.1.1',
    '[::1]:3000',
    '[fd00::1]',
  ])('takes %s', (host) => expect(isOwnHost(host)).toBe(true));

  it.each([
    undefined,
    '',
    'attacker.example',
    'localhost.attacker.example',
    'notlocalhost',
    '127.0.0.1.attacker.example',
    '10.attacker.example',
    '172.32.0.1',
    '8.8.8.8',
    'localhost:3000@attacker.example',
    'localhost/path',
    '::1',
  ])('refuses %s', (host) => expect(isOwnHost(host)).toBe(false));

  it('takes the names of a deployment, and nothing near them', () => {
    expect(isOwnHost('care.example:443', ['care.example'])).toBe(true);
    expect(isOwnHost('not-care.example', ['care.example'])).toBe(false);
  });

  it('reads the name without port and brackets', () => {
    expect(hostName('[::1]:80')).toBe('::1');
    expect(hostName('Sato.localhost.')).toBe('sato.localhost');
  });
});

describe('where a write comes from', () => {
  it('takes the page of the same origin only', () => {
    const host = 'emily.localhost:3000';
    expect(isSameOrigin({ host, origin: `http://${host}` }, 'http')).toBe(true);
    expect(isSameOrigin({ host, origin: 'http://sato.localhost:3000' }, 'http')).toBe(false);
    expect(isSameOrigin({ host, origin: `https://${host}` }, 'http')).toBe(false);
    expect(isSameOrigin({ host, origin: 'null' }, 'http')).toBe(false);
  });

  it('takes what is no browser, and no browser that hides its origin', () => {
    expect(isSameOrigin({ host: 'localhost' }, 'http')).toBe(true);
    expect(isSameOrigin({ host: 'localhost', 'sec-fetch-site': 'same-site' }, 'http')).toBe(false);
    expect(isSameOrigin({ host: 'localhost', 'sec-fetch-site': 'cross-site' }, 'http')).toBe(false);
  });
});
