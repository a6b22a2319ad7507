import type { BrowserContext, Page } from 'playwright-core';

/**
 * From a click to the first frame of somebody else's picture, measured inside the page and the same way on every page:
 * from the moment the browser saw the click to the first `requestVideoFrameCallback` of any element that shows a track
 * which came over a peer connection.
 */
interface ProbeWindow {
  okaeriFirstPicture: { clicked: number | null; shown: number | null };
}

/** Prepares every page of the context. The page's own code is untouched. */
export async function watchFirstPicture(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const probe: ProbeWindow['okaeriFirstPicture'] = { clicked: null, shown: null };
    (window as unknown as ProbeWindow).okaeriFirstPicture = probe;
    addEventListener('click', (event) => (probe.clicked ??= event.timeStamp), { capture: true });

    const arrived = new WeakSet<MediaStreamTrack>();
    const Peer = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Peer {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        this.addEventListener('track', ({ track }) => arrived.add(track));
      }
    };
    const source = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
    if (!source?.set) return;
    const { set } = source;
    Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
      ...source,
      set(this: HTMLMediaElement, value: MediaProvider | null) {
        set.call(this, value);
        if (!(this instanceof HTMLVideoElement) || !(value instanceof MediaStream)) return;
        if (!value.getVideoTracks().some((track) => arrived.has(track))) return;
        this.requestVideoFrameCallback(() => (probe.shown ??= performance.now()));
      },
    });
  });
}

/** Before the click: what is loaded into a page for its first question would otherwise fall into the time measured. */
export async function readyToMeasure(page: Page): Promise<void> {
  await page.waitForFunction(() => true);
}

/** Milliseconds from the click, once the picture is there. */
export async function firstPicture(page: Page, withinMs = 15_000): Promise<number> {
  const measured = await page.waitForFunction(
    () => {
      const { clicked, shown } = (window as unknown as ProbeWindow).okaeriFirstPicture;
      return clicked !== null && shown !== null && { clicked, shown };
    },
    undefined,
    { timeout: withinMs, polling: 50 },
  );
  const { clicked, shown } = (await measured.jsonValue()) as { clicked: number; shown: number };
  return shown - clicked;
}
