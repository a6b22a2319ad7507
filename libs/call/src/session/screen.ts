import type { Ground } from './ground';

export interface OwnScreen {
  /** See `Call.share`. */
  share(stream: MediaStream | null): Promise<boolean>;
  /** Ends it without a word to anybody. */
  drop(): void;
}

/**
 * The own screen, from the moment it is chosen: that it is shown may be told before the question is answered, and a page
 * that is told so and shares nothing gives the place back. `take` asks for the place on everybody's screen.
 */
export function holdScreen(ground: Ground, take: () => Promise<boolean>): OwnScreen {
  let chosen: MediaStream | null = null;

  function drop(): void {
    stopTracks(chosen);
    chosen = null;
    ground.screen = null;
    ground.store.set({ sharing: false });
  }

  function stop(): void {
    drop();
    ground.send();
  }

  async function share(stream: MediaStream | null): Promise<boolean> {
    stop();
    if (!stream) return true;
    chosen = stream;
    ground.store.set({ sharing: true });
    for (const track of stream.getTracks()) {
      track.addEventListener('ended', () => {
        // The browser's own button ends the picture; its sound goes with it.
        if (chosen !== stream) return;
        if (track.kind === 'video') stop();
        else ground.send();
      });
    }
    // Whose turn it is says the server; a screen that nobody may see is not sent.
    const taken = await take();
    // Ended by herself, or taken away by the host, before the answer was there.
    if (chosen !== stream) return false;
    if (taken) ground.screen = stream;
    else drop();
    ground.send();
    return taken;
  }

  return { share, drop };
}

function stopTracks(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
