import { readPeople } from '@okaeri/access';
import { readVisit } from '@okaeri/care';
import { readSamples, readSteps } from '@okaeri/consult';
import type { Sampled, Stretch } from '@okaeri/consult';
import { OkaeriError } from '@okaeri/contracts';
import type { QualityPage, VisitId } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { clockWords } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { nameOf, personsOf } from '../pages/card';
import type { Reader } from '../pages/reader';

const mostSamples = 720;

type SeatQuality = QualityPage['seats'][number];

/** How the links of a visit were, seat by seat; who was never in the room is not in it. */
export async function qualityPageOf(em: EntityManager, reader: Reader, visitId: VisitId): Promise<QualityPage> {
  const record = await readVisit(em, visitId);
  if (!record) throw new OkaeriError('not_found');
  const people = await readPeople(em, personsOf([record]));
  const samples = await readSamples(em, visitId, mostSamples);
  const steps = await readSteps(em, visitId);
  const begins = Math.min(
    ...samples.map(({ at }) => at.epochMilliseconds),
    ...steps.map(({ from }) => from.epochMilliseconds),
  );
  const second = (instant: Temporal.Instant) => Math.round((instant.epochMilliseconds - begins) / 1000);
  const seats = record.seats.map(({ id, personId, role }): SeatQuality => {
    const own = samples.filter(({ seatId }) => seatId === id);
    return {
      seatId: id,
      name: nameOf(people, personId, reader, role),
      role,
      path: own.findLast(({ path }) => path !== null)?.path ?? null,
      samples: own.map((sample) => sampleOf(sample, reader, second)),
      steps: steps.filter(({ seatId }) => seatId === id).map((step) => stepOf(step, reader, second)),
    };
  });
  return { visitId, seats: seats.filter((seat) => seat.samples.length > 0 || seat.steps.length > 0) };
}

type Seconds = (instant: Temporal.Instant) => number;

function sampleOf(
  { seatId: _, at, ...sample }: Sampled,
  reader: Reader,
  second: Seconds,
): SeatQuality['samples'][number] {
  return { ...sample, atWords: clockOf(at, reader), second: second(at) };
}

function stepOf({ side, step, from, until }: Stretch, reader: Reader, second: Seconds): SeatQuality['steps'][number] {
  return {
    ...{ side, step, words: say(reader.locale, `quality.step.${step}`) },
    ...{ fromWords: clockOf(from, reader), toWords: until && clockOf(until, reader) },
    ...{ fromSecond: second(from), toSecond: until && second(until) },
  };
}

const clockOf = (instant: Temporal.Instant, reader: Reader) => clockWords({ ...reader, instant, now: reader.now }).time;
