import type { MediaSource, Step } from '@okaeri/contracts';
import type { Layer, PictureWish } from '../room/layers';

/** What is asked of the server for one picture. */
export interface ConsumerWish {
  paused: boolean;
  spatialLayer?: Layer;
  temporalLayer?: Layer;
  stills?: boolean;
}

/** Of a camera that is sent in two temporal layers. */
const everyFrame = 1;
const lowest = { spatialLayer: 0, temporalLayer: 0 } as const;

/**
 * A voice comes as usual, or sparing on a link that carries little more. It is asked for one step before the last picture is
 * given up: where the sound alone fills a link, no question gets through any more.
 */
export const voiceLayerOn = (step: Step): Layer => (step === 'full' || step === 'low' ? 1 : 0);

/** What of a picture can be asked for on a step. Whatever the step: what is not shown is not wanted. */
export function wishOn(step: Step, source: MediaSource, wish: PictureWish): ConsumerWish {
  const whole: ConsumerWish =
    source === 'camera'
      ? { ...wish, temporalLayer: everyFrame, stills: false }
      : { paused: wish.paused, spatialLayer: 1, stills: false };
  switch (step) {
    case 'full':
      return whole;
    case 'low':
      return { ...whole, ...lowest };
    case 'stills':
      return { ...whole, ...lowest, stills: true };
    default:
      return { paused: true };
  }
}
