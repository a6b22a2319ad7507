import { randomUUID } from 'node:crypto';
import { AccessControl } from '@okaeri/access';
import type { Actor } from '@okaeri/access';
import { bookingForm } from '@okaeri/contracts';
import { Temporal, now } from '@okaeri/words/time';
import type { Request } from 'express';
import { Pool } from 'pg';
import { Bookings } from '../../apps/api/src/booking/bookings';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { needDatabaseServer } from '../support/database-server';
import { Rows } from './book/rows';
import { summary, type BenchResult } from './result';

const hospitals = 40;
/** Visits in one measurement, and how many of them are asked for at the same time. */
const visits = 400;
const atOnce = 10;
const rounds = 8;
const targetRatio = 0.5;

/** Each way of booking has an hour of its own on every day, so that none is in the way of another. */
const hours = { service: '09', http: '11', rows: '14' } as const;

/**
 * Visits booked in a second: by the service, with the question whether one may, against the very rows that it writes, put in
 * by hand in one transaction each from `pg`, as many at a time; turn by turn. The whole way by HTTP beside it.
 */
export async function book(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<void>)[] = [];
  try {
    stops.push(await needDatabaseServer());
    const world = await BookingWorld.open();
    stops.push(() => world.close());
    const pool = new Pool({ connectionString: world.people.url, max: atOnce });
    stops.push(() => pool.end());
    const all: Hospital[] = [];
    for (let each = 0; each < hospitals; each += 1) all.push(await world.hospital());
    const ways = await waysOf(world, pool, all, progress);
    const rates: Record<keyof typeof hours, number[]> = { service: [], http: [], rows: [] };
    // The first of everything is slower, and no coordinator's wait.
    for (let round = 0; round <= rounds; round += 1) {
      for (const way of ['service', 'rows', 'http'] as const) {
        const rate = await perSecond(ways[way], round * visits);
        if (round > 0) rates[way].push(rate);
      }
      // As autovacuum does within a minute in a house that is at work: what it plans by is not what the empty tables were.
      if (round === 0) await pool.query('analyze');
      if (round > 0) progress(`round ${round} of ${rounds}: ${JSON.stringify(last(rates))} visits a second`);
    }
    const [ours, baseline] = [summary(rates.service, 'visits/s'), summary(rates.rows, 'visits/s')];
    const ratio = Math.round((ours.median / baseline.median) * 1000) / 1000;
    const each = rates.service.map((rate, at) => rate / (rates.rows[at] ?? NaN));
    return {
      bench: 'book',
      samples: rounds * visits,
      ours: {
        ...ours,
        httpMedian: summary(rates.http, 'visits/s').median,
        lowestRatio: Math.round(Math.min(...each) * 1000) / 1000,
        highestRatio: Math.round(Math.max(...each) * 1000) / 1000,
      },
      baseline,
      ratio,
      targets: { ratio: targetRatio },
      met: ratio >= targetRatio,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** Books the visit with this number. */
type Way = (number: number) => Promise<unknown>;

async function waysOf(
  world: BookingWorld,
  pool: Pool,
  all: readonly Hospital[],
  progress: (line: string) => void,
): Promise<Record<keyof typeof hours, Way>> {
  const bookings = world.server.app.get(Bookings);
  const access = world.server.app.get(AccessControl);
  const today = now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  const of = (number: number) => all[number % hospitals] as Hospital;
  const date = (number: number) => today.add({ days: 2 + Math.floor(number / hospitals) }).toString();
  const form = (number: number, way: keyof typeof hours) => ({
    ...{ episodeId: of(number).episodeId, physicianId: of(number).physician.id },
    ...{ date: date(number), time: `${hours[way]}:00`, zone: 'Asia/Tokyo', minutes: 30 },
    interpreter: { personId: of(number).interpreter.id, languages: ['ja', 'en'] },
  });
  const service: Way = async (number) => {
    const { coordinator, episodeId } = of(number);
    const { id: personId, sessionId, language } = coordinator;
    const actor: Actor = { personId, sessionId, language, demo: false, scope: null, renewAt: now() };
    await access.requireAccess({ actor, permission: 'episode.book', ids: { episodeId } }, 'http');
    return bookings.book(asked(), actor, bookingForm.parse(form(number, 'service')));
  };
  const http: Way = async (number) => {
    const { status } = await world.post('/visits', of(number).coordinator, form(number, 'http'));
    if (status !== 200) throw new Error(`A booking was answered with ${status}.`);
  };
  const booked = (number: number, hour: string) => {
    const { institutionId, episodeId, coordinator, physician, interpreter, patient } = of(number);
    const ids: string[] = [
      institutionId,
      episodeId,
      ...[coordinator, physician, interpreter, patient].map(({ id }) => id),
    ];
    ids.push(coordinator.sessionId);
    return { ids, startsAt: Temporal.ZonedDateTime.from(`${date(number)}T${hour}:00[Asia/Tokyo]`).toInstant() };
  };
  // After the last day that is measured; the rows of this one are those that are written by hand.
  const sample = (rounds + 1) * visits;
  const rows = await Rows.of(pool, booked(sample, hours.service), () => service(sample));
  progress(`one booking writes ${rows.tables.join(', ')}`);
  return { service, http, rows: (number) => rows.writeFor(pool, booked(number, hours.rows)) };
}

/** A request as far as a booking looks at it: its key. */
const asked = (): Request => {
  const key = randomUUID();
  return { get: () => key, res: { statusCode: 200, setHeader: () => undefined } } as unknown as Request;
};

async function perSecond(way: Way, from: number): Promise<number> {
  const begun = performance.now();
  let next = from;
  const one = async () => {
    while (next < from + visits) {
      next += 1;
      await way(next - 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return Math.round((visits * 10_000) / (performance.now() - begun)) / 10;
}

const last = (rates: Record<string, number[]>) =>
  Object.fromEntries(Object.entries(rates).map(([way, each]) => [way, each.at(-1)]));
