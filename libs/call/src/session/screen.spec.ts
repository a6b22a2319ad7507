import { createStore } from '../store';
import type { Ground } from './ground';
import { holdScreen } from './screen';

class Track extends EventTarget {
  stopped = false;
  constructor(readonly kind: 'video' | 'audio') {
    super();
  }
  stop(): void {
    this.stopped = true;
  }
}

/** A screen that was chosen, and the server's answer, which is given when the test gives it. */
function choose() {
  let answer: (taken: boolean) => void = () => undefined;
  const sent: (MediaStream | null)[] = [];
  const ground = {
    screen: null as MediaStream | null,
    store: createStore({ sharing: false }),
    send: () => sent.push(ground.screen),
  };
  const screen = holdScreen(ground as unknown as Ground, () => new Promise((done) => (answer = done)));
  const tracks = [new Track('video'), new Track('audio')] as const;
  const stream = { getTracks: () => tracks } as unknown as MediaStream;
  const done = screen.share(stream);
  const isShared = () => ground.store.getSnapshot().sharing;
  return { ...{ ground, screen, stream, tracks, done, isShared }, sent, answer: (taken: boolean) => answer(taken) };
}

describe('the own screen', () => {
  it('is one from the moment it is asked for, and is sent when the answer is there', async () => {
    const { ground, stream, done, isShared, answer } = choose();
    // “Somebody shows her screen, and it is you” may come now.
    expect([isShared(), ground.screen]).toEqual([true, null]);
    answer(true);
    expect(await done).toBe(true);
    expect([isShared(), ground.screen]).toEqual([true, stream]);
  });

  it('is none where somebody else has the place', async () => {
    const { ground, tracks, done, isShared, answer } = choose();
    answer(false);
    expect(await done).toBe(false);
    expect([isShared(), ground.screen]).toEqual([false, null]);
    expect(tracks.every(({ stopped }) => stopped)).toBe(true);
  });

  it.each<[string, (it: ReturnType<typeof choose>) => unknown]>([
    ['taken away', ({ screen }) => screen.share(null)],
    ['ended by the browser’s own button', ({ tracks }) => tracks[0].dispatchEvent(new Event('ended'))],
    ['over with the call', ({ screen }) => screen.drop()],
  ])('is never sent where it is %s before the answer', async (_, end) => {
    const it = choose();
    end(it);
    it.answer(true);
    expect(await it.done).toBe(false);
    expect([it.isShared(), it.ground.screen]).toEqual([false, null]);
    expect(it.sent.every((screen) => screen === null)).toBe(true);
    expect(it.tracks.every(({ stopped }) => stopped)).toBe(true);
  });

  it('goes on without its sound, and not without its picture', async () => {
    const { ground, stream, tracks, done, isShared, answer } = choose();
    answer(true);
    await done;
    tracks[1].dispatchEvent(new Event('ended'));
    expect(ground.screen).toBe(stream);
    tracks[0].dispatchEvent(new Event('ended'));
    expect([isShared(), ground.screen]).toEqual([false, null]);
  });
});
