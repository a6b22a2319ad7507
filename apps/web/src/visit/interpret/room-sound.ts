import type { CallState } from '@okaeri/call';
import {
  hearingOf,
  localeNames,
  locales,
  sameLanguage,
  type SoundInterpreter,
  type SoundSeat,
  type SoundView,
  type VisitSeat,
} from '@okaeri/contracts';

/** Somebody who interprets, or could. */
export interface Interpreting extends SoundInterpreter {
  here: boolean;
  /** Those in the room who are given her voice in full. */
  heardBy: readonly string[];
}

/** Who interprets what in this visit, and what the reader hears of it. */
export interface RoomSound {
  sound: SoundView;
  me: SoundSeat;
  /** Everybody who interprets by booking or by what was said here, whether in the room or not. */
  interpreters: readonly Interpreting[];
  own: Interpreting | null;
  /** What the reader wants to hear: a language, or `floor` for the room as it is. */
  hears: string;
  speaks: string;
  /** Languages of this visit, by their primary tags, her own first. */
  languages: readonly string[];
  /** Languages that are spoken in the room and not by this interpreter. */
  strange: readonly string[];
}

type Told = Pick<CallState, 'sound' | 'snapshot'>;

export const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? tag;

/** For a list to choose from: those of the visit first, then all that every sentence exists in. */
export const choicesOf = (languages: readonly string[]): { value: string; label: string }[] =>
  distinct([...languages, ...locales]).map((value) => ({ value, label: nameOf(value) }));

function nameOf(tag: string): string {
  const known = locales.find((one) => one === tag);
  return known ? localeNames[known] : tag;
}

/** Who writes down what is said: those who interpret, and those who help; the server asks the same. */
export const mayCaption = (room: RoomSound): boolean =>
  room.own !== null || ['physician', 'guest', 'coordinator'].includes(room.me.role);

/** A voice as loud as in the room; under another one it is not what is listened to. */
const inFull = 1;

export function roomSoundOf(
  { sound, snapshot }: Told,
  people: readonly VisitSeat[],
  ownSeatId: string,
): RoomSound | null {
  const beside = new Map(snapshot?.seats.map((seat) => [seat.seatId, seat.beside]));
  const seats = people.map(({ seatId, role, language, interprets, state }): SoundSeat => {
    const place = { here: state === 'joined', removed: state === 'removed', beside: beside.get(seatId) ?? null };
    return { seatId, role, language, interprets, ...place };
  });
  const me = seats.find(({ seatId }) => seatId === ownSeatId);
  if (!me) return null;
  const heard = seats
    .filter(({ here }) => here)
    .map((seat) => ({ by: seat.seatId, voices: hearingOf(sound, seats, seat) }));
  const heardBy = (seatId: string) =>
    heard
      .filter(({ voices }) => voices.some((voice) => voice.seatId === seatId && voice.gain === inFull))
      .map(({ by }) => by);
  const interpreters = seats.flatMap((seat): Interpreting[] => {
    const entry = entryOf(sound, seat);
    return entry && !seat.removed ? [{ ...entry, here: seat.here, heardBy: heardBy(seat.seatId) }] : [];
  });
  const speaks = (seat: SoundSeat) => sound.speaks[seat.seatId] ?? seat.language;
  const floor = seats.filter((seat) => seat.here && !interpreters.some(({ seatId }) => seatId === seat.seatId));
  const own = interpreters.find(({ seatId }) => seatId === me.seatId) ?? null;
  const spoken = distinct(floor.map(speaks));
  return {
    ...{ sound, me, interpreters, own, speaks: speaks(me) },
    hears: sound.hears[me.seatId] ?? me.language,
    languages: distinct([me.language, ...interpreters.flatMap(({ pair }) => pair), ...spoken]),
    strange: own ? spoken.filter((language) => !own.pair.some((one) => sameLanguage(one, language))) : [],
  };
}

const entryOf = (sound: SoundView, { seatId, interprets }: SoundSeat): SoundInterpreter | null =>
  sound.interpreters.find((one) => one.seatId === seatId) ??
  (interprets && { seatId, pair: [...interprets], to: null, relay: null, offered: null, since: null });

const distinct = (tags: readonly string[]): string[] => [...new Set(tags.map(primary))];

/** Of a pair, the language that is not the one spoken into. */
export const otherOf = (pair: readonly [string, string], to: string): string =>
  sameLanguage(pair[0], to) ? pair[1] : pair[0];

/** Who speaks into a language now; nobody is not here. */
export const channelOf = (interpreters: readonly Interpreting[], language: string): Interpreting | undefined =>
  interpreters.find(({ here, to }) => here && to !== null && sameLanguage(to, language));

/** What an interpreter can do about who works: whom to give her work to, and whose to take. */
export function partnersOf({ interpreters, own }: RoomSound): { give: Interpreting[]; take: Interpreting | null } {
  if (!own) return { give: [], take: null };
  const others = interpreters.filter(({ seatId }) => seatId !== own.seatId);
  const knows = ({ pair }: Interpreting, language: string) => pair.some((one) => sameLanguage(one, language));
  const { to } = own;
  const give = to === null ? [] : others.filter((one) => one.here && knows(one, to));
  const mine = others.filter((one) => one.to !== null && knows(own, one.to));
  return { give, take: mine.find(({ offered }) => offered === own.seatId) ?? mine.find(({ here }) => !here) ?? null };
}
