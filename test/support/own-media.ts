import type { BrowserContext, Page } from 'playwright-core';

/** What the microphone of a page is made to hear. */
export type Sound = 'noise' | 'voice' | 'silence';

interface OwnWindow {
  okaeriHear: (sound: Sound) => void;
  okaeriPeers: RTCPeerConnection[];
  okaeriPlain: Set<MediaStreamTrack>;
  okaeriPlainLeft: boolean;
}

/**
 * Gives every page of the context a microphone that hears white noise or something like a voice, and a camera in front of
 * which somebody like a person sits before a wall of squares; and remembers its peer connections.
 */
export async function giveRoom(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const self = window as unknown as OwnWindow;
    self.okaeriPeers = [];
    self.okaeriPlain = new Set();
    self.okaeriPlainLeft = false;
    const leaves = (track: MediaStreamTrack | string | null) => {
      if (track instanceof MediaStreamTrack && self.okaeriPlain.has(track)) self.okaeriPlainLeft = true;
    };
    const copy = MediaStreamTrack.prototype.clone;
    MediaStreamTrack.prototype.clone = function () {
      const copied = copy.call(this);
      if (self.okaeriPlain.has(this)) self.okaeriPlain.add(copied);
      return copied;
    };
    const replace = RTCRtpSender.prototype.replaceTrack;
    RTCRtpSender.prototype.replaceTrack = function (track) {
      leaves(track);
      return replace.call(this, track);
    };
    const Peer = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Peer {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        self.okaeriPeers.push(this);
      }
      override addTransceiver(track: MediaStreamTrack | string, init?: RTCRtpTransceiverInit) {
        leaves(track);
        return super.addTransceiver(track, init);
      }
    };
    const devices = navigator.mediaDevices;
    if (!devices) return;

    const microphone = (): MediaStreamTrack | undefined => {
      const audio = new AudioContext({ sampleRate: 48_000 });
      const out = audio.createMediaStreamDestination();
      const level = { noise: audio.createGain(), voice: audio.createGain() };
      for (const gain of Object.values(level)) {
        gain.gain.value = 0;
        gain.connect(out);
      }
      const grain = audio.createBuffer(1, 96_000, 48_000);
      grain.getChannelData(0).forEach((_, at, all) => (all[at] = Math.random() * 2 - 1));
      const noise = audio.createBufferSource();
      noise.buffer = grain;
      noise.loop = true;
      noise.connect(level.noise);
      noise.start();
      // A pitch that wavers as a throat does, three formants of an "a", and syllables.
      const pitch = audio.createOscillator();
      pitch.type = 'sawtooth';
      pitch.frequency.value = 140;
      const syllables = audio.createGain();
      const swing = (hertz: number, by: number, to: AudioParam) => {
        const oscillator = audio.createOscillator();
        const depth = audio.createGain();
        oscillator.frequency.value = hertz;
        depth.gain.value = by;
        oscillator.connect(depth).connect(to);
        oscillator.start();
      };
      swing(5.5, 4, pitch.frequency);
      swing(0.7, 18, pitch.frequency);
      syllables.gain.value = 0.5;
      swing(4, 0.45, syllables.gain);
      for (const [hertz, loud] of [
        [730, 1],
        [1090, 0.6],
        [2440, 0.3],
      ] as const) {
        const formant = audio.createBiquadFilter();
        const gain = audio.createGain();
        Object.assign(formant, { type: 'bandpass' });
        formant.frequency.value = hertz;
        formant.Q.value = 7;
        gain.gain.value = loud;
        pitch.connect(formant).connect(gain).connect(syllables);
      }
      syllables.connect(level.voice);
      pitch.start();
      self.okaeriHear = (sound) => {
        level.noise.gain.value = sound === 'noise' ? 0.05 : 0;
        level.voice.gain.value = sound === 'voice' ? 0.8 : 0;
      };
      return out.stream.getAudioTracks()[0];
    };

    const camera = (): MediaStreamTrack | undefined => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
      const pen = canvas.getContext('2d');
      const draw = () => {
        if (!pen) return;
        for (let y = 0; y < 360; y += 12) {
          for (let x = 0; x < 640; x += 12) {
            pen.fillStyle = (x + y) % 24 === 0 ? '#f4f4f4' : '#30343a';
            pen.fillRect(x, y, 12, 12);
          }
        }
        const oval = (x: number, y: number, wide: number, high: number, colour: string) => {
          pen.fillStyle = colour;
          pen.beginPath();
          pen.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI);
          pen.fill();
        };
        oval(320, 380, 190, 140, '#27466b');
        oval(320, 250, 40, 50, '#c98f6f');
        oval(320, 170, 72, 96, '#d9a282');
        oval(320, 100, 80, 52, '#3a2a20');
        for (const x of [292, 348]) oval(x, 165, 9, 6, '#2a1d18');
        oval(320, 195, 8, 14, '#c08465');
        oval(320, 222, 22, 7, '#a1483f');
      };
      draw();
      setInterval(draw, 40);
      const [track] = canvas.captureStream(25).getVideoTracks();
      if (track) self.okaeriPlain.add(track);
      return track;
    };

    devices.getUserMedia = (wanted) => {
      const tracks = [wanted?.audio ? microphone() : undefined, wanted?.video ? camera() : undefined];
      return Promise.resolve(new MediaStream(tracks.filter((track) => track !== undefined)));
    };
  });
}

/** How loud what leaves the page is, in decibels of full scale, over two seconds of the given sound. */
export function leavingDb(page: Page, sound: Sound): Promise<number> {
  return page.evaluate(async (what) => {
    const self = window as unknown as OwnWindow;
    self.okaeriHear(what);
    const track = self.okaeriPeers
      .flatMap((peer) => peer.getSenders())
      .map((sender) => sender.track)
      .find((one) => one?.kind === 'audio' && one.readyState === 'live');
    if (!track) throw new Error('nothing leaves');
    const audio = new AudioContext();
    const ear = audio.createAnalyser();
    ear.fftSize = 32_768;
    audio.createMediaStreamSource(new MediaStream([track])).connect(ear);
    const untilAt = async (second: number) => {
      while (audio.currentTime < second) await new Promise((done) => setTimeout(done, 20));
    };
    const samples = new Float32Array(ear.fftSize);
    // What suppresses noise needs a moment to tell it from a voice; then three times what the analyser holds.
    let at = audio.currentTime + 2;
    let power = 0;
    for (let turn = 0; turn < 3; turn += 1) {
      at += ear.fftSize / audio.sampleRate;
      await untilAt(at);
      ear.getFloatTimeDomainData(samples);
      power += samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length / 3;
    }
    void audio.close();
    return 10 * Math.log10(power + 1e-12);
  }, sound);
}

/** Whether the picture of the camera was ever given to a connection as it is. */
export function plainHasLeft(page: Page): Promise<boolean> {
  return page.evaluate(() => (window as unknown as OwnWindow).okaeriPlainLeft);
}

/** How much neighbouring points of the own picture differ, of 255: at its edges, and where the face is. */
export function sharpness(page: Page, selector: string): Promise<{ edge: number; face: number }> {
  return page.locator(selector).evaluate((video: HTMLVideoElement) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (!pen) throw new Error('no canvas');
    pen.drawImage(video, 0, 0, 640, 360);
    const differ = (left: number, top: number, wide: number, high: number) => {
      const { data } = pen.getImageData(left, top, wide, high);
      let sum = 0;
      for (let at = 8; at < data.length; at += 4) sum += Math.abs((data[at] ?? 0) - (data[at - 8] ?? 0));
      return sum / (data.length / 4);
    };
    const edge = (differ(8, 8, 120, 340) + differ(510, 8, 120, 340)) / 2;
    return { edge, face: differ(270, 130, 100, 110) };
  });
}
