import { randomUUID } from 'node:crypto';
import type { Problem, VisitBooked } from '@okaeri/contracts';
import { Temporal, now } from '@okaeri/words/time';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { ClientCalendar } from '../support/client-calendar';
import { needDatabaseServer } from '../support/database-server';
import { MailSink } from '../support/mail-sink';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import type { Somebody } from '../support/socket-world';
import { until } from '../support/until';
import { rushes } from './t8';

const clients = 50;
const seconds = 60;
const patients = 12;
/** Half hours that all of them fight for: somebody is always in the way. */
const slots = 16;

interface Treated {
  patient: Somebody;
  episodeId: string;
}

/** What came of it. All but `answers` and `mails` are faults. */
export interface Stormed {
  /** How often each answer was given. */
  answers: Record<string, number>;
  mails: number;
  /** Answers that are nobody's fault but ours. */
  broken: number;
  /** Visits that were said to be booked and are not there. */
  lost: number;
  /** People with two visits at one time. */
  overlaps: number;
  /** Visits whose people's time is not taken up as it should be. */
  claims: number;
  /** People whose calendar, made of their mails in any order, is not what is booked. */
  calendars: number;
  /** Mails that somebody has got twice. */
  twice: number;
}

/** Many coordinators and patients who move, call off, book and confirm the same few visits of one physician. */
export class Storm {
  readonly #answers: Record<string, number> = {};
  readonly #booked = new Set<string>();
  /** Milliseconds that each waited for her answer. */
  readonly waits: number[] = [];

  private constructor(
    private readonly world: BookingWorld,
    private readonly at: Hospital,
    private readonly treated: readonly Treated[],
    private readonly sink: MailSink,
    private readonly scheduler: TestScheduler,
  ) {}

  static async of(world: BookingWorld, size: number): Promise<Storm> {
    const at = await world.hospital();
    const treated: Treated[] = [];
    for (let each = 0; each < size; each += 1) {
      const patient = await world.people.person('en');
      await world.people.data.query(`update person set zone = 'America/Toronto' where id = $1`, [patient.id]);
      treated.push({ patient, episodeId: await world.episode({ ...at, patient }) });
    }
    for (const { id } of [at.physician, at.interpreter, ...treated.map(({ patient }) => patient)]) {
      await world.people.data.query('update person set email = $2 where id = $1', [id, addressOf(id)]);
    }
    const sink = await MailSink.start();
    const scheduler = await startScheduler(world.people.url, { smtpUrl: sink.url, env: { LOG_LEVEL: 'error' } });
    return new Storm(world, at, treated, sink, scheduler);
  }

  async close(): Promise<void> {
    await this.scheduler.close();
    await this.sink.stop();
  }

  /** So many at once for so long; then everything that is to be told is waited for, and looked at. */
  async blow(many: number, lasts: number): Promise<Stormed> {
    const ends = performance.now() + lasts * 1000;
    await Promise.all(
      Array.from({ length: many }, async () => {
        while (performance.now() < ends) await this.#act();
      }),
    );
    await until(async () => (await this.#untold()) === 0, 120_000);
    const mailed = this.sink.mails.map(({ mail }) => mail.messageId ?? '');
    return {
      answers: this.#answers,
      mails: mailed.length,
      broken: Object.entries(this.#answers).reduce((sum, [name, n]) => sum + (name.startsWith('5') ? n : 0), 0),
      lost: await this.#lost(),
      overlaps: await this.#count(`select 1 from claim a join claim b on a.resource_id = b.resource_id
                                    and a.visit_id < b.visit_id and a.during && b.during`),
      claims: await this.#count(`select 1 from visit v
         where (select coalesce(array_agg(c.resource_id order by c.resource_id), '{}') from claim c
                 where c.visit_id = v.id and c.during = tstzrange(v.starts_at, v.starts_at + v.minutes * interval '1 minute'))
            is distinct from (select coalesce(array_agg(s.person_id order by s.person_id), '{}') from seat s
                 where s.visit_id = v.id and s.state <> 'removed' and v.status in ('booked', 'arrived'))`),
      calendars: await this.#wrongCalendars(),
      twice: mailed.length - new Set(mailed).size,
    };
  }

  async #act(): Promise<void> {
    const { patient, episodeId } = pick(this.treated);
    const [visit]: { id: string; version: number }[] = await this.world.people.data.query(
      `select id, version from visit where episode_id = $1 and status = 'booked' limit 1`,
      [episodeId],
    );
    if (!visit) return this.#book(episodeId);
    const dice = Math.random();
    const { coordinator } = this.at;
    const path = `/visits/${visit.id}`;
    if (dice < 0.12) return this.#ask(`${path}/confirm`, patient, {});
    if (dice < 0.2) return this.#ask(`${path}/cancel`, pick([patient, coordinator]), { reason: 'Not that day.' });
    const to = { ...wallAt(Math.floor(Math.random() * slots)), reason: 'A better time.', version: visit.version };
    return this.#ask(`${path}/move`, coordinator, to);
  }

  async #book(episodeId: string): Promise<void> {
    const withInterpreter = Math.random() < 0.3;
    await this.#ask('/visits', this.at.coordinator, {
      ...{ ...wallAt(Math.floor(Math.random() * slots)), episodeId, physicianId: this.at.physician.id },
      interpreter: withInterpreter ? { personId: this.at.interpreter.id, languages: ['ja', 'en'] } : null,
    });
  }

  /** One in ten presses twice: with one key that is once. */
  async #ask(path: string, who: Somebody, json: object): Promise<void> {
    const key = randomUUID();
    const times = Math.random() < 0.1 ? 2 : 1;
    const answers = await Promise.all(
      Array.from({ length: times }, async () => {
        const began = performance.now();
        const answer = await this.world.post(path, who, json, key);
        this.waits.push(performance.now() - began);
        return answer;
      }),
    );
    for (const { status, body } of answers) {
      const name = status < 300 ? String(status) : `${status} ${(body as Problem).code}`;
      this.#answers[name] = (this.#answers[name] ?? 0) + 1;
      if (path === '/visits' && status === 200) this.#booked.add((body as VisitBooked).visitId);
    }
  }

  async #lost(): Promise<number> {
    const rows = await this.world.people.data.query('select id from visit where id = any($1::uuid[])', [
      [...this.#booked],
    ]);
    const [there]: { n: number }[] = await this.world.people.data.query(
      'select count(*)::int as n from visit where episode_id = any($1::uuid[])',
      [this.treated.map(({ episodeId }) => episodeId)],
    );
    return this.#booked.size - (rows as unknown[]).length + Math.abs((there?.n ?? NaN) - this.#booked.size);
  }

  async #untold(): Promise<number> {
    return this.#count(
      `select 1 from outbox_delivery where handled_at is null
       union all select 1 from notify_message where state in ('queued', 'sending') and due_at <= now()`,
    );
  }

  /** Each mail program has its own order in which it reads. */
  async #wrongCalendars(): Promise<number> {
    const people = [this.at.physician, this.at.interpreter, ...this.treated.map(({ patient }) => patient)];
    let wrong = 0;
    for (const { id } of people) {
      const rows: { id: string; starts: number }[] = await this.world.people.data.query(
        `select v.id, extract(epoch from v.starts_at)::float8 as starts from visit v join seat s on s.visit_id = v.id
          where s.person_id = $1 and s.state <> 'removed' and v.status = 'booked'`,
        [id],
      );
      const expected = rows.map((row) => row.starts).toSorted();
      const files = this.sink.to(addressOf(id)).flatMap(({ calendar }) => calendar ?? []);
      for (const order of [files, files.toReversed(), files.toSorted(() => Math.random() - 0.5)]) {
        const entries = [...ClientCalendar.of(order).entries()];
        const hers = entries.map(([, starts]) => starts).toSorted();
        const known = entries.every(([uid]) => rows.some((row) => uid.includes(row.id)));
        if (!known || JSON.stringify(hers) !== JSON.stringify(expected)) wrong += 1;
      }
    }
    return wrong;
  }

  async #count(sql: string): Promise<number> {
    const [row]: { n: number }[] = await this.world.people.data.query(`select count(*)::int as n from (${sql}) found`);
    return row?.n ?? NaN;
  }
}

const addressOf = (id: string) => `${id}@storm.example`;
const pick = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)] as T;

/** The half hours of a day, some weeks from now. */
function wallAt(slot: number) {
  const date = now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 30 }).toString();
  const time = Temporal.PlainTime.from('09:00').add({ minutes: 30 * slot });
  return { date, time: time.toString({ smallestUnit: 'minute' }), zone: 'Asia/Tokyo', minutes: 30 };
}

export const isCalm = ({ broken, lost, overlaps, claims, calendars, twice }: Stormed): boolean =>
  [broken, lost, overlaps, claims, calendars, twice].every((n) => n === 0);

/**
 * Two hundred for one time, twenty times over; then, in the same house, fifty who move and call off for a minute.
 * Afterwards every visit, every claim and everybody's mails are right.
 */
export async function storm(progress: (line: string) => void): Promise<BenchResult> {
  const stop = await needDatabaseServer();
  const world = await BookingWorld.open();
  try {
    const { good, broken, isMet } = await rushes(world, progress);
    const storm = await Storm.of(world, patients);
    try {
      progress(`${clients} clients for ${seconds} s`);
      const found = await storm.blow(clients, seconds);
      progress(JSON.stringify(found));
      const { answers, ...counts } = found;
      counts.broken += broken;
      return {
        ...{ bench: 'storm', samples: storm.waits.length, baseline: null, ratio: null },
        ours: { ...summary(storm.waits, 'ms'), rounds: good, ...counts, done: answers['200'] ?? 0 },
        targets: { broken: 0, lost: 0, overlaps: 0, claims: 0, calendars: 0, twice: 0 },
        met: isMet && isCalm(found) && (answers['200'] ?? 0) > 100,
      };
    } finally {
      await storm.close();
    }
  } finally {
    await world.close();
    await stop();
  }
}
