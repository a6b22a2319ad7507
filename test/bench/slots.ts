import { randomUUID } from 'node:crypto';
import { bookVisit } from '@okaeri/care';
import { slotsQuery } from '@okaeri/contracts';
import type { PersonId, SlotsQuery } from '@okaeri/contracts';
import type { Database } from '@okaeri/platform';
import { Slots, fillHolidays } from '@okaeri/scheduling';
import { Temporal, now as present, useClock } from '@okaeri/words/time';
import { needDatabaseServer } from '../support/database-server';
import { slowAnswer } from '../support/slow-reading';
import { chance, slotsWorld } from '../support/slots-world';
import type { SlotsWorld } from '../support/slots-world';
import { SocketWorld } from '../support/socket-world';
import { Standalone } from '../support/standalone';
import { quantile, summary } from './result';
import type { BenchResult } from './result';

const size = { patients: 180, physicians: 70, interpreters: 40, rooms: 10, visits: 20_000, outside: 5000, days: 180 };
/** Fewer by hand: SLOTS_ROUNDS=200. */
const rounds = Number(process.env['SLOTS_ROUNDS'] ?? 2000);
const sampled = Math.min(200, rounds);
/** The first of everything is slower, and no coordinator's wait. */
const first = 50;
const targetMs = 30;
/** More are compared than a person is shown. */
const most = 20;

/**
 * A time for three over 180 days, each time after a booking that changed one of them: the service call in this process,
 * and beside it the whole way by HTTP from the built server. Every tenth answer is held against the slow model.
 */
export async function slots(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<void>)[] = [];
  try {
    stops.push(await needDatabaseServer());
    const standalone = await Standalone.start({ demo: false });
    stops.push(() => standalone.stop());
    const people = await SocketWorld.open(standalone.databaseUrl);
    stops.push(() => people.close());
    const today = present().toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
    const world = await slotsWorld(people.data, size, today.toString());
    await people.data.transaction((em) => fillHolidays(em));
    await people.data.query('analyze');
    progress('The hospital stands: 300 people and things, 20,000 visits.');
    const ours = await searches(people, world, today, progress);
    const http = await byHttp(people, world, standalone, today);
    progress(`by HTTP: median ${quantile(http, 0.5).toFixed(1)} ms, p99 ${quantile(http, 0.99).toFixed(1)} ms`);
    const p99 = quantile(ours.times, 0.99);
    return {
      bench: 'slots',
      samples: ours.times.length,
      ours: {
        ...summary(ours.times, 'ms'),
        p99: Math.round(p99 * 10) / 10,
        compared: ours.compared,
        equal: ours.equal,
        httpMedian: Math.round(quantile(http, 0.5) * 10) / 10,
        httpP99: Math.round(quantile(http, 0.99) * 10) / 10,
      },
      baseline: null,
      ratio: null,
      targets: { p99Ms: targetMs, equal: sampled },
      met: p99 <= targetMs && ours.equal === sampled && ours.compared === sampled,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

const interprets = { languages: ['ja', 'en'] } as const;

async function searches(
  { data }: SocketWorld,
  world: SlotsWorld,
  today: Temporal.PlainDate,
  progress: (line: string) => void,
): Promise<{ times: number[]; compared: number; equal: number }> {
  // One present for both models, and for the whole run.
  const instant = present();
  const restore = useClock(instant);
  const found = new Slots({ manager: data.manager } as unknown as Database);
  const reader = { locale: 'en', zone: 'Asia/Tokyo', place: 'Osaka', now: instant } as const;
  const pick = chance(11);
  const oneOf = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const times: number[] = [];
  let [compared, equal] = [0, 0];
  try {
    for (let round = -first; round < rounds; round += 1) {
      const [patient, physicianId, interpreterId] = [
        oneOf(world.patients),
        oneOf(world.physicians),
        oneOf(world.interpreters),
      ];
      const query = slotsQuery.parse({
        ...{ episodeId: patient.episodeId, personIds: [patient.id, physicianId], minutes: oneOf([15, 30, 45, 60]) },
        interpreter: { ...interprets, personIds: [interpreterId] },
        ...{ from: today.toString(), days: 180, onCall: pick(10) === 0 },
      });
      await changeOne(data, found, query, { ...patient, physicianId, interpreterId }, pick);
      const begun = performance.now();
      await found.find(query, reader);
      if (round < 0) continue;
      times.push(performance.now() - begun);
      if (round % (rounds / sampled) !== 0) continue;
      compared += 1;
      if (await isEqual(data, found, query, { ...world, patientId: patient.id }, instant, progress)) equal += 1;
      if (compared % 20 === 0)
        progress(`${round + 1} searches, p99 ${quantile(times, 0.99).toFixed(1)} ms, ${equal} of ${compared} equal`);
    }
  } finally {
    restore();
  }
  return { times, compared, equal };
}

/** Books one of the three at a time that was found for her: what was counted of her before is no longer true. */
async function changeOne(
  data: SocketWorld['data'],
  found: Slots,
  query: SlotsQuery,
  {
    id,
    zone,
    episodeId,
    physicianId,
  }: SlotsWorld['patients'][number] & { physicianId: PersonId; interpreterId: PersonId },
  pick: (below: number) => number,
): Promise<void> {
  const alone = pick(2) === 0 ? id : physicianId;
  const { found: free } = await found.search({ ...query, personIds: [alone], interpreter: null });
  const chosen = free[pick(free.length)];
  if (!chosen) return;
  await data.transaction((em) =>
    bookVisit(em, {
      ...{ episodeId, minutes: query.minutes, patientZone: zone, institutionZone: 'Asia/Tokyo' },
      startsAt: Temporal.Instant.fromEpochMilliseconds(chosen.s * 60_000),
      seats: [{ personId: alone, role: alone === id ? 'patient' : 'physician', language: 'en' }],
    }),
  );
}

async function isEqual(
  data: SocketWorld['data'],
  found: Slots,
  query: SlotsQuery,
  { institutionId, patientId }: { institutionId: string; patientId: string },
  instant: Temporal.Instant,
  progress: (line: string) => void,
): Promise<boolean> {
  const ours = (await found.search({ ...query, most })).found;
  const slow = await slowAnswer(data, {
    ...{ patientId, institutionId, must: query.personIds, anyOf: query.interpreter?.personIds as string[] },
    ...{ minutes: query.minutes, from: query.from, days: query.days, onCall: query.onCall, most },
    now: Math.floor(instant.epochMilliseconds / 60_000),
  });
  if (JSON.stringify(ours) === JSON.stringify(slow)) return true;
  progress(`NOT EQUAL: ${JSON.stringify({ query, ours: ours.slice(0, 3), slow: slow.slice(0, 3) })}`);
  return false;
}

async function byHttp(
  people: SocketWorld,
  world: SlotsWorld,
  standalone: Standalone,
  today: Temporal.PlainDate,
): Promise<number[]> {
  const coordinator = await people.staff(world.institutionId, 'coordinator');
  const pick = chance(13);
  const times: number[] = [];
  for (let at = 0; at < sampled; at += 1) {
    const patient = world.patients[pick(world.patients.length)] as SlotsWorld['patients'][number];
    const body = {
      ...{ episodeId: patient.episodeId, personIds: [patient.id, world.physicians[pick(world.physicians.length)]] },
      interpreter: { ...interprets, personIds: [world.interpreters[pick(world.interpreters.length)]] },
      ...{ minutes: 30, from: today.toString(), days: 180 },
    };
    const begun = performance.now();
    const answer = await fetch(`${standalone.origin}/api/slots`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'idempotency-key': randomUUID(), cookie: coordinator.cookie },
        // Each from an address of its own: the limit per address is not what is measured.
        'x-forwarded-for': `10.0.0.${(at % 250) + 1}`,
      },
      body: JSON.stringify(body),
    });
    await answer.json();
    if (answer.status !== 200) throw new Error(`A search was answered with ${answer.status}.`);
    times.push(performance.now() - begun);
  }
  return times;
}
