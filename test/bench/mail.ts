import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Temporal, now } from '@okaeri/words/time';
import { needDatabaseServer } from '../support/database-server';
import { MailSink } from '../support/mail-sink';
import { startRedis } from '../support/redis';
import { Standalone } from '../support/standalone';
import { quantile, summary } from './result';
import type { BenchResult } from './result';

const bookings = 200;
const spreadMs = 60_000;
const targetMs = 2000;
const pairs = 20;

interface Case {
  episodeId: string;
  physicianId: string;
}

/**
 * From the begin of the transaction that books a visit to the 250 of the mail server, for the mails of patient and
 * physician, with two hundred bookings spread over a minute through the api: on either transport of the queues.
 */
export async function mail(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<void>)[] = [];
  try {
    stops.push(await needDatabaseServer());
    const redis = await startRedis();
    stops.push(() => redis.stop());
    const onPostgres = await oneRun('postgresql', {}, progress);
    const onRedis = await oneRun('redis', { REDIS_URL: redis.url }, progress);
    const ours = summary(onPostgres, 'ms');
    const other = summary(onRedis, 'ms');
    return {
      bench: 'mail',
      samples: onPostgres.length + onRedis.length,
      ours: { ...ours, redisMedian: other.median, redisP95: other.p95, redisMax: other.max },
      baseline: null,
      ratio: null,
      targets: { p95Ms: targetMs, redisP95Ms: targetMs },
      met: ours.p95 <= targetMs && other.p95 <= targetMs,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function oneRun(name: string, env: Record<string, string>, progress: (line: string) => void): Promise<number[]> {
  const sink = await MailSink.start();
  const standalone = await Standalone.start({ demo: false, smtp: sink.url, env });
  try {
    const { cookie, cases } = await people(standalone);
    // The first of everything is slower, and no patient's wait.
    await book(standalone, cookie, cases, bookings, progress);
    await until(() => sink.mails.length >= 2, 30_000);
    const first = new Set(sink.mails.map(visitOf));
    const begun = performance.now();
    const asked: Promise<void>[] = [];
    for (let at = 0; at < bookings; at += 1) {
      await pause(Math.max(0, (at * spreadMs) / bookings - (performance.now() - begun)));
      asked.push(book(standalone, cookie, cases, at, progress));
    }
    await Promise.all(asked);
    await until(() => sink.mails.length >= 2 * (bookings + 1), 30_000);
    const created = new Map(
      (
        await standalone.query<{ id: string; at: number }>(
          `select id, (extract(epoch from created_at) * 1000)::float8 as at from visit`,
        )
      ).map(({ id, at }) => [id, at]),
    );
    const measured = sink.mails.filter((each) => !first.has(visitOf(each)));
    const times = measured.map((each) => each.at - (created.get(visitOf(each)) ?? 0));
    await tellParts(standalone, name, progress);
    progress(`${name}: ${times.length} mails, p95 ${quantile(times, 0.95).toFixed(0)} ms`);
    if (times.length !== 2 * bookings) throw new Error(`${name}: ${times.length} mails of ${2 * bookings} arrived.`);
    return times;
  } finally {
    await standalone.stop();
    await sink.stop();
  }
}

const visitOf = ({ calendar }: { calendar: string | null }) => /^UID:([0-9a-f-]{36})@/m.exec(calendar ?? '')?.[1] ?? '';

/** How much of it was the event's, and how much the mail's own way. */
async function tellParts(standalone: Standalone, name: string, progress: (line: string) => void): Promise<void> {
  const rows = await standalone.query<{ event: number; mail: number }>(
    `select (extract(epoch from m.created_at - v.created_at) * 1000)::float8 as event,
            (extract(epoch from m.sent_at - m.created_at) * 1000)::float8 as mail
       from notify_message m join visit v on v.id = m.entity_id where m.kind = 'visit_booked' and m.channel = 'email' and m.sent_at is not null`,
  );
  const median = (values: number[]) => quantile(values, 0.5).toFixed(0);
  progress(
    `${name}: booking to message ${median(rows.map(({ event }) => event))} ms, message to 250 ${median(rows.map(({ mail: own }) => own))} ms (medians)`,
  );
}

async function book(
  standalone: Standalone,
  cookie: string,
  cases: readonly Case[],
  at: number,
  progress: (line: string) => void,
): Promise<void> {
  const { episodeId, physicianId } = cases[at % cases.length] as Case;
  const start = now()
    .toZonedDateTimeISO('Asia/Tokyo')
    .with({ hour: 9, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
    .add({ days: 2 + Math.floor(at / cases.length) });
  const answer = await fetch(`${standalone.origin}/api/visits`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      cookie,
      // Each from an address of its own: the limit per address is not what is measured.
      'x-forwarded-for': `10.0.${Math.floor(at / 250)}.${(at % 250) + 1}`,
    },
    body: JSON.stringify({
      episodeId,
      date: start.toPlainDate().toString(),
      time: start.toPlainTime().toString({ smallestUnit: 'minute' }),
      zone: 'Asia/Tokyo',
      minutes: 30,
      physicianId,
      interpreter: null,
      guests: [],
    }),
  });
  if (answer.status !== 200) {
    progress(await answer.text());
    throw new Error(`A booking was answered with ${answer.status}.`);
  }
}

/** A hospital with a coordinator who is signed in, and twenty patients with a physician each. */
async function people(standalone: Standalone): Promise<{ cookie: string; cases: Case[] }> {
  const person = async (name: string, zone: string, language: string): Promise<string> => {
    const [row] = await standalone.query<{ id: string }>(
      `insert into person (name, name_latin, language, zone, place, country, email)
       values ($1, $1, $3, $2, '{"en":"Somewhere"}', 'CA', $4) returning id`,
      [name, zone, language, `${name.replaceAll(' ', '-').toLowerCase()}@bench.example`],
    );
    return row?.id ?? '';
  };
  const [hospital] = await standalone.query<{ id: string }>(
    `insert into institution (name, city, country, zone, phone)
     values ('{"en":"Bench Clinic"}', '{"en":"Osaka"}', 'JP', 'Asia/Tokyo', '+81 6 5550 0000') returning id`,
  );
  const member = (id: string, role: string) =>
    standalone.query('insert into membership (person_id, institution_id, role) values ($1, $2, $3)', [
      id,
      hospital?.id,
      role,
    ]);
  const coordinator = await person('Bench Coordinator', 'Asia/Tokyo', 'en');
  await member(coordinator, 'coordinator');
  const token = randomBytes(32).toString('base64url');
  const until = Temporal.Instant.fromEpochMilliseconds(now().epochMilliseconds + 3_600_000).toString();
  await standalone.query(
    'insert into session (person_id, token_hash, expires_at, absolute_until) values ($1, $2, $3, $3)',
    [coordinator, createHash('sha256').update(token).digest('hex'), until],
  );
  const cases: Case[] = [];
  for (let at = 0; at < pairs; at += 1) {
    const patient = await person(`Bench Patient ${at}`, 'America/Toronto', 'en');
    const physicianId = await person(`Bench Physician ${at}`, 'Asia/Tokyo', 'ja');
    await member(physicianId, 'physician');
    await standalone.query(
      `insert into care_relation (patient_id, institution_id, kind) values ($1, $2, 'treatment')`,
      [patient, hospital?.id],
    );
    const [episode] = await standalone.query<{ id: string }>(
      `insert into episode (patient_id, institution_id, title) values ($1, $2, '{"en":"Bench"}') returning id`,
      [patient, hospital?.id],
    );
    cases.push({ episodeId: episode?.id ?? '', physicianId });
  }
  return { cookie: `okaeri_session=${token}`, cases };
}

async function until(holds: () => boolean, withinMs: number): Promise<void> {
  const late = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > late) return;
    await pause(20);
  }
}
