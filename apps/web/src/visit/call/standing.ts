import type { CallState, LocalMediaState } from '@okaeri/call';

/** One line above the controls; at most one at a time, the gravest first. */
export type Standing =
  | 'reconnecting'
  | 'joining'
  | 'alone'
  | 'noMicrophone'
  | 'microphoneSilent'
  | 'mutedWhileSpeaking';

interface Input {
  call: Pick<CallState, 'phase' | 'connection' | 'microphoneOn' | 'mutedWhileSpeaking'>;
  media: Pick<LocalMediaState, 'microphone'>;
  /** Others who are in the call. */
  others: number;
  /** She chose to be heard; who only listens need not be told all the time that nobody hears her. */
  wantsSound: boolean;
}

export function standingOf({ call, media, others, wantsSound }: Input): Standing | null {
  if (call.phase === 'reconnecting' || call.connection === 'reconnecting') return 'reconnecting';
  if (call.phase !== 'joined') return 'joining';
  if (others === 0) return 'alone';
  if (call.mutedWhileSpeaking) return 'mutedWhileSpeaking';
  if (!media.microphone) return wantsSound ? 'noMicrophone' : null;
  if (call.microphoneOn && media.microphone.silent) return 'microphoneSilent';
  return null;
}

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
