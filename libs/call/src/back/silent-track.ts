/** The system gives nothing for this long: a phone call has taken the microphone, or a switch is off. */
const mutedMs = 3000;
/** No room is so quiet that nothing at all is heard. */
const nothingMs = 5000;
/** Opening it anew helps at the first or second time, or not at all. */
const mostAttempts = 2;

export interface Heard {
  /** What the browser says of the track. */
  muted: boolean;
  /** Exactly 0 is no silence of a room. `null`: not measured, as with a picture. */
  level: number | null;
  visible: boolean;
}
export type Verdict = 'fine' | 'wait' | 'renew' | 'silent';

export interface TrackWatch {
  judge(now: number, heard: Heard): Verdict;
  /** The page has woken: what did not help before may help now. */
  afresh(): void;
}

/** Whether an own track still gives what it should: browsers say it late, wrongly or never. */
export function watchTrack(): TrackWatch {
  let mutedSince: number | null = null;
  let nothingSince: number | null = null;
  let wasHeard = false;
  let attempts = 0;

  return {
    judge(now, { muted, level, visible }) {
      // A page out of sight is muted by many systems, and gets its sound back when it is seen.
      mutedSince = muted && visible ? (mutedSince ?? now) : null;
      if (level !== null && level > 0) wasHeard = true;
      nothingSince = level === 0 && wasHeard && visible ? (nothingSince ?? now) : null;
      const lasts = (since: number | null, ms: number) => since !== null && now - since >= ms;
      if (!lasts(mutedSince, mutedMs) && !lasts(nothingSince, nothingMs)) {
        if (mutedSince !== null || nothingSince !== null) return 'wait';
        attempts = 0;
        return 'fine';
      }
      if (attempts >= mostAttempts) return 'silent';
      attempts += 1;
      mutedSince = null;
      nothingSince = null;
      return 'renew';
    },
    afresh() {
      attempts = 0;
    },
  };
}
