import { gainFor, type SoundView, type VisitSnapshot } from '@okaeri/contracts';
import type { Introduced } from '../types';

export type GainOf = (seatId: string, voiceLive: (seatId: string) => boolean) => number;

/** How loud each voice is to be played here. Of a visit or a person that is not known yet, in full. */
export function gainsOf(sound: SoundView, snapshot: VisitSnapshot | null, people: readonly Introduced[]): GainOf {
  const known = new Map(people.map((person) => [person.seatId, person]));
  const seats = (snapshot?.seats ?? []).flatMap(({ seatId, role, state, beside }) => {
    const person = known.get(seatId);
    if (!person) return [];
    const { language, interprets } = person;
    return [{ seatId, role, language, interprets, beside, here: state === 'joined', removed: state === 'removed' }];
  });
  const me = seats.find(({ seatId }) => seatId === snapshot?.me.seatId);
  const complete = me !== undefined && seats.length === snapshot?.seats.length;
  return (seatId, voiceLive) => (complete ? gainFor(sound, seats, me, seatId, voiceLive) : 1);
}
