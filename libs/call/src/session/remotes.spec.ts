import { remotesOf } from './remotes';
import type { Received } from '../room/receive';

const received = (seatId: string, kind: 'audio' | 'video', more: Partial<Received['offer']> = {}) =>
  ({
    offer: { seatId, kind, producerPaused: false, synthetic: false, ...more },
    consumer: { track: `${seatId}-${kind}` },
  }) as unknown as Received;
const nobody = new Set<string>();

describe('what the others send', () => {
  it('gathers sound and picture by seat', () => {
    const remotes = remotesOf(
      [received('a', 'audio'), received('a', 'video'), received('b', 'audio')],
      nobody,
      new Map(),
    );
    expect([...remotes.keys()]).toEqual(['a', 'b']);
    expect(remotes.get('a')).toMatchObject({ audio: 'a-audio', video: 'a-video', videoPaused: false });
    expect(remotes.get('b')).toMatchObject({ videoPaused: true, audioPaused: false });
  });

  it('hears nobody who is muted, and says what is synthetic', () => {
    const muted = received('a', 'audio', { producerPaused: true, synthetic: true });
    expect(remotesOf([muted], new Set(['a']), new Map()).get('a')).toMatchObject({
      audioPaused: true,
      speaking: false,
      synthetic: true,
    });
  });

  it('gives the same map back while nothing changes, and the same people when only one does', () => {
    const list = [received('a', 'audio'), received('b', 'audio')];
    const first = remotesOf(list, nobody, new Map());
    expect(remotesOf(list, nobody, first)).toBe(first);
    const second = remotesOf(list, new Set(['b']), first);
    expect(second).not.toBe(first);
    expect(second.get('a')).toBe(first.get('a'));
    expect(second.get('b')?.speaking).toBe(true);
  });
});
