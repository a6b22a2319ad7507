import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { freePort, parseMediaAddresses, presentAddresses } from './addresses';

describe('parseMediaAddresses', () => {
  it('reads addresses with and without what they announce', () => {
    expect(parseMediaAddresses('127.0.0.1, 10.0.0.5@media.example.org ,::1,0.0.0.0@203.0.113.7')).toEqual([
      { ip: '127.0.0.1', announced: undefined },
      { ip: '10.0.0.5', announced: 'media.example.org' },
      { ip: '::1', announced: undefined },
      { ip: '0.0.0.0', announced: '203.0.113.7' },
    ]);
  });

  it.each([
    ['', 'names no address'],
    [' , ', 'names no address'],
    ['media.example.org', '"media.example.org" is not an IP address'],
    ['10.0.0.5@', 'announces nothing'],
    ['0.0.0.0', '0.0.0.0 needs an address to announce'],
    ['10.0.0.5,10.0.0.5@203.0.113.7', 'names an address twice'],
  ])('says what is wrong with "%s"', (text, sentence) => {
    expect(() => parseMediaAddresses(text)).toThrow(sentence);
  });
});

describe('presentAddresses', () => {
  it('leaves out what is not of this machine', () => {
    const wanted = parseMediaAddresses('127.0.0.1,203.0.113.99,0.0.0.0@203.0.113.7');
    expect(presentAddresses(wanted).map(({ ip }) => ip)).toEqual(['127.0.0.1', '0.0.0.0']);
  });
});

describe('freePort', () => {
  it('finds a port that nobody listens on', async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
    const port = await freePort(['127.0.0.1']);
    expect(port).toBeGreaterThan(0);
    expect(port).not.toBe((taken.address() as AddressInfo).port);
    taken.close();
  });

  it('gives up where no address can be used', async () => {
    await expect(freePort(['203.0.113.99'])).rejects.toThrow('No port is free');
  });
});
