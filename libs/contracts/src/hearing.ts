import { sameLanguage } from './languages';
import type { SfuPlan } from './sfu';
import type { SoundInterpreter, SoundSeat, SoundState } from './sound';

/** The floor under a voice that interprets it. */
export const duck = 0.15;
/** The partner's own voice, to take over in the middle of a sentence. */
export const underPartner = 0.3;

export interface Heard {
  seatId: string;
  gain: number;
}

/** Who interprets by what was said here, else by how she was booked. */
const entryOf = (sound: SoundState, { seatId, interprets }: SoundSeat): SoundInterpreter | null =>
  sound.interpreters.find((one) => one.seatId === seatId) ??
  (interprets && { seatId, pair: [...interprets], to: null, relay: null, offered: null, since: null });

const covers = (pair: readonly string[], language: string): boolean => pair.some((one) => sameLanguage(one, language));

/** Everything that `me` plays, by whose microphone. What is not in here is not forwarded. */
export function hearingOf(sound: SoundState, seats: readonly SoundSeat[], me: SoundSeat): Heard[] {
  // Her loudspeaker is the one of the person whose room she shares.
  if (me.removed || me.beside) return [];
  const others = seats.filter((seat) => seat.seatId !== me.seatId && !seat.removed && !seat.beside);
  const working = sound.interpreters.filter(({ seatId, to }) => to !== null && isWorking(seats, seatId));
  if (sound.mode === 'consecutive' || working.length === 0) return others.map(({ seatId }) => ({ seatId, gain: 1 }));

  // Interpreters stand beside the floor, those who are not at it too: what they say among themselves is nobody's sentence.
  const floor = others
    .filter((seat) => entryOf(sound, seat) === null)
    .map((seat) => ({ seatId: seat.seatId, language: sound.speaks[seat.seatId] ?? seat.language }));
  const own = entryOf(sound, me);
  return own ? heardByInterpreter(own, floor, working) : heardByListener(sound, floor, working, me);
}

interface Speaker {
  seatId: string;
  language: string;
}

const isWorking = (seats: readonly SoundSeat[], seatId: string): boolean =>
  seats.some((seat) => seat.seatId === seatId && seat.here && !seat.removed && !seat.beside);

const channel = (working: readonly SoundInterpreter[], meId: string, language: string): SoundInterpreter | undefined =>
  working.find(({ to, seatId }) => seatId !== meId && to !== null && sameLanguage(to, language));

/** What is to be interpreted: the floor in her two languages, anything else only through the relay she chose. */
function heardByInterpreter(
  own: SoundInterpreter,
  floor: readonly Speaker[],
  working: readonly SoundInterpreter[],
): Heard[] {
  const known = floor.filter(({ language }) => covers(own.pair, language));
  const heard: Heard[] = known.map(({ seatId }) => ({ seatId, gain: 1 }));
  const relay = own.relay !== null && known.length < floor.length ? channel(working, own.seatId, own.relay) : undefined;
  if (relay) heard.push({ seatId: relay.seatId, gain: 1 });
  // Standing by: her partner, quietly.
  const partner =
    own.to === null
      ? working.find(({ seatId, pair }) => seatId !== own.seatId && pair.every((one) => covers(own.pair, one)))
      : undefined;
  if (partner && partner !== relay) heard.push({ seatId: partner.seatId, gain: underPartner });
  return heard;
}

function heardByListener(
  sound: SoundState,
  floor: readonly Speaker[],
  working: readonly SoundInterpreter[],
  me: SoundSeat,
): Heard[] {
  const wanted = sound.hears[me.seatId] ?? me.language;
  if (wanted === 'floor') return floor.map(({ seatId }) => ({ seatId, gain: 1 }));
  const voice = channel(working, me.seatId, wanted);
  // Only what the voice really interprets goes under it: nobody is left with neither the speech nor its meaning.
  const interpreted = (language: string) =>
    voice !== undefined && (voice.relay !== null || covers(voice.pair, language));
  const heard = floor.map(({ seatId, language }) => ({
    seatId,
    gain: !sameLanguage(language, wanted) && interpreted(language) ? duck : 1,
  }));
  return voice ? [...heard, { seatId: voice.seatId, gain: 1 }] : heard;
}

/** What the sfu is told: by listener, whose microphones she is given. */
export function planOf(
  sound: SoundState,
  seats: readonly SoundSeat[],
  version: number,
  lingerMs = 0,
): Omit<SfuPlan, 'screen'> {
  const heardBy = (seat: SoundSeat) => hearingOf(sound, seats, seat).map(({ seatId }) => seatId);
  return { version, lingerMs, hears: Object.fromEntries(seats.map((seat) => [seat.seatId, heardBy(seat).sort()])) };
}

/** How loud the page plays it: a floor is not ducked under a voice that is muted or has not arrived. */
export function gainFor(
  sound: SoundState,
  seats: readonly SoundSeat[],
  me: SoundSeat,
  speaker: string,
  /** Its track is there, not muted, not stalled. */
  voiceLive: (seatId: string) => boolean,
): number {
  const heard = hearingOf(sound, seats, me);
  const gain = heard.find(({ seatId }) => seatId === speaker)?.gain ?? 0;
  if (gain !== duck) return gain;
  const voices = heard.filter(({ seatId }) =>
    sound.interpreters.some((one) => one.seatId === seatId && one.to !== null),
  );
  return voices.some(({ seatId }) => voiceLive(seatId)) ? duck : 1;
}
