import { accessEntities } from '@okaeri/access';
import { bookVisit, careEntities, isOverlap } from '@okaeri/care';
import type { Booking } from '@okaeri/care';
import type { SeatRole } from '@okaeri/contracts';
import { dataSourceOptions, platformEntities } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import { DataSource } from 'typeorm';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { hospitalIn } from '../support/booking-world';
import { needDatabaseServer } from '../support/database-server';
import { SocketWorld } from '../support/socket-world';

const tries = 500;
const roles = ['patient', 'physician', 'interpreter'] as const;
/** Every order in which three can be named. */
const orders = [
  ...[
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
  ],
  ...[
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ],
] as const;

/** What came of it; all but the first two are faults. */
export interface Tried {
  booked: number;
  refused: number;
  /** Rows of a booking that was refused. */
  partial: number;
  /** Refused by a lock that two had in the wrong order, or by something else that is nobody's fault but ours. */
  broken: string[];
}

/** Visits of three people at one time, one of whom is taken, in every order and all at once: all three or none. */
export async function threeAtOnce(times: number): Promise<Tried> {
  const world = await SocketWorld.open();
  const entities = [...platformEntities, ...accessEntities, ...careEntities];
  const data = new DataSource(dataSourceOptions({ url: world.url, entities, connections: orders.length }));
  await data.initialize();
  try {
    const at = await hospitalIn(world);
    const people = [at.patient, at.physician, at.interpreter];
    const tried: Tried = { booked: 0, refused: 0, partial: 0, broken: [] };
    const before = now().round('hour');
    for (let round = 0; round * orders.length < times; round += 1) {
      const bookingOf = (who: readonly number[]): Booking => ({
        ...{ episodeId: at.episodeId, startsAt: before.add({ hours: round + 1 }), minutes: 30 },
        ...{ patientZone: 'America/Toronto', institutionZone: 'Asia/Tokyo' },
        seats: who.flatMap((each) => {
          const [person, role] = [people[each], roles[each] as SeatRole | undefined];
          return person && role ? [{ personId: person.id, role, language: 'en' as const }] : [];
        }),
      });
      // One of the three has something else already; every fourth time nobody has.
      if (round % 4 < 3) await data.transaction((em) => bookVisit(em, bookingOf([round % 4])));
      const results = await Promise.allSettled(
        orders.map((order) => data.transaction((em) => bookVisit(em, bookingOf(order)))),
      );
      for (const result of results) {
        if (result.status === 'fulfilled') tried.booked += 1;
        else if (isOverlap(result.reason)) tried.refused += 1;
        else tried.broken.push(String(result.reason));
      }
    }
    const [row]: { n: number }[] = await data.query(
      `select count(*)::int as n from visit v
        where (select count(*) from seat where visit_id = v.id) <> (select count(*) from claim where visit_id = v.id)
           or (select count(*) from seat where visit_id = v.id) not in (1, 3)
           or (select count(*) from visit_change where visit_id = v.id) <> 1`,
    );
    tried.partial = row?.n ?? NaN;
    return tried;
  } finally {
    await data.destroy();
    await world.close();
  }
}

/** T10: five hundred tries. */
export async function allOrNone(progress: (line: string) => void): Promise<BenchResult> {
  const stop = await needDatabaseServer();
  try {
    const began = performance.now();
    const { booked, refused, partial, broken } = await threeAtOnce(tries);
    progress(JSON.stringify({ booked, refused, partial, broken }));
    const samples = booked + refused + broken.length;
    return {
      ...{ bench: 'T10', samples, baseline: null, ratio: null },
      ours: {
        ...summary([(performance.now() - began) / samples], 'ms'),
        ...{ booked, refused, partial, broken: broken.length },
      },
      targets: { tries, partial: 0, broken: 0 },
      met: samples >= tries && booked > 0 && partial === 0 && broken.length === 0,
    };
  } finally {
    await stop();
  }
}
