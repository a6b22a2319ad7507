import { remotesOf, type Circumstances } from './remotes';
import type { Received } from '../room/receive';

const received = (seatId: string, kind: 'audio' | 'video', more: Partial<Received['offer']> = {}) =>
  ({
    offer: {
      ...{ seatId, kind, source: kind === 'audio' ? 'microphone' : 'camera' },
      ...{ producerPaused: false, synthetic: false, held: false, because: 'self' },
      ...more,
    },
    consumer: { track: `${seatId}-${kind}` },
  }) as unknown as Received;
const room = (speakers: string[] = [], stalled: string[] = []): Circumstances => ({
  speakers: new Set(speakers),
  stalled: new Set(stalled),
  // The floor is quiet under the voice of b.
  gainOf: (seatId, live) => (seatId === 'a' && live('b') ? 0.15 : 1),
});
const nobody = room();

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
    expect(remotesOf([muted], room(['a']), new Map()).get('a')).toMatchObject({
      audioPaused: true,
      speaking: false,
      synthetic: true,
    });
  });

  it('gives the same map back while nothing changes, and the same people when only one does', () => {
    const list = [received('a', 'audio'), received('b', 'audio')];
    const first = remotesOf(list, nobody, new Map());
    expect(remotesOf(list, nobody, first)).toBe(first);
    const second = remotesOf(list, room(['b']), first);
    expect(second).not.toBe(first);
    expect(second.get('a')).toBe(first.get('a'));
    expect(second.get('b')?.speaking).toBe(true);
  });

  it('plays the floor in full again when the voice over it is muted, held back or stalled', () => {
    const gains = (more: Partial<Received['offer']>, circumstances = nobody) =>
      remotesOf([received('a', 'audio'), received('b', 'audio', more)], circumstances, new Map()).get('a')?.gain;
    expect(gains({})).toBe(0.15);
    expect([gains({ producerPaused: true }), gains({ held: true }), gains({}, room([], ['b']))]).toEqual([1, 1, 1]);
  });

  it('keeps the voice, the picture and the screen of a person apart', () => {
    const list = [
      received('a', 'audio', { source: 'screenSound', producerPaused: true }),
      received('a', 'video', { because: 'link', producerPaused: true }),
      received('a', 'video', { source: 'screen' }),
    ];
    const remote = remotesOf(list, nobody, new Map()).get('a');
    expect(remote).toMatchObject({ screen: 'a-video', screenSound: 'a-audio', because: 'link', videoPaused: true });
    expect(remote?.audio).toBeUndefined();
  });
});
