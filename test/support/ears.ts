import type { BrowserContext, Page } from 'playwright-core';

/**
 * What a person in front of a page would notice: which voices come out of the loudspeaker, whether pictures move.
 * Each person speaks one pure tone; a listener is asked which tones the page's playing audio elements carry.
 * The tones are no harmonics of one another and lie far more than one FFT bin (21 to 23 Hz) apart.
 */
export const voices: Record<string, number> = {
  emily: 440,
  sato: 660,
  mori: 1020,
  tanaka: 1330,
  grace: 1570,
  linh: 1810,
  hoa: 2090,
  chen: 2350,
  haruto: 2690,
  hayashi: 830,
  ito: 1190,
  kimura: 2960,
};

interface EarsWindow {
  okaeriPeers: RTCPeerConnection[];
  okaeriEars: {
    context: AudioContext;
    nodes: Map<string, AnalyserNode>;
    keep: unknown[];
  };
}

/**
 * Gives every page of the context a voice after its host name (`emily.localhost` speaks 440 Hz) instead of the
 * microphone, and remembers the page's peer connections so that their statistics can be read. The page's own code
 * is untouched.
 */
export async function giveVoices(context: BrowserContext): Promise<void> {
  await context.addInitScript((tones: Record<string, number>) => {
    const self = window as unknown as EarsWindow;
    self.okaeriPeers = [];
    const Peer = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Peer {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        self.okaeriPeers.push(this);
      }
    };
    const devices = navigator.mediaDevices;
    if (!devices) return;
    const capture = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted?: MediaStreamConstraints) => {
      const stream = await capture(wanted);
      const persona = new URLSearchParams(location.search).get('voice') ?? location.hostname.split('.')[0] ?? '';
      const hertz = tones[persona];
      if (!hertz || stream.getAudioTracks().length === 0) return stream;
      const audio = new AudioContext({ sinkId: { type: 'none' } } as AudioContextOptions);
      const tone = audio.createOscillator();
      const level = audio.createGain();
      const out = audio.createMediaStreamDestination();
      tone.frequency.value = hertz;
      level.gain.value = 0.2;
      tone.connect(level).connect(out);
      tone.start();
      for (const track of stream.getAudioTracks()) {
        stream.removeTrack(track);
        track.stop();
      }
      const track = out.stream.getAudioTracks()[0];
      if (track) stream.addTrack(track);
      return stream;
    };
  }, voices);
}

/** How loud somebody's tone comes out of a page, in decibels of full scale. */
export interface Loudness {
  person: string;
  db: number;
}

/** Quieter than this nobody is heard: a voice under its interpreter is far above it. */
const audibleDb = -55;

/** The people whose tone this page plays aloud at this moment, sorted. */
export async function heardBy(page: Page): Promise<string[]> {
  return (await loudnessAt(page)).map(({ person }) => person).sort();
}

/** Quieter than another voice by this is nobody who speaks: what is made up for a lost packet smears a tone over others. */
const clearlyDb = 12;

/** On a link that loses packets: the people whose tone is about as loud on this page as the loudest, sorted. */
export async function clearlyHeardBy(page: Page): Promise<string[]> {
  const heard = await loudnessAt(page);
  const loudest = Math.max(...heard.map(({ db }) => db));
  const clear = heard.filter(({ db }) => loudest - db < clearlyDb);
  return clear.map(({ person }) => person).sort();
}

/**
 * Whose tones this page plays aloud at this moment, and how loud. Only audio and video elements that play and are not
 * muted count, each as loud as it is set: a track that arrives and is not played is not heard.
 */
export async function loudnessAt(page: Page): Promise<Loudness[]> {
  const peaks = await page.evaluate(async () => {
    const self = window as unknown as EarsWindow;
    // It plays nothing: a browser has fifty ways to the loudspeaker, and where all are taken a context stands still.
    const context = () => new AudioContext({ sinkId: { type: 'none' } } as AudioContextOptions);
    self.okaeriEars ??= { context: context(), nodes: new Map(), keep: [] };
    const ears = self.okaeriEars;
    let fresh = ears.context.state !== 'running';
    if (fresh) await ears.context.resume();
    const playing = [...document.querySelectorAll<HTMLMediaElement>('audio, video')].filter(
      (element) => !element.muted && !element.paused && element.volume > 0 && element.srcObject,
    );
    const played = playing.flatMap((element) =>
      (element.srcObject as MediaStream)
        .getAudioTracks()
        .map((track) => ({ track, quieter: 20 * Math.log10(element.volume) })),
    );
    for (const { track } of played) {
      if (ears.nodes.has(track.id) || track.readyState !== 'live') continue;
      const source = ears.context.createMediaStreamSource(new MediaStream([track]));
      const node = ears.context.createAnalyser();
      node.fftSize = 4096;
      node.smoothingTimeConstant = 0;
      source.connect(node);
      ears.nodes.set(track.id, node);
      ears.keep.push(source);
      fresh = true;
    }
    // An analyser answers with what it heard in the last 93 ms: one that is new, or rested, has to listen first.
    if (fresh) {
      const start = ears.context.currentTime;
      while (ears.context.currentTime - start < 0.15) await new Promise((done) => requestAnimationFrame(done));
    }
    const width = ears.context.sampleRate / 4096;
    return played.flatMap(({ track, quieter }) => {
      const node = ears.nodes.get(track.id);
      if (!node || track.readyState !== 'live') return [];
      const bins = new Float32Array(node.frequencyBinCount);
      node.getFloatFrequencyData(bins);
      const found: { hertz: number; db: number }[] = [];
      for (let i = 2; i < bins.length - 2; i++) {
        const here = bins[i] ?? -Infinity;
        const peak = here >= (bins[i - 1] ?? 0) && here > (bins[i + 1] ?? 0);
        if (here > -80 && peak) found.push({ hertz: i * width, db: here + quieter });
      }
      return found;
    });
  });
  return Object.entries(voices).flatMap(([person, hertz]) => {
    const own = peaks.filter((peak) => Math.abs(peak.hertz - hertz) < 25).map(({ db }) => db);
    const db = Math.max(-Infinity, ...own);
    return db > audibleDb ? [{ person, db }] : [];
  });
}

/** What listens on this page costs it nothing until it is asked again. */
export async function restEars(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as EarsWindow).okaeriEars?.context.suspend());
}

/** Packets of voices that have come to this page so far, by the seat that spoke: also of those it does not play. */
export function packetsOf(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const seats = new Map<string, string>();
    for (const element of document.querySelectorAll<HTMLAudioElement>('audio[data-kind="voice"]')) {
      const track = (element.srcObject as MediaStream | null)?.getAudioTracks()[0];
      if (track && element.dataset.seat) seats.set(track.id, element.dataset.seat);
    }
    const packets: Record<string, number> = {};
    for (const peer of (window as unknown as EarsWindow).okaeriPeers) {
      if (peer.connectionState === 'closed') continue;
      const report = await peer.getStats();
      report.forEach((entry: Record<string, unknown>) => {
        if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio') return;
        const id = String(entry.trackIdentifier);
        // One that no element plays is counted under its own name: it must not slip through.
        const seat = seats.get(id) ?? id;
        packets[seat] = (packets[seat] ?? 0) + Number(entry.packetsReceived ?? 0);
      });
    }
    return packets;
  });
}

export interface Streams {
  /** Frames decoded so far, of every video that arrives. */
  framesDecoded: number;
  /** Width of each arriving video, in arrival order of the statistics. */
  widths: number[];
  audioBytesReceived: number;
  audioBytesSent: number;
  /** Bytes sent by simulcast layer, by width of the layer; 0 where a layer sends nothing yet. */
  layers: { rid: string; width: number; bytes: number }[];
}

/** Sums over all peer connections of a page, from `getStats`. */
export function streamsOf(page: Page): Promise<Streams> {
  return page.evaluate(async () => {
    const sums: Streams = { framesDecoded: 0, widths: [], audioBytesReceived: 0, audioBytesSent: 0, layers: [] };
    for (const peer of (window as unknown as EarsWindow).okaeriPeers) {
      if (peer.connectionState === 'closed') continue;
      const report = await peer.getStats();
      report.forEach((entry: Record<string, unknown>) => {
        const video = entry.kind === 'video';
        if (entry.type === 'inbound-rtp' && video) {
          sums.framesDecoded += Number(entry.framesDecoded ?? 0);
          if (entry.frameWidth) sums.widths.push(Number(entry.frameWidth));
        }
        if (entry.type === 'inbound-rtp' && !video) sums.audioBytesReceived += Number(entry.bytesReceived ?? 0);
        if (entry.type === 'outbound-rtp' && !video) sums.audioBytesSent += Number(entry.bytesSent ?? 0);
        if (entry.type === 'outbound-rtp' && video) {
          sums.layers.push({
            rid: String(entry.rid ?? ''),
            width: Number(entry.frameWidth ?? 0),
            bytes: Number(entry.bytesSent ?? 0),
          });
        }
      });
    }
    return sums;
  });
}

/** What is in Opus packets of 20 ms, decoded by Chromium: how many it took, and the tone that they carry. */
export function decodedTone(page: Page, packets: readonly Buffer[]): Promise<{ frames: number; hertz: number }> {
  const encoded = packets.map((packet) => packet.toString('base64'));
  return page.evaluate(async (list) => {
    const sampleRate = 48_000;
    const samples: number[] = [];
    let frames = 0;
    const decoder = new AudioDecoder({
      output: (decoded) => {
        frames += 1;
        const plane = new Float32Array(decoded.numberOfFrames);
        decoded.copyTo(plane, { planeIndex: 0, format: 'f32-planar' });
        decoded.close();
        samples.push(...plane);
      },
      error: (error) => {
        throw error;
      },
    });
    decoder.configure({ codec: 'opus', sampleRate, numberOfChannels: 2 });
    for (const [at, text] of list.entries()) {
      const data = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp: at * 20_000, data }));
    }
    await decoder.flush();
    // The last second: a decoder needs a moment of its own to begin.
    const last = samples.slice(-sampleRate);
    const rises = last.filter((value, at) => value >= 0 && (last[at - 1] ?? 0) < 0).length;
    return { frames, hertz: rises };
  }, encoded);
}

/** Asks until the answer satisfies, or says what the last answer was. Waits for a fact, not for a time. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  satisfied: (answer: T) => boolean,
  withinMs = 30_000,
): Promise<T> {
  const start = performance.now();
  for (;;) {
    const answer = await ask();
    if (satisfied(answer)) return answer;
    if (performance.now() - start > withinMs)
      throw new Error(`${what}: not within ${withinMs} ms; last: ${JSON.stringify(answer)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
