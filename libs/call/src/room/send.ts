import type { MediaSource, PauseReason, ProducerRequest, Step } from '@okaeri/contracts';
import type { Producer, RtpParameters, Transport } from 'mediasoup-client/types';
import { applyShape, givenUp, sameShape, shapeOf, sourceSettings, type Shape } from '../ladder/up';
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
  screen?: Outgoing | null;
  screenSound?: Outgoing | null;
}

interface Sent {
  producer: Producer;
  /** The server's id; the producer is used before the answer is back. */
  id: Promise<string>;
  /** The same once the answer is there. */
  known: string | null;
  original: MediaStreamTrack | null;
  synthetic: boolean;
  /** Why it is paused; `null`: it goes out. */
  pause: PauseReason | null;
  shape: Shape;
  /** The highest layer that somebody plays; -1: nobody plays any. */
  played: number;
}

const sources: readonly MediaSource[] = ['microphone', 'camera', 'screen', 'screenSound'];
const isScreen = (source: MediaSource) => source === 'screen' || source === 'screenSound';
const everyLayer = 2;

export interface Sender {
  /** Makes what is sent equal to what is wanted. Calls may come at any time and in any number. */
  want(wanted: Wanted): void;
  /** Gives up what the link does not carry, and takes it up again. */
  carry(step: Step): void;
  /** What nobody plays is not sent. */
  played(producerId: string, layer: number): void;
  held(): Promise<{ source: MediaSource; id: string; paused: boolean }[]>;
  apply(plan: ProducerPlan): void;
  producer(source: MediaSource): Producer | null;
  /** Nothing is encoded any more; to be closed afterwards. */
  stop(): void;
  close(): void;
}

/** Sends what a person gives over one transport. A failed step is told and tried again with the next wish. */
export function createSender(
  transport: Transport,
  link: Link,
  failed: (error: unknown) => void,
  first: Step = 'full',
): Sender {
  const sent = new Map<MediaSource, Sent>();
  const answers = new Map<string, Promise<string>>();
  const busy = new Set<MediaSource>();
  /** Raised by each wish: one that comes while the last step of a run ends must not be missed. */
  let wishes = 0;
  let wanted: Wanted = { microphone: null, camera: null, microphoneOn: false, cameraOn: false };
  let carried = first;
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

  /** Why a source must not go out now. */
  function pauseOf(source: MediaSource): PauseReason | null {
    if (!wanted[source]) return 'self';
    if (source === 'microphone' && !wanted.microphoneOn) return 'self';
    if (source === 'camera' && !wanted.cameraOn) return 'self';
    return givenUp(source, carried) ? 'link' : null;
  }

  /** One step towards what is wanted; `false` when there is none left. */
  async function step(source: MediaSource): Promise<boolean> {
    const have = sent.get(source);
    const outgoing = wanted[source] ?? null;
    const pausing = pauseOf(source);
    if (!have) {
      // A camera that is off is not announced at all; a muted microphone is, so that the others see it is muted.
      if (!outgoing || (source === 'camera' && pausing === 'self')) return false;
      await start(source, outgoing, pausing);
      return true;
    }
    if (isScreen(source) && !outgoing) {
      stop(source, have);
      return true;
    }
    if (outgoing && have.synthetic !== outgoing.synthetic) {
      drop(source);
      return true;
    }
    // Paused before a track is taken away and resumed after it is back: nobody sees a frozen picture.
    if (have.pause !== pausing && (pausing || have.original === outgoing?.track)) {
      await pause(have, pausing);
      return true;
    }
    if (have.original !== (outgoing?.track ?? null)) {
      have.original = outgoing?.track ?? null;
      await have.producer.replaceTrack({ track: outgoing ? outgoing.track.clone() : null });
      return true;
    }
    return shape(source, have);
  }

  async function start(source: MediaSource, outgoing: Outgoing, pausing: PauseReason | null): Promise<void> {
    // A clone, because closing a producer stops its track, and the page still shows it.
    const track = outgoing.track.clone();
    const paused = pausing !== null;
    track.enabled = !paused;
    if (source === 'screen') track.contentHint = 'detail';
    const request: RequestData = { source, paused, synthetic: outgoing.synthetic, language: null };
    const producer = await transport.produce({ track, ...sourceSettings[source], appData: request });
    if (paused) producer.pause();
    const id = answers.get(producer.id) ?? Promise.resolve(producer.id);
    answers.delete(producer.id);
    const have: Sent = {
      ...{ producer, id, known: null, original: outgoing.track, synthetic: outgoing.synthetic },
      // The reason is told by the next step: a stream begins with none.
      ...{ pause: paused ? 'self' : null, shape: {}, played: everyLayer },
    };
    sent.set(source, have);
    id.then(
      (known) => (have.known = known),
      (error: unknown) => {
        // Refused, or the connection broke: what resumes it begins anew.
        if (sent.get(source) !== have) return;
        drop(source);
        if (!closed) failed(error);
      },
    );
  }

  async function pause(have: Sent, because: PauseReason | null): Promise<void> {
    have.pause = because;
    if (because) have.producer.pause();
    else have.producer.resume();
    await tellPause(await have.id, because);
  }

  // A lost answer is made good when the connection resumes.
  const tellPause = (producerId: string, because: PauseReason | null) =>
    link
      .request('producer.set', { producerId, paused: because !== null, because: because ?? 'self' })
      .catch(() => undefined);

  async function shape(source: MediaSource, have: Sent): Promise<boolean> {
    const shape = shapeOf(source, carried, have.played);
    const { rtpSender } = have.producer;
    if (sameShape(shape, have.shape) || !rtpSender) return false;
    have.shape = shape;
    // A browser that knows no such parameter goes on as before; its own control of the rate is left.
    await applyShape(rtpSender, source, shape).catch(() => undefined);
    return true;
  }

  /** Nothing to come back to: the others' place for it closes. */
  function stop(source: MediaSource, have: Sent): void {
    drop(source);
    void have.id.then((producerId) => link.request('producer.close', { producerId })).catch(() => undefined);
  }

  function drop(source: MediaSource): void {
    const have = sent.get(source);
    sent.delete(source);
    have?.producer.close();
  }

  async function run(source: MediaSource): Promise<void> {
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
    for (const source of sources) void run(source);
  }

  return {
    want(next) {
      wanted = next;
      runAll();
    },
    carry(step) {
      carried = step;
      runAll();
    },
    played(producerId, layer) {
      const have = [...sent.values()].find(({ known }) => known === producerId);
      if (!have) return;
      have.played = layer;
      runAll();
    },
    async held() {
      const list = [...sent].map(async ([source, have]) => ({
        source,
        id: await have.id,
        paused: have.pause !== null,
      }));
      const settled = await Promise.allSettled(list);
      return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    },
    apply(plan) {
      for (const source of plan.renew) drop(source);
      for (const producerId of plan.close) void link.request('producer.close', { producerId }).catch(() => undefined);
      for (const { id } of plan.pause) {
        void tellPause(id, [...sent.values()].find(({ known }) => known === id)?.pause ?? null);
      }
      runAll();
    },
    producer: (source) => sent.get(source)?.producer ?? null,
    stop() {
      closed = true;
      for (const { producer } of sent.values()) producer.track?.stop();
    },
    close() {
      closed = true;
      for (const source of [...sent.keys()]) drop(source);
    },
  };
}

type RequestData = Omit<ProducerRequest, 'rtpParameters'>;

/** mediasoup-client's own types are wider than what is sent; the gateway checks every member. */
const wire = (parameters: RtpParameters) => parameters as unknown as ProducerRequest['rtpParameters'];
