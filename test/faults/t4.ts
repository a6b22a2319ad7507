import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Readiness } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { hospitalIn } from '../support/booking-world';
import { MailSink } from '../support/mail-sink';
import { startRedis } from '../support/redis';
import { until } from '../support/until';
import { inSplit } from './talk';
import type { RunningSplit } from './talk';

const downMs = 15_000;
const targets = { maxMs: 15_000, dead: 0, wrong: 0, missed: 0, cutOff: 0, unbooked: 0, exits: 0 };
const names = ['api', 'scheduler', 'signaling-1', 'signaling-2', 'sfu-1', 'sfu-2'];
const bookings = 5;

/**
 * T4: Redis is away for fifteen seconds. Everything lives; the scheduler says that it is not ready, the api and signaling
 * that they do without; a call goes on, visits are booked, and their mails follow.
 */
export async function withoutRedis(progress: (line: string) => void): Promise<BenchResult> {
  const sink = await MailSink.start();
  try {
    return await inSplit((running) => away(running, sink, progress), { SMTP_URL: sink.url });
  } finally {
    await sink.stop();
  }
}

async function away(
  { split, world, talk }: RunningSplit,
  sink: MailSink,
  progress: (line: string) => void,
): Promise<BenchResult> {
  const readiness = async (name: string) => {
    const answer = await fetch(`http://127.0.0.1:${split.process(name).port}/readyz`);
    return { status: answer.status, body: (await answer.json()) as Readiness };
  };
  const whole = async () => {
    const all = await Promise.all(names.map(readiness));
    return all.every(({ status, body }) => status === 200 && !body.degraded.includes('redis'));
  };
  const at = await hospitalIn(world);
  await world.data.query(`update person set email = id || '@redis.example' where id = any($1::uuid[])`, [
    [at.patient.id, at.physician.id],
  ]);
  const date = now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 40 }).toString();
  let booked = 0;
  const book = async () => {
    const form = {
      ...{ date, time: `${10 + booked}:00`, zone: 'Asia/Tokyo', minutes: 30 },
      ...{ episodeId: at.episodeId, physicianId: at.physician.id, interpreter: null },
    };
    const answer = await fetch(`${split.origin}/api/visits`, {
      method: 'POST',
      headers: { cookie: at.coordinator.cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(form),
    });
    if (answer.status === 200) booked += 1;
    else progress(`a booking was answered ${answer.status}: ${await answer.text()}`);
  };

  await until(whole, 30_000);
  const call = await talk();
  const [missed, pids] = [call.missed, names.map((name) => split.process(name).pid)];
  split.killRedis();
  const gone = performance.now();
  await until(async () => (await readiness('scheduler')).status === 503);
  for (const name of ['api', 'signaling-1', 'signaling-2']) {
    await until(async () => (await readiness(name)).body.degraded.includes('redis'));
  }
  progress(`said everywhere after ${Math.round(performance.now() - gone)} ms`);
  const found = { dead: 0, wrong: 0 };
  while (performance.now() - gone < downMs) {
    for (const name of names) {
      const alive = await fetch(`http://127.0.0.1:${split.process(name).port}/healthz`);
      if (alive.status !== 200) found.dead += 1;
      const { status, body } = await readiness(name);
      const right =
        name === 'scheduler'
          ? status === 503 && body.missing.includes('redis')
          : status === 200 && (name.startsWith('sfu') || body.degraded.includes('redis'));
      if (!right) found.wrong += 1;
    }
    if (booked < bookings) await book();
    await call.both(5);
    await pause(200);
  }
  const early = sink.mails.length;
  progress(`${booked} visits were booked meanwhile, ${early} mails sent; ${JSON.stringify(found)}`);

  const redis = await startRedis({ port: Number(new URL(split.redisUrl).port) });
  try {
    const back = performance.now();
    await until(whole, 60_000);
    const readyMs = performance.now() - back;
    const mails = () => sink.to(`${at.patient.id}@redis.example`, 'visit_booked').length;
    await until(() => mails() >= booked, 60_000);
    const mailMs = performance.now() - back;
    await call.both(20);
    const ours = {
      ...summary([readyMs], 'ms'),
      ...found,
      mailMs: Math.round(mailMs),
      booked,
      unbooked: bookings - booked,
      missed: call.missed - missed,
      cutOff: call.windows.filter(({ connected }) => !connected).length,
      exits:
        split.said.filter((line) => line.includes(' ended ')).length +
        names.filter((name, at) => split.process(name).pid !== pids[at]).length,
    };
    const faults = [ours.dead, ours.wrong, ours.unbooked, ours.missed, ours.cutOff, ours.exits, mails() - booked];
    return {
      ...{ bench: 'T4', samples: 1, baseline: null, ratio: null },
      ours,
      targets,
      met: faults.every((count) => count === 0) && readyMs <= targets.maxMs && mailMs <= targets.maxMs + 45_000,
    };
  } finally {
    await redis.stop();
  }
}
