import type { Page } from 'playwright-core';

/** What a receiver missed since the last reset. */
export interface Missed {
  /** The longest run of blocks of 10 ms below −50 dBFS, in milliseconds; no track at all is silence as well. */
  silentMs: number;
  /** The longest time between two frames that were shown. */
  frozenMs: number;
  /** Samples that the browser made up, since the page was opened; of a path that is gone as many as were known of it. */
  concealedSamples: number;
}
interface MeterWindow {
  okaeriPeers: RTCPeerConnection[];
  okaeriMeter: { reset(): void; read(): Promise<Missed> };
}

/** Counts in the audio thread, where a page that draws or joins anew does not disturb it. */
const worklet = `
  registerProcessor('okaeri-silence', class extends AudioWorkletProcessor {
    square = 0; count = 0; run = 0; longest = 0;
    constructor() {
      super();
      this.port.onmessage = ({ data }) => {
        if (data === 'reset') { this.longest = 0; this.run = 0; }
        else this.port.postMessage({ longest: this.longest, run: this.run });
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
        this.square = 0;
        this.count = 0;
      }
      return true;
    }
  });`;

/** Puts a meter on the voice that a page receives, whatever element and track it comes by. For pages that allow any script. */
export async function meter(page: Page, voice: string, picture: string): Promise<void> {
  await page.evaluate(
    async ({ script, voiceAt, pictureAt }) => {
      const self = window as unknown as MeterWindow;
      const context = new AudioContext();
      await context.resume();
      await context.audioWorklet.addModule(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      const node = new AudioWorkletNode(context, 'okaeri-silence');
      const quiet = context.createGain();
      quiet.gain.value = 0;
      node.connect(quiet).connect(context.destination);

      let heard: { track: MediaStreamTrack; source: MediaStreamAudioSourceNode } | null = null;
      const seen = new WeakSet<HTMLVideoElement>();
      let lastFrame = performance.now();
      let frozen = 0;
      const concealed = new Map<RTCPeerConnection, number>();
      const onFrame = (element: HTMLVideoElement) => {
        const now = performance.now();
        frozen = Math.max(frozen, now - lastFrame);
        lastFrame = now;
        element.requestVideoFrameCallback(() => onFrame(element));
      };
      // A new track after a move is taken up at once, as the element takes it up.
      setInterval(() => {
        const element = document.querySelector<HTMLMediaElement>(voiceAt);
        const track = (element?.srcObject as MediaStream | null)?.getAudioTracks()[0];
        if (track && track !== heard?.track) {
          heard?.source.disconnect();
          const source = context.createMediaStreamSource(new MediaStream([track]));
          source.connect(node);
          heard = { track, source };
        }
        for (const video of document.querySelectorAll<HTMLVideoElement>(pictureAt)) {
          if (seen.has(video)) continue;
          seen.add(video);
          video.requestVideoFrameCallback(() => onFrame(video));
        }
      }, 10);
      const ask = () =>
        new Promise<{ longest: number; run: number }>((done) => {
          node.port.onmessage = ({ data }) => done(data as { longest: number; run: number });
          node.port.postMessage('read');
        });
      self.okaeriMeter = {
        reset() {
          node.port.postMessage('reset');
          frozen = 0;
        },
        async read() {
          const { longest } = await ask();
          for (const peer of self.okaeriPeers) {
            if (peer.connectionState === 'closed') continue;
            let count = 0;
            (await peer.getStats()).forEach((entry: { type: string; concealedSamples?: number }) => {
              if (entry.type === 'inbound-rtp') count += entry.concealedSamples ?? 0;
            });
            concealed.set(peer, count);
          }
          const concealedSamples = [...concealed.values()].reduce((sum, one) => sum + one, 0);
          return {
            silentMs: longest * 10,
            frozenMs: Math.max(frozen, performance.now() - lastFrame),
            concealedSamples,
          };
        },
      };
    },
    { script: worklet, voiceAt: voice, pictureAt: picture },
  );
}

export const reset = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as MeterWindow).okaeriMeter.reset());
export const read = (page: Page): Promise<Missed> =>
  page.evaluate(() => (window as unknown as MeterWindow).okaeriMeter.read());

/** Measuring needs a script that our own pages rightly forbid. */
export const measurable = {
  permissions: ['camera', 'microphone'],
  bypassCSP: true,
  viewport: { width: 900, height: 700 },
};
