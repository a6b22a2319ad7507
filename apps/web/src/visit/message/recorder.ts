import { recordingSeconds } from '@okaeri/contracts';

/** Small enough for a link that has just come back: speech, and a picture in which a face can be read. */
const bitrates = { audioBitsPerSecond: 24_000, videoBitsPerSecond: 250_000 };
const picture = { width: 320, height: 240, framesPerSecond: 15 };
const types = {
  audio: ['audio/webm;codecs=opus', 'audio/mp4'],
  video: ['video/webm;codecs=vp8,opus', 'video/mp4'],
} as const;

export type RecordedKind = keyof typeof types;

const typeFor = (kind: RecordedKind): string | null =>
  typeof MediaRecorder === 'undefined'
    ? null
    : (types[kind].find((type) => MediaRecorder.isTypeSupported(type)) ?? null);

/** What this browser can record. */
export const mayRecord = (kind: RecordedKind): boolean => typeFor(kind) !== null;

export interface Recorded {
  kind: RecordedKind;
  blob: Blob;
  seconds: number;
}

export interface Recording {
  /** What is recorded, for a picture of oneself. */
  stream: MediaStream;
  /** Settles when it was stopped, by whom ever; `null` where there is nothing in it. */
  done: Promise<Recorded | null>;
  stop: () => void;
}

/**
 * Records from copies of the own tracks, so that what the call does with its tracks changes nothing here. Ends by itself
 * after three minutes, and where the microphone is taken away keeps what it has.
 */
export async function startRecording(
  kind: RecordedKind,
  own: { microphone: MediaStreamTrack | null; camera: MediaStreamTrack | null },
): Promise<Recording> {
  const type = typeFor(kind);
  if (!type) throw new Error('this browser records nothing');
  const opened = [await copyOf(own.microphone, 'audio')];
  const release = () => {
    for (const track of opened) track.stop();
  };
  try {
    if (kind === 'video') opened.push(await copyOf(own.camera, 'video'));
  } catch (error) {
    release();
    throw error;
  }
  const [sound, film] = opened;
  const small = film ? smallOf(film) : null;
  const stream = new MediaStream([sound, small?.track].filter((track) => track !== undefined));
  const recorder = new MediaRecorder(stream, { mimeType: type, ...bitrates });
  const chunks: Blob[] = [];
  const since = performance.now();
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const done = new Promise<Recorded | null>((resolve) => {
    const timer = setTimeout(stop, recordingSeconds * 1000);
    recorder.ondataavailable = ({ data }) => {
      if (data.size > 0) chunks.push(data);
    };
    recorder.onstop = () => {
      clearTimeout(timer);
      small?.stop();
      release();
      const seconds = Math.max(1, Math.round((performance.now() - since) / 1000));
      const blob = new Blob(chunks, { type: type.split(';')[0] ?? type });
      resolve(blob.size > 0 ? { kind, blob, seconds } : null);
    };
  });
  recorder.start(1000);
  return { stream, done, stop };
}

async function copyOf(track: MediaStreamTrack | null, kind: RecordedKind): Promise<MediaStreamTrack> {
  const copy =
    track?.readyState === 'live'
      ? track.clone()
      : (await navigator.mediaDevices.getUserMedia({ [kind]: true })).getTracks().find((one) => one.kind === kind);
  if (!copy) throw new Error('no track');
  copy.enabled = true;
  return copy;
}

/** A picture of the size that is sent. Cameras that are in use elsewhere do not make theirs smaller for a copy of it. */
function smallOf(track: MediaStreamTrack): { track: MediaStreamTrack; stop: () => void } {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  // A refusal is a picture that stays black; the voice goes on.
  void video.play().catch(() => undefined);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: picture.width, height: picture.height });
  const pen = canvas.getContext('2d');
  const draw = () => {
    const { videoWidth, videoHeight } = video;
    if (videoWidth === 0) return;
    // The whole frame is filled; what stands over is cut at the sides.
    const scale = Math.max(picture.width / videoWidth, picture.height / videoHeight);
    const [width, height] = [videoWidth * scale, videoHeight * scale];
    pen?.drawImage(video, (picture.width - width) / 2, (picture.height - height) / 2, width, height);
  };
  const timer = setInterval(draw, 1000 / picture.framesPerSecond);
  const [small] = canvas.captureStream(picture.framesPerSecond).getVideoTracks();
  return {
    track: small ?? track,
    stop: () => {
      clearInterval(timer);
      small?.stop();
      video.srcObject = null;
    },
  };
}
