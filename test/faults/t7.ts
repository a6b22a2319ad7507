import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { events } from '@okaeri/contracts';
import type { VisitBooked } from '@okaeri/contracts';
import { Temporal, now } from '@okaeri/words/time';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { startPostgres } from '../support/own-postgres';
import type { OwnPostgres } from '../support/own-postgres';
import { until } from '../support/until';

/** Fewer to see that it works. */
const wanted = Number(process.env['OKAERI_BOOKINGS'] ?? 2000);
const clients = 20;
const perDay = 16;
const downMs = 1000;
/** Whoever hears that it is away just now does not ask the next at once. */
const restMs = 200;
const targets = { lost: 0, half: 0, doubled: 0, stuck: 0, broken: 0 };

interface Asked {
  key: string;
  slot: number;
  visitId: string | null;
}

/**
 * T7: PostgreSQL is killed twice in the middle of two thousand bookings. Whoever was told that it is booked finds it booked,
 * with all that belongs to it; whoever was told otherwise asks again with the same key, and has it once.
 */
export async function bookingStorm(progress: (line: string) => void, bookings = wanted): Promise<BenchResult> {
  const stops: (() => Promise<void>)[] = [];
  try {
    const postgres = await startPostgres();
    stops.push(() => postgres.stop());
    const world = await BookingWorld.open({ LOG_LEVEL: 'fatal' }, postgres.url);
    stops.push(() => world.close());
    const at = await world.hospital();
    const asked = Array.from({ length: bookings }, (_none, slot): Asked => ({
      key: randomUUID(),
      slot,
      visitId: null,
    }));
    const answers: Record<string, number> = {};
    const waits: number[] = [];
    let done = 0;
    const ask = async (one: Asked) => {
      const began = performance.now();
      const { status, body } = await world.post('/visits', at.coordinator, formOf(at, one.slot), one.key);
      waits.push(performance.now() - began);
      answers[status] = (answers[status] ?? 0) + 1;
      if (status === 200) one.visitId = (body as VisitBooked).visitId;
      done += 1;
    };
    const open = [...asked];
    const crowd = Array.from({ length: clients }, async () => {
      for (let one = open.shift(); one; one = open.shift()) {
        await ask(one);
        if (one.visitId === null) await pause(restMs);
      }
    });
    for (const share of [0.25, 0.6]) {
      await until(() => done >= share * bookings, 120_000);
      await postgres.kill();
      await pause(downMs);
      await postgres.again();
      progress(`killed after ${Math.round(share * bookings)} of ${bookings} answers: ${JSON.stringify(answers)}`);
    }
    await Promise.all(crowd);

    const told = asked.filter(({ visitId }) => visitId !== null);
    const untold = asked.filter(({ visitId }) => visitId === null);
    const unsure = await countOf(
      postgres,
      untold.map(({ slot }) => startOf(slot)),
    );
    for (const one of untold) {
      await until(async () => {
        await ask(one);
        return one.visitId !== null;
      }, 20_000).catch(() => undefined);
    }
    const rows = await postgres.query<{ id: string; whole: boolean }>(
      `select v.id, (select count(*) from seat where visit_id = v.id) = 2
                and (select count(*) from claim where visit_id = v.id) = 2
                and (select count(*) from visit_change where visit_id = v.id) = 1
                and (select count(*) from outbox_event e join outbox_delivery d on d.event_id = e.id
                      where e.name = 'visit.booked' and e.data->>'visitId' = v.id::text) = $1 as whole from visit v`,
      [events['visit.booked'].handlers.length],
    );
    const there = new Set(rows.map(({ id }) => id));
    const faults = {
      lost: told.filter(({ visitId }) => !there.has(visitId ?? '')).length,
      half: rows.filter(({ whole }) => !whole).length,
      doubled: rows.length - new Set(asked.flatMap(({ visitId }) => visitId ?? [])).size,
      stuck: asked.filter(({ visitId }) => visitId === null).length,
      // Answers that are neither yes nor "not now".
      broken: Object.keys(answers).filter((status) => status !== '200' && status !== '503').length,
    };
    progress(JSON.stringify({ ...answers, untold: untold.length, unsure, ...faults }));
    return {
      ...{ bench: 'T7', samples: asked.length, baseline: null, ratio: null },
      // Unsure: the commit went through and its answer did not, which the same key makes good.
      ours: { ...summary(waits, 'ms'), ...faults, untold: untold.length, unsure },
      targets,
      met: Object.values(faults).every((count) => count === 0) && untold.length > 0 && rows.length === bookings,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** Each slot another half hour of the physician's days. */
function wallOf(slot: number): { date: string; time: string } {
  const day = 30 + Math.floor(slot / perDay);
  const date = now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: day }).toString();
  const time = Temporal.PlainTime.from('09:00').add({ minutes: 30 * (slot % perDay) });
  return { date, time: time.toString({ smallestUnit: 'minute' }) };
}

const formOf = (at: Hospital, slot: number) => ({
  ...{ ...wallOf(slot), zone: 'Asia/Tokyo', minutes: 30 },
  ...{ episodeId: at.episodeId, physicianId: at.physician.id, interpreter: null },
});

const startOf = (slot: number): string => {
  const { date, time } = wallOf(slot);
  return `${date}T${time}:00+09:00`;
};

async function countOf(postgres: OwnPostgres, starts: readonly string[]): Promise<number> {
  const [row] = await postgres.query<{ n: number }>(
    'select count(*)::int as n from visit where starts_at = any($1::timestamptz[])',
    [starts],
  );
  return row?.n ?? NaN;
}
