import type { CallState, LocalMediaState } from '@okaeri/call';

/** One line above the controls; at most one at a time, the gravest first. */
export type Standing =
  | 'reconnecting'
  | 'joining'
  | 'alone'
  | 'noMicrophone'
  | 'microphoneSilent'
  | 'mutedWhileSpeaking'
  /** One of the others is not reached. */
  | 'stalled';

interface Input {
  call: Pick<CallState, 'phase' | 'connection' | 'microphoneOn' | 'mutedWhileSpeaking'>;
  media: Pick<LocalMediaState, 'microphone'>;
  /** Others who are in the call. */
  others: number;
  /** Some of them are not reached just now. */
  stalled: boolean;
  /** She chose to be heard; who only listens need not be told all the time that nobody hears her. */
  wantsSound: boolean;
}

export function standingOf({ call, media, others, stalled, wantsSound }: Input): Standing | null {
  if (call.phase === 'reconnecting' || call.connection === 'reconnecting') return 'reconnecting';
  if (call.phase !== 'joined') return 'joining';
  if (others === 0) return 'alone';
  if (call.mutedWhileSpeaking) return 'mutedWhileSpeaking';
  if (!media.microphone && wantsSound) return 'noMicrophone';
  if (call.microphoneOn && media.microphone?.silent) return 'microphoneSilent';
  return stalled ? 'stalled' : null;
}
