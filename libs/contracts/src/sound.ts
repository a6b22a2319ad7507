import { z } from 'zod';
import { OkaeriError } from './errors';
import { sameLanguage } from './languages';
import { tag } from './rtp';
import { hostRole } from './states';
import type { SeatRole } from './states';

/**
 * Who hears whom in one visit, and in which language: what was chosen, not what follows from it (`hearing.ts`). The row
 * `sound.state` holds it; page and server compute from the same words.
 */
export const soundModes = ['consecutive', 'simultaneous'] as const;
export type SoundMode = (typeof soundModes)[number];

/** Two languages, in both directions. */
export const languagePair = z.tuple([tag, tag]);

export const soundState = z.strictObject({
  /** `consecutive`: everybody hears everybody. `simultaneous`: an interpreter's voice lies over the floor. */
  mode: z.enum(soundModes),
  /** By seat; absent: her seat's language. `floor`: the room as it is. */
  hears: z.record(z.uuid(), z.union([tag, z.literal('floor')])),
  /** By seat; absent: her seat's language. */
  speaks: z.record(z.uuid(), tag),
  interpreters: z
    .array(
      z.strictObject({
        seatId: z.uuid(),
        pair: languagePair,
        /** The language she speaks into now; `null`: standing by. */
        to: tag.nullable(),
        /** The one of her two languages in whose channel she hears what is spoken in others. */
        relay: tag.nullable(),
        /** The seat to which her hand-over is offered. */
        offered: z.uuid().nullable(),
        since: z.iso.datetime().nullable(),
      }),
    )
    .max(6),
  version: z.number().int(),
});
export type SoundState = z.infer<typeof soundState>;
/** The same is shown to everybody: seats by their ids only. */
export const soundView = soundState;
export type SoundView = SoundState;
export type SoundInterpreter = SoundState['interpreters'][number];

/** What a visit begins with. */
export const firstSound: SoundState = { mode: 'consecutive', hears: {}, speaks: {}, interpreters: [], version: 1 };

/** What has to be known of a seat to say who hears what. */
export interface SoundSeat {
  seatId: string;
  role: SeatRole;
  language: string;
  /** As she was booked. */
  interprets: readonly [string, string] | null;
  /** In the room. */
  here: boolean;
  removed: boolean;
  /** The seat whose room, microphone and loudspeaker she shares. */
  beside: string | null;
}

export interface SoundFacts {
  /** Who acts. */
  by: { seatId: string; role: SeatRole };
  seats: readonly SoundSeat[];
  /** An instant, ISO 8601. */
  now: string;
}

export type SoundAct =
  | { act: 'mode'; mode: SoundMode }
  | { act: 'hear'; language: string | null }
  | { act: 'speak'; language: string }
  | { act: 'appoint'; seatId: string; pair: readonly [string, string] | null }
  | { act: 'set'; to: string | null }
  | { act: 'relay'; via: string | null }
  | { act: 'offer'; seatId: string | null }
  | { act: 'take' }
  /** The seat of `by` left or was removed; not a mere lapse. */
  | { act: 'gone' };

/** For how long a voice goes on to be forwarded after another took over, so that no word falls between the two. */
export const handOverMs = 200;

/** The state after an act; the very same object where nothing changed. Throws what the actor is told. */
export function soundAfter(state: SoundState, act: SoundAct, facts: SoundFacts): SoundState {
  const next = changed(state, act, facts);
  return equal(state, next) ? state : { ...next, version: state.version + 1 };
}

function changed(state: SoundState, act: SoundAct, facts: SoundFacts): SoundState {
  const { by } = facts;
  switch (act.act) {
    case 'mode':
      if (by.role !== hostRole && !entryOf(state, facts, by.seatId)) throw new OkaeriError('not_found');
      return { ...state, mode: act.mode };
    case 'hear':
      return { ...state, hears: withKey(state.hears, by.seatId, act.language) };
    case 'speak': {
      const own = entryOf(state, facts, by.seatId);
      if (own && !holds(own.pair, act.language)) throw new OkaeriError('language_not_given');
      return { ...state, speaks: withKey(state.speaks, by.seatId, act.language) };
    }
    case 'appoint':
      return appoint(state, act, facts);
    case 'set':
      return setDirection(state, act.to, facts);
    case 'relay': {
      const own = ownEntry(state, facts);
      // A channel in a language that she does not understand would be of no use to her.
      if (act.via !== null && !holds(own.pair, act.via)) throw new OkaeriError('language_not_given');
      return withEntry(state, { ...own, relay: act.via });
    }
    case 'offer':
      return offer(state, act.seatId, facts);
    case 'take':
      return take(state, facts);
    case 'gone': {
      const own = state.interpreters.find(({ seatId }) => seatId === by.seatId);
      return own ? withEntry(state, { ...own, to: null, offered: null, since: null }) : state;
    }
  }
}

function appoint(
  state: SoundState,
  { seatId, pair }: Extract<SoundAct, { act: 'appoint' }>,
  { by, seats }: SoundFacts,
): SoundState {
  if (by.role !== hostRole) throw new OkaeriError('not_found');
  const others = state.interpreters.filter((one) => one.seatId !== seatId);
  if (pair === null) return { ...state, interpreters: others };
  const seat = seats.find((one) => one.seatId === seatId);
  // Whose own words the visit is about: as interpreters they would be on no floor, and heard by nobody.
  const speaksForHerself = seat?.role === 'patient' || seat?.role === hostRole;
  if (!seat || seat.removed || speaksForHerself) throw new OkaeriError('not_found');
  const before = state.interpreters.find((one) => one.seatId === seatId);
  const full = !before && others.length >= mostInterpreters;
  if (sameLanguage(pair[0], pair[1]) || full) throw new OkaeriError('message_malformed');
  if (before && equal(before.pair, pair)) return state;
  return withEntry(state, freshEntry(seatId, pair));
}

function setDirection(state: SoundState, to: string | null, facts: SoundFacts): SoundState {
  const own = ownEntry(state, facts);
  if (to === own.to) return withEntry(state, { ...own, offered: null });
  if (to === null) return withEntry(state, { ...own, to, offered: null, since: null });
  if (!holds(own.pair, to)) throw new OkaeriError('language_not_given');
  const holder = state.interpreters.find((one) => one.seatId !== own.seatId && speaksInto(one, to));
  if (holder && isHere(facts, holder.seatId)) throw new OkaeriError('channel_taken');
  const rest = holder ? withEntry(state, { ...holder, to: null, offered: null, since: null }) : state;
  return withEntry(rest, { ...own, to, offered: null, since: facts.now });
}

function offer(state: SoundState, seatId: string | null, facts: SoundFacts): SoundState {
  const own = ownEntry(state, facts);
  if (seatId === null) return withEntry(state, { ...own, offered: null });
  const partner = seatId === own.seatId ? null : entryOf(state, facts, seatId);
  if (own.to === null || !partner || !holds(partner.pair, own.to)) throw new OkaeriError('not_interpreter');
  return withEntry(state, { ...own, offered: seatId });
}

function take(state: SoundState, facts: SoundFacts): SoundState {
  const own = ownEntry(state, facts);
  const working = state.interpreters.filter(({ seatId, to }) => seatId !== own.seatId && to !== null);
  const mine = working.filter(({ to }) => to !== null && holds(own.pair, to));
  const giver = mine.find(({ offered }) => offered === own.seatId) ?? mine.find(({ seatId }) => !isHere(facts, seatId));
  if (!giver) throw new OkaeriError('channel_taken');
  const rest = withEntry(state, { ...giver, to: null, offered: null, since: null });
  const relay = own.relay ?? (giver.relay !== null && holds(own.pair, giver.relay) ? giver.relay : null);
  return withEntry(rest, { ...own, to: giver.to, relay, offered: null, since: facts.now });
}

const mostInterpreters = 6;

const holds = (pair: readonly [string, string], language: string): boolean =>
  pair.some((one) => sameLanguage(one, language));
const speaksInto = ({ to }: SoundInterpreter, language: string): boolean => to !== null && sameLanguage(to, language);
const isHere = ({ seats }: SoundFacts, seatId: string): boolean =>
  seats.some((seat) => seat.seatId === seatId && seat.here && !seat.removed);

const freshEntry = (seatId: string, [one, other]: readonly [string, string]): SoundInterpreter => ({
  ...{ seatId, pair: [one, other], to: null, relay: null, offered: null, since: null },
});

/** Who interprets by what was said here, else by how she was booked. */
function entryOf(state: SoundState, { seats }: SoundFacts, seatId: string): SoundInterpreter | null {
  const said = state.interpreters.find((one) => one.seatId === seatId);
  if (said) return said;
  const booked = seats.find((seat) => seat.seatId === seatId)?.interprets;
  return booked ? freshEntry(seatId, booked) : null;
}

function ownEntry(state: SoundState, facts: SoundFacts): SoundInterpreter {
  const own = entryOf(state, facts, facts.by.seatId);
  const full = state.interpreters.length >= mostInterpreters;
  if (!own || (full && !state.interpreters.includes(own))) throw new OkaeriError('not_interpreter');
  return own;
}

function withEntry(state: SoundState, entry: SoundInterpreter): SoundState {
  const known = state.interpreters.some(({ seatId }) => seatId === entry.seatId);
  const interpreters = known
    ? state.interpreters.map((one) => (one.seatId === entry.seatId ? entry : one))
    : [...state.interpreters, entry];
  return { ...state, interpreters };
}

function withKey<T>(record: Record<string, T>, key: string, value: T | null): Record<string, T> {
  const { [key]: before, ...rest } = record;
  if (value === null) return rest;
  // In its old place, so that what says the same is the same.
  return before === undefined ? { ...rest, [key]: value } : { ...record, [key]: value };
}

const equal = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
