import type { SelfieSegmentation } from '@mediapipe/selfie_segmentation';
import type { Effect } from './effects';
import { effectFiles } from './noise';
import { createPace } from './pace';

const width = 640;
/** So few points are left of a room that no letter, no face and no picture on the wall can be made out. */
const coarse = 24;
/** For a page that is out of sight: the others go on seeing her. */
const hiddenMs = 100;
/** A device that is not ready after this never will be of use. */
const readyMs = 20_000;

/** By this name a test finds how many pictures a second were worked on last, and whether that is too few. */
const mark = 'okaeri.blur';

/** Her picture with everything behind her made unreadable, worked out on this device. It ends by itself where that is too slow. */
export async function blurred(track: MediaStreamTrack, onSlow: () => void): Promise<Effect> {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, playsInline: true, srcObject: new MediaStream([track]) });
  await video.play();
  const height = Math.round((width * video.videoHeight) / video.videoWidth / 2) * 2;
  const model = await within(readyMs, loadModel());
  const [canvas, room] = [canvasOf(width, height), canvasOf(coarse, Math.round((coarse * height) / width))];
  let told: (() => void) | null = null;
  model.onResults(({ image, segmentationMask }) => {
    const { pen } = canvas;
    room.pen.drawImage(image, 0, 0, room.element.width, room.element.height);
    pen.globalCompositeOperation = 'copy';
    pen.drawImage(segmentationMask, 0, 0, width, height);
    pen.globalCompositeOperation = 'source-in';
    pen.drawImage(image, 0, 0, width, height);
    pen.globalCompositeOperation = 'destination-over';
    pen.drawImage(room.element, 0, 0, width, height);
    told?.();
  });
  const drawOne = () =>
    new Promise<void>((resolve, reject) => {
      told = resolve;
      model.send({ image: video }).catch(reject);
    });
  // Nothing leaves before the first picture is drawn: not even for a moment is the room seen.
  await within(readyMs, drawOne());
  const [clouded] = canvas.element.captureStream().getVideoTracks();
  if (!clouded) throw new Error('no track');
  let stopped = false;
  const work = async () => {
    const watch = createPace(performance.now());
    while (!stopped) {
      const seen = await nextPicture(video);
      if (stopped) return;
      const began = performance.now();
      await drawOne();
      const now = performance.now();
      if (!seen) watch.rest(now);
      const said = seen ? watch.drawn(now, now - began) : null;
      if (!said) continue;
      performance.clearMarks(mark);
      performance.mark(mark, { detail: said });
      if (said.slow) return onSlow();
    }
  };
  void work().catch(onSlow);
  return {
    track: clouded,
    stop() {
      stopped = true;
      clouded.stop();
      video.srcObject = null;
      void model.close();
    },
  };
}

/** Waits for the next picture of the camera; `false` while nobody looks at the page, or the camera makes none. */
function nextPicture(video: HTMLVideoElement): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), document.hidden ? hiddenMs : 1000);
    if (document.hidden) return;
    video.requestVideoFrameCallback(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

function canvasOf(wide: number, high: number) {
  const element = Object.assign(document.createElement('canvas'), { width: wide, height: high });
  const pen = element.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.imageSmoothingQuality = 'high';
  return { element, pen };
}

async function loadModel(): Promise<SelfieSegmentation> {
  const self = window as unknown as { SelfieSegmentation?: typeof SelfieSegmentation };
  if (!self.SelfieSegmentation) await loadScript(`${effectFiles}selfie_segmentation.js`);
  if (!self.SelfieSegmentation) throw new Error('no model');
  const model = new self.SelfieSegmentation({ locateFile: (name) => effectFiles + name });
  // The smaller of the two, made for pictures that are wider than high.
  model.setOptions({ modelSelection: 1, selfieMode: false });
  await model.initialize();
  return model;
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src });
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('not loaded'));
    document.head.append(script);
  });
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too late')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
