import { lastLook, looksIn } from '@okaeri/access';
import type { Look } from '@okaeri/access';
import type { Deed, EpisodeId, LookedPage, LookedPerson, PageQuery, PersonId } from '@okaeri/contracts';
import { cursorOf, readTimeCursor } from '@okaeri/platform';
import { say } from '@okaeri/words';
import { clockWords, dayRange, toInstant, toIso, wallOf } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';
import { deedOf } from './deeds';
import { episodesOf, lookersOf } from './lookers';
import type { Looker } from './lookers';

type Day = LookedPage['days'][number];
type Entry = LookedPerson['entries'][number];

/** Days in one piece. */
const daysMost = 7;

/** Days of the reader's own calendar on which somebody else has used her record. */
export async function lookedPage(em: EntityManager, reader: Reader, { after }: PageQuery): Promise<LookedPage> {
  const place = readTimeCursor(after);
  let before = place ? toInstant(place.value) : reader.now.add({ hours: 1 });
  const found: { start: typeof before; looks: Look[] }[] = [];
  let last = await lastLook(em, reader.personId, before);
  while (last && found.length < daysMost) {
    const { start, end } = dayRange(reader.zone, last);
    found.push({ start, looks: await looksIn(em, reader.personId, { start, end }) });
    before = start;
    last = await lastLook(em, reader.personId, before);
  }
  const looks = found.flatMap((day) => day.looks);
  const actors = [...new Set(looks.map(({ actorId }) => actorId).filter((id) => id !== null))];
  const lookerOf = await lookersOf(em, reader, actors);
  const episodeOf = await episodesOf(em, reader.personId, looks);
  return {
    days: found.map((day) => dayOf(day, reader, lookerOf, episodeOf)),
    next: last ? cursorOf({ value: toIso(before), id: reader.personId }) : null,
  };
}

function dayOf(
  { start, looks }: { start: Look['first']; looks: readonly Look[] },
  reader: Reader,
  lookerOf: (look: Look) => Looker,
  episodeOf: (look: Look) => EpisodeId | null,
): Day {
  const { date: dateWords } = clockWords({ ...reader, instant: start });
  const people = new Map<PersonId | string, { looker: Looker; looks: Map<string, Gathered> }>();
  for (const look of looks) {
    const looker = lookerOf(look);
    // Strangers are not told apart: how many there were says something of each.
    const key = looker.who === 'known' ? String(look.actorId) : looker.who;
    const person = people.get(key) ?? { looker, looks: new Map<string, Gathered>() };
    people.set(key, person);
    gather(person.looks, look);
  }
  return {
    date: wallOf(start, reader.zone).date,
    dateWords,
    people: [...people.values()].map(({ looker, looks: gathered }) => ({
      ...looker,
      entries: [...gathered.values()].map((one) => entryOf(one, { reader, looker, dateWords, episodeOf })),
    })),
  };
}

interface Gathered {
  deed: Deed;
  look: Look;
}

/** What is one deed to a patient is one entry, by however many permissions it was asked for. */
function gather(into: Map<string, Gathered>, look: Look): void {
  const deed = deedOf(look.permission);
  const key = look.outcome === 'refused' ? 'refused' : `${deed} ${look.purpose ?? ''}`;
  const known = into.get(key);
  if (!known) {
    into.set(key, { deed, look });
    return;
  }
  const earlier = look.first.epochMilliseconds < known.look.first.epochMilliseconds ? look.first : known.look.first;
  known.look = { ...known.look, times: known.look.times + look.times, first: earlier };
}

function entryOf(
  { deed, look }: Gathered,
  told: {
    reader: Reader;
    looker: Looker;
    dateWords: string;
    episodeOf: (look: Look) => EpisodeId | null;
  },
): Entry {
  const { reader, looker, dateWords, episodeOf } = told;
  const { locale } = reader;
  const refused = look.outcome === 'refused';
  const emergency = look.purpose === 'BTG';
  const done = say(locale, refused ? 'looked.refused' : `looked.deed.${deed}`);
  const words = emergency ? say(locale, 'looked.emergency', { words: done }) : done;
  const [from, to] = [look.first, look.last].map((instant) => clockWords({ ...reader, instant }).time);
  const whenWords = from === to || !from || !to ? (to ?? '') : say(locale, 'looked.span', { from, to });
  const episodeId = episodeOf(look);
  const who = looker.name?.display ?? wordsFor(looker, reader);
  return {
    ...{ rowId: look.rowId, deed, refused, emergency, words, whenWords, times: look.times },
    ask: episodeId && {
      episodeId,
      about: say(locale, 'looked.question.about', { who, date: dateWords, when: whenWords, deed: words }),
    },
  };
}

function wordsFor({ who }: Looker, { locale }: Reader): string {
  return who === 'known' ? '' : say(locale, `looked.${who}`);
}
