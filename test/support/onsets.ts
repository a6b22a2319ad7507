import type { BrowserContext, Page } from 'playwright-core';

/*
 * When a voice begins and stops, to a few milliseconds: a tone that can be switched at the mouth, and an AudioWorklet at the
 * ear that looks at every 128 samples of a track that arrives. Times are milliseconds of the machine's clock, the same for
 * every page of one browser. Contexts need `bypassCSP`: the worklet is none of our pages'.
 */

/** Quieter than this is silence, in decibels of full scale. */
const silenceDb = -50;

export interface Turn {
  at: number;
  sounds: boolean;
}

interface OnsetWindow {
  okaeriMouth?: { context: AudioContext; level: GainNode };
  okaeriClicked?: number;
  okaeriEars?: Map<string, Turn[]>;
}

/** Gives every page of the context a tone instead of its microphone, and remembers when it was last clicked. */
export async function giveMouths(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const self = window as unknown as OnsetWindow;
    addEventListener('click', (event) => (self.okaeriClicked = performance.timeOrigin + event.timeStamp), true);
    const devices = navigator.mediaDevices;
    if (!devices) return;
    const capture = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      const stream = await capture(wanted);
      for (const track of stream.getAudioTracks()) {
        const audio = new AudioContext();
        const tone = audio.createOscillator();
        const level = audio.createGain();
        const out = audio.createMediaStreamDestination();
        tone.frequency.value = 660;
        level.gain.value = 0.3;
        tone.connect(level).connect(out);
        tone.start();
        self.okaeriMouth = { context: audio, level };
        stream.removeTrack(track);
        track.stop();
        for (const own of out.stream.getAudioTracks()) stream.addTrack(own);
      }
      return stream;
    };
  });
}

/** Switches a mouth; answers when that sounds, or falls silent, at the mouth itself. */
export function speak(page: Page, sounds: boolean): Promise<number> {
  return page.evaluate((on) => {
    const { context, level } = (window as unknown as Required<OnsetWindow>).okaeriMouth;
    const ahead = 0.03;
    level.gain.setValueAtTime(on ? 0.3 : 0, context.currentTime + ahead);
    return performance.timeOrigin + performance.now() + ahead * 1000;
  }, sounds);
}

/** Begins to listen to the voice that a page plays for a seat. */
export function listenTo(page: Page, seatId: string): Promise<void> {
  return page.evaluate(
    async ({ seat, threshold }) => {
      const self = window as unknown as OnsetWindow;
      self.okaeriEars ??= new Map();
      const turns: Turn[] = [];
      self.okaeriEars.set(seat, turns);
      const context = new AudioContext({ latencyHint: 'interactive' });
      const source = `registerProcessor('ear', class extends AudioWorkletProcessor {
        constructor() { super(); this.sounds = null; this.quiet = 0; }
        process([[samples]]) {
          let peak = 0;
          for (const sample of samples ?? []) peak = Math.max(peak, Math.abs(sample));
          const loud = peak > ${threshold};
          // A tone passes zero: silence is what lasts longer than one of its waves.
          this.quiet = loud ? 0 : this.quiet + 1;
          const sounds = loud || (this.sounds === true && this.quiet < 2);
          if (sounds !== this.sounds) this.port.postMessage({ at: currentTime, sounds });
          this.sounds = sounds;
          return true;
        }
      });`;
      const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
      await context.audioWorklet.addModule(url);
      const element = document.querySelector<HTMLAudioElement>(`audio[data-seat="${seat}"][data-kind="voice"]`);
      const track = (element?.srcObject as MediaStream | null)?.getAudioTracks()[0];
      if (!track) throw new Error('this page plays no voice of that seat');
      const ear = new AudioWorkletNode(context, 'ear');
      context
        .createMediaStreamSource(new MediaStream([track]))
        .connect(ear)
        .connect(context.destination);
      await context.resume();
      ear.port.onmessage = ({ data }: MessageEvent<Turn>) => {
        const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
        turns.push({
          sounds: data.sounds,
          at: performance.timeOrigin + performanceTime + (data.at - contextTime) * 1000,
        });
      };
    },
    { seat: seatId, threshold: 10 ** (silenceDb / 20) },
  );
}

/** All turns of a voice at this ear so far. */
export function turnsOf(page: Page, seatId: string): Promise<Turn[]> {
  return page.evaluate((seat) => [...((window as unknown as OnsetWindow).okaeriEars?.get(seat) ?? [])], seatId);
}

/** When the page was last clicked. */
export const clickedAt = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as OnsetWindow).okaeriClicked ?? Number.NaN);

/** The first turn of that kind after a moment. */
export async function turnAfter(page: Page, seatId: string, sounds: boolean, after: number): Promise<number> {
  const until = performance.now() + 10_000;
  for (;;) {
    const turn = (await turnsOf(page, seatId)).find((one) => one.sounds === sounds && one.at >= after);
    if (turn) return turn.at;
    if (performance.now() > until) throw new Error(`no voice ${sounds ? 'began' : 'stopped'} within ten seconds`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** Whether a voice sounds at this ear by what it told last. */
export async function sounds(page: Page, seatId: string): Promise<boolean> {
  return (await turnsOf(page, seatId)).at(-1)?.sounds ?? false;
}

/** The longest stretch between two moments in which none of these voices sounds. */
export function longestSilence(voices: readonly (readonly Turn[])[], from: number, to: number): number {
  const moments = voices
    .flatMap((turns) => turns.map(({ at }) => at))
    .filter((at) => at > from && at < to)
    .sort((a, b) => a - b);
  const soundsAt = (turns: readonly Turn[], at: number) => turns.findLast((turn) => turn.at <= at)?.sounds ?? false;
  let longest = 0;
  let since: number | null = null;
  for (const at of [from, ...moments, to]) {
    const silent = !voices.some((turns) => soundsAt(turns, at));
    if (since !== null) longest = Math.max(longest, at - since);
    if (!silent) since = null;
    else since ??= at;
  }
  return longest;
}
