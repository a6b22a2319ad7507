import type { Effect } from './effects';

/** As few points as blur leaves of a room; with all of the picture made of them, nothing in it can be made out. */
const wide = 24;
const high = 14;
const everyMs = 100;

/**
 * A picture of which only light and movement are left. It takes the place of the plain one at once, without a model: who
 * wished her room unseen the last time is not shown in it while blur is being prepared.
 */
export function veiled(track: MediaStreamTrack): Effect {
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  video.srcObject = new MediaStream([track]);
  // Until it plays the veil is dark.
  void video.play().catch(() => undefined);
  const [few, canvas] = [document.createElement('canvas'), document.createElement('canvas')];
  Object.assign(few, { width: wide, height: high });
  Object.assign(canvas, { width: 640, height: 360 });
  const [coarse, pen] = [few.getContext('2d'), canvas.getContext('2d', { alpha: false })];
  if (!coarse || !pen) throw new Error('no canvas');
  pen.imageSmoothingQuality = 'high';
  const draw = () => {
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) coarse.drawImage(video, 0, 0, wide, high);
    pen.drawImage(few, 0, 0, canvas.width, canvas.height);
  };
  draw();
  const timer = setInterval(draw, everyMs);
  const [cover] = canvas.captureStream().getVideoTracks();
  if (!cover) throw new Error('no track');
  return {
    track: cover,
    stop() {
      clearInterval(timer);
      cover.stop();
      video.srcObject = null;
    },
  };
}
