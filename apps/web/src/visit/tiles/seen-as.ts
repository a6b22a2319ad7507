import type { CallState, LocalMediaState } from '@okaeri/call';

/** What the others see of this person, said under her own small picture. */
export type SeenAs = 'picture' | 'cameraOff' | 'noCamera' | 'testPicture' | 'cameraSilent';

export function seenAs(call: Pick<CallState, 'cameraOn'>, media: Pick<LocalMediaState, 'camera'>): SeenAs {
  if (!media.camera) return 'noCamera';
  if (!call.cameraOn) return 'cameraOff';
  if (media.camera.synthetic) return 'testPicture';
  return media.camera.silent ? 'cameraSilent' : 'picture';
}

/** What the others hear of her. */
export type HeardAs = 'voice' | 'microphoneOff' | 'noMicrophone' | 'testTone';

export function heardAs(call: Pick<CallState, 'microphoneOn'>, media: Pick<LocalMediaState, 'microphone'>): HeardAs {
  if (!media.microphone) return 'noMicrophone';
  if (!call.microphoneOn) return 'microphoneOff';
  return media.microphone.synthetic ? 'testTone' : 'voice';
}
