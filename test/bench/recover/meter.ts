import type { Page } from 'playwright-core';

/** What a receiver missed since the last reset. */
export interface Missed {
  /** Of any voice the longest run of blocks of 10 ms below −50 dBFS, in milliseconds; no track at all is silence as well. */
  silentMs: number;
  /** Of any picture the longest time between two frames that were shown. */
  frozenMs: number;
  /** Samples that the browser made up, since the page was opened; of a path that is gone as many as were known of it. */
  concealedSamples: number;
}
interface MeterWindow {
  okaeriPeers: RTCPeerConnection[];
  okaeriMeter: { reset(): void; read(): Promise<Missed>; renewed(): Promise<void>; forget(seat: string): void };
}

/** Counts in the audio thread, where a page that draws or joins anew does not disturb it. */
const worklet = `
  registerProcessor('okaeri-silence', class extends AudioWorkletProcessor {
    square = 0; count = 0; run = 0; longest = 0; listens = false;
    constructor() {
      super();
      this.port.onmessage = ({ data }) => {
        if (data === 'reset') { this.longest = 0; this.run = 0; }
        else if (data === 'listen') this.listens = true;
        else this.port.postMessage(this.longest);
      };
    }
    process([input]) {
      const samples = input[0];
      for (let at = 0; at < 128; at += 1) {
        const sample = samples ? samples[at] : 0;
        this.square += sample * sample;
        this.count += 1;
        if (this.count < sampleRate / 100) continue;
        const silent = 10 * Math.log10(this.square / this.count + 1e-12) < -50;
        this.run = silent ? this.run + 1 : 0;
        this.longest = Math.max(this.longest, this.run);
        if (this.listens && !silent) {
          this.listens = false;
          this.port.postMessage('sound');
        }
        this.square = 0;
        this.count = 0;
      }
      return true;
    }
  });`;

/** Puts a meter on every voice and picture that a page receives, by whose it is. For pages that allow any script. */
export async function meter(page: Page, voices: string, pictures: string): Promise<void> {
  await page.evaluate(
    async ({ script, voicesAt, picturesAt }) => {
      const self = window as unknown as MeterWindow;
      // Every block is counted, however many come at once; a thread that is woken for each would cost the page its turn.
      const context = new AudioContext({ latencyHint: 'playback' });
      await context.resume();
      await context.audioWorklet.addModule(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      const quiet = context.createGain();
      quiet.gain.value = 0;
      quiet.connect(context.destination);

      // One of several that stays away is not made up for by the others.
      const whose = (element: Element) => element.closest<HTMLElement>('[data-seat]')?.dataset.seat ?? '';
      type Ear = { node: AudioWorkletNode; track?: MediaStreamTrack; source?: AudioNode; renewed: boolean };
      const ears = new Map<string, Ear>();
      const earOf = (seat: string): Ear => {
        const known = ears.get(seat);
        if (known) return known;
        const ear: Ear = { node: new AudioWorkletNode(context, 'okaeri-silence'), renewed: false };
        ear.node.port.addEventListener('message', ({ data }) => {
          if (data === 'sound') ear.renewed = true;
        });
        ear.node.port.start();
        ear.node.connect(quiet);
        ears.set(seat, ear);
        return ear;
      };
      const seen = new WeakSet<HTMLVideoElement>();
      const lastFrames = new Map<string, number>();
      /** The track of the last frame, and those whose picture is of another one since the reset. */
      const shown = new Map<string, MediaStreamTrack | undefined>();
      const renewedPictures = new Set<string>();
      let wholeAgain: (() => void) | undefined;
      let frozen = 0;
      const concealed = new Map<RTCPeerConnection, number>();
      const onFrame = (seat: string, element: HTMLVideoElement) => {
        const now = performance.now();
        frozen = Math.max(frozen, now - (lastFrames.get(seat) ?? now));
        lastFrames.set(seat, now);
        const track = (element.srcObject as MediaStream | null)?.getVideoTracks()[0];
        if (shown.has(seat) && shown.get(seat) !== track) renewedPictures.add(seat);
        shown.set(seat, track);
        element.requestVideoFrameCallback(() => onFrame(seat, element));
      };
      // A new track after a move is taken up at once, as the element takes it up.
      setInterval(() => {
        for (const element of document.querySelectorAll<HTMLMediaElement>(voicesAt)) {
          const track = (element.srcObject as MediaStream | null)?.getAudioTracks()[0];
          const ear = earOf(whose(element));
          if (!track || track === ear.track) continue;
          ear.source?.disconnect();
          ear.source = context.createMediaStreamSource(new MediaStream([track]));
          ear.source.connect(ear.node);
          ear.track = track;
          ear.node.port.postMessage('listen');
        }
        for (const video of document.querySelectorAll<HTMLVideoElement>(picturesAt)) {
          if (seen.has(video)) continue;
          seen.add(video);
          const seat = whose(video);
          if (!lastFrames.has(seat)) lastFrames.set(seat, performance.now());
          video.requestVideoFrameCallback(() => onFrame(seat, video));
        }
        const whole =
          [...ears.values()].every(({ renewed }) => renewed) &&
          [...lastFrames.keys()].every((seat) => renewedPictures.has(seat));
        if (whole) wholeAgain?.();
      }, 10);
      const silenceOf = ({ port }: AudioWorkletNode) =>
        new Promise<number>((done) => {
          const answer = ({ data }: MessageEvent<number | 'sound'>) => {
            if (data === 'sound') return;
            port.removeEventListener('message', answer);
            done(data);
          };
          port.addEventListener('message', answer);
          port.postMessage('read');
        });
      self.okaeriMeter = {
        reset() {
          for (const ear of ears.values()) {
            ear.node.port.postMessage('reset');
            ear.renewed = false;
          }
          renewedPictures.clear();
          frozen = 0;
        },
        renewed: () =>
          new Promise((done, fail) => {
            wholeAgain = done;
            setTimeout(() => fail(new Error('Not everybody came back within a minute.')), 60_000);
          }),
        forget(seat) {
          ears.delete(seat);
          lastFrames.delete(seat);
        },
        async read() {
          const silences = await Promise.all([...ears.values()].map(({ node }) => silenceOf(node)));
          for (const peer of self.okaeriPeers) {
            if (peer.connectionState === 'closed') continue;
            let count = 0;
            (await peer.getStats()).forEach((entry: { type: string; concealedSamples?: number }) => {
              if (entry.type === 'inbound-rtp') count += entry.concealedSamples ?? 0;
            });
            concealed.set(peer, count);
          }
          const concealedSamples = [...concealed.values()].reduce((sum, one) => sum + one, 0);
          const now = performance.now();
          return {
            silentMs: Math.max(0, ...silences) * 10,
            frozenMs: Math.max(frozen, ...[...lastFrames.values()].map((at) => now - at)),
            concealedSamples,
          };
        },
      };
    },
    { script: worklet, voicesAt: voices, picturesAt: pictures },
  );
}

export const reset = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as MeterWindow).okaeriMeter.reset());
export const read = (page: Page): Promise<Missed> =>
  page.evaluate(() => (window as unknown as MeterWindow).okaeriMeter.read());

/**
 * Until every voice and every picture that the page had is there on a new track and is heard and seen, since the last
 * reset. The page itself says so: whoever keeps asking takes the turn of what she waits for.
 */
export const renewed = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as MeterWindow).okaeriMeter.renewed());

/** Somebody has left for good: that nothing comes of her is nobody's loss. */
export const forget = (page: Page, seatId: string): Promise<void> =>
  page.evaluate((seat) => (window as unknown as MeterWindow).okaeriMeter.forget(seat), seatId);

/** Measuring needs a script that our own pages rightly forbid. */
export const measurable = {
  permissions: ['camera', 'microphone'],
  bypassCSP: true,
  viewport: { width: 900, height: 700 },
};
