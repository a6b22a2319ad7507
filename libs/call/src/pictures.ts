const made = new WeakMap<MediaStreamTrack, HTMLVideoElement>();

/**
 * The one element that shows a track. The call makes it as soon as there is a track, so that the first frame finds it
 * ready; the page puts the same element wherever it wants the picture. Silent: sound has elements of its own.
 */
export function pictureOf(track: MediaStreamTrack): HTMLVideoElement {
  const before = made.get(track);
  if (before) return before;
  const element = document.createElement('video');
  element.muted = true;
  element.autoplay = true;
  element.playsInline = true;
  element.disablePictureInPicture = true;
  element.tabIndex = -1;
  element.srcObject = new MediaStream([track]);
  // Silent pictures may always play; a refusal only means that the element is already gone again.
  element.play().catch(() => undefined);
  made.set(track, element);
  return element;
}

/** Resolves with the first frame on the screen. */
export function firstFrame(element: HTMLVideoElement): Promise<void> {
  return new Promise((shown) => {
    if (typeof element.requestVideoFrameCallback === 'function') element.requestVideoFrameCallback(() => shown());
    else element.addEventListener('loadeddata', () => shown(), { once: true });
  });
}
