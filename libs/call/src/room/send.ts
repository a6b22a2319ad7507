import type { DeviceSource, ProducerRequest } from '@okaeri/contracts';
import type { Producer, ProducerOptions, RtpParameters, Transport } from 'mediasoup-client/types';
import type { Link } from '../link/link';
import type { ProducerPlan } from './reconcile';

/** What should go out of one source. */
export interface Outgoing {
  track: MediaStreamTrack;
  synthetic: boolean;
}
export interface Wanted {
  microphone: Outgoing | null;
  camera: Outgoing | null;
  /** Muted: kept ready, heard by nobody. */
  microphoneOn: boolean;
  cameraOn: boolean;
}

interface Sent {
  producer: Producer;
  /** The server's id; the producer is used before the answer is back. */
  id: Promise<string>;
  original: MediaStreamTrack | null;
  synthetic: boolean;
  paused: boolean;
}

type Settings = Pick<ProducerOptions, 'encodings' | 'codecOptions'>;
const settings: Record<DeviceSource, Settings> = {
  microphone: { codecOptions: { opusDtx: true, opusFec: true, opusStereo: false } },
  camera: {
    encodings: [
      { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T2' },
      { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T2' },
      { scaleResolutionDownBy: 1, maxBitrate: 1_500_000, scalabilityMode: 'L1T2' },
    ],
    // Without it Chromium takes many seconds until it dares to send the top layer.
    codecOptions: { videoGoogleStartBitrate: 3000 },
  },
};

export interface Sender {
  /** Makes what is sent equal to what is wanted. Calls may come at any time and in any number. */
  want(wanted: Wanted): void;
  held(): Promise<{ source: DeviceSource; id: string; paused: boolean }[]>;
  apply(plan: ProducerPlan): void;
  producer(source: DeviceSource): Producer | null;
  close(): void;
}

/** Sends microphone and camera over one transport. A failed step is told and tried again with the next wish. */
export function createSender(transport: Transport, link: Link, failed: (error: unknown) => void): Sender {
  const sent = new Map<DeviceSource, Sent>();
  const answers = new Map<string, Promise<string>>();
  const busy = new Set<DeviceSource>();
  /** Raised by each wish: one that comes while the last step of a run ends must not be missed. */
  let wishes = 0;
  let wanted: Wanted = { microphone: null, camera: null, microphoneOn: false, cameraOn: false };
  let closed = false;
  let count = 0;

  transport.on('produce', ({ rtpParameters, appData }, done) => {
    const answer = link
      .request('producer.create', { ...(appData as RequestData), rtpParameters: wire(rtpParameters) })
      .then((reply) => reply.producerId);
    // Not waiting for the answer saves a round trip across an ocean for each further source.
    const localId = `local-${(count += 1)}`;
    answers.set(localId, answer);
    answer.catch(() => undefined);
    done({ id: localId });
  });

  async function step(source: DeviceSource): Promise<boolean> {
    const have = sent.get(source);
    const outgoing = wanted[source];
    const on = outgoing !== null && (source === 'microphone' ? wanted.microphoneOn : wanted.cameraOn);
    if (!have) {
      // A camera that is off is not announced at all; a muted microphone is, so that the others see it is muted.
      if (!outgoing || (source === 'camera' && !on)) return false;
      await start(source, outgoing, !on);
      return true;
    }
    if (outgoing && have.synthetic !== outgoing.synthetic) {
      drop(source);
      return true;
    }
    // Paused before a track is taken away and resumed after it is back: nobody sees a frozen picture.
    if (have.paused !== !on && (!on || have.original === outgoing?.track)) {
      await pause(have, !on);
      return true;
    }
    if (have.original !== (outgoing?.track ?? null)) {
      have.original = outgoing?.track ?? null;
      await have.producer.replaceTrack({ track: outgoing ? outgoing.track.clone() : null });
      return true;
    }
    return false;
  }

  async function start(source: DeviceSource, outgoing: Outgoing, paused: boolean): Promise<void> {
    // A clone, because closing a producer stops its track, and the page still shows it.
    const track = outgoing.track.clone();
    track.enabled = !paused;
    const request: RequestData = { source, paused, synthetic: outgoing.synthetic, language: null };
    const producer = await transport.produce({ track, ...settings[source], appData: request });
    if (paused) producer.pause();
    const id = answers.get(producer.id) ?? Promise.resolve(producer.id);
    answers.delete(producer.id);
    sent.set(source, { producer, id, original: outgoing.track, synthetic: outgoing.synthetic, paused });
    id.catch((error) => {
      // Refused, or the connection broke: what resumes it begins anew.
      if (sent.get(source)?.producer !== producer) return;
      drop(source);
      if (!closed) failed(error);
    });
  }

  async function pause(have: Sent, paused: boolean): Promise<void> {
    have.paused = paused;
    if (paused) have.producer.pause();
    else have.producer.resume();
    const producerId = await have.id;
    // A lost answer is made good when the connection resumes.
    await link.request('producer.set', { producerId, paused }).catch(() => undefined);
  }

  function drop(source: DeviceSource): void {
    const have = sent.get(source);
    sent.delete(source);
    have?.producer.close();
  }

  async function run(source: DeviceSource): Promise<void> {
    if (closed || busy.has(source)) return;
    busy.add(source);
    let seen: number;
    try {
      do {
        seen = wishes;
        while (!closed && (await step(source)));
      } while (seen !== wishes);
    } catch (error) {
      if (!closed) failed(error);
    } finally {
      busy.delete(source);
    }
  }

  function runAll(): void {
    wishes += 1;
    void run('microphone');
    void run('camera');
  }

  return {
    want(next) {
      wanted = next;
      runAll();
    },
    async held() {
      const list = [...sent].map(async ([source, have]) => ({ source, id: await have.id, paused: have.paused }));
      const settled = await Promise.allSettled(list);
      return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    },
    apply(plan) {
      for (const source of plan.renew) drop(source);
      for (const producerId of plan.close) void link.request('producer.close', { producerId }).catch(() => undefined);
      for (const { id, paused } of plan.pause) {
        void link.request('producer.set', { producerId: id, paused }).catch(() => undefined);
      }
      runAll();
    },
    producer: (source) => sent.get(source)?.producer ?? null,
    close() {
      closed = true;
      for (const source of [...sent.keys()]) drop(source);
    },
  };
}

type RequestData = Omit<ProducerRequest, 'rtpParameters'>;

/** mediasoup-client's own types are wider than what is sent; the gateway checks every member. */
const wire = (parameters: RtpParameters) => parameters as unknown as ProducerRequest['rtpParameters'];
