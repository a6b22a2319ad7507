import { createHmac } from 'node:crypto';
import { iceServer } from '@okaeri/contracts';
import { Temporal, useClock } from '@okaeri/words/time';
import { IceServers } from './ice-servers';

const urls = ['turns:turn.example.org:443?transport=tcp'];
const secret = 'known to coturn and to us';
const seatId = '5b7c4a0e-4f0f-4c8e-9d2a-0f3a1e6f7d11';
const noon = Temporal.Instant.from('2026-11-22T12:00:00Z');
const secondsAt = (words: string) => Temporal.Instant.from(words).epochMilliseconds / 1000;

describe('the ways around a firewall', () => {
  const restore = useClock(noon.toString());
  afterAll(restore);
  const servers = new IceServers({ urls, secret });

  it('are none without a TURN server', () => {
    expect(new IceServers(null).of(seatId, noon)).toEqual([]);
  });

  it('are good until ten minutes after the planned end, for one seat, by the secret', () => {
    const [only, ...others] = servers.of(seatId, noon.add({ minutes: 25 }));
    expect(others).toEqual([]);
    const username = `${secondsAt('2026-11-22T12:35:00Z')}:${seatId}`;
    const credential = createHmac('sha1', secret).update(username).digest('base64');
    expect(only).toEqual({ urls, username, credential });
    expect(iceServer.parse(only)).toEqual(only);
  });

  it('are good for ten minutes more in a visit that runs over', () => {
    const [only] = servers.of(seatId, noon.subtract({ hours: 1 }));
    expect(only?.username).toBe(`${secondsAt('2026-11-22T12:10:00Z')}:${seatId}`);
  });
});
