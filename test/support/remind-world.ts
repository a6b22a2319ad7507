import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { TestDatabase } from './database';

/** Wherever it lies. */
export type Asked = Pick<TestDatabase, 'query'>;

/** What a mail server heard: each delivery, also one that repeats another. */
export interface Heard {
  id: string;
  taken: number;
  answered: number;
}

/** A mail server in a process of its own, which only counts. */
export class RemindSink {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(delayMs = 0): Promise<RemindSink> {
    const file = join(process.env['OKAERI_ROOT'] ?? process.cwd(), 'test/support/remind-sink.mjs');
    const child = fork(file, [String(delayMs)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    return new RemindSink(child, `smtp://127.0.0.1:${port}`);
  }

  async count(): Promise<number> {
    this.child.send('count');
    return ((await once(this.child, 'message')) as [{ count: number }])[0].count;
  }

  async heard(): Promise<Heard[]> {
    this.child.send('tell');
    return ((await once(this.child, 'message')) as [{ heard: Heard[] }])[0].heard;
  }

  /** How long it keeps who has handed over a mail waiting for its answer. */
  slow(milliseconds: number): void {
    this.child.send(milliseconds);
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }
}

/** Reminders that are due: the first `burst` at once, and `even` more one after the other over the seconds. */
export interface Due {
  at: Temporal.Instant;
  burst: number;
  even: number;
  seconds: number;
}

const people = 2500;

/** A hospital whose patients and physicians are to be reminded of visits of the days to come, a visit for two of them. */
export async function remindWorld(database: Asked): Promise<void> {
  await database.query(`
    insert into institution (name, city, country, zone, phone, email)
    select jsonb_build_object('en', 'Naniwa Clinic ' || n, 'ja', '浪速クリニック'), '{"en":"Osaka","ja":"大阪"}', 'JP',
           'Asia/Tokyo', '+81 6 5550 1234', 'reception@naniwa.example'
      from generate_series(1, 5) n`);
  await database.query(
    `insert into person (name, name_latin, language, zone, place, country, email)
     select 'Reader ' || n, 'Reader ' || n, (array['en','fr','vi','zh','ko','ja'])[1 + n % 6],
            (array['America/Toronto','America/Vancouver','Asia/Ho_Chi_Minh','Europe/Paris','Asia/Seoul','Asia/Tokyo'])[1 + n % 6],
            '{"en":"Toronto"}', 'CA', 'reader-' || n || '@remind.example'
       from generate_series(1, $1) n`,
    [people],
  );
  await database.query(`
    insert into episode (patient_id, institution_id, title)
    select p.id, i.id, '{"en":"Follow-up"}' from person p
      join lateral (select id from institution order by md5(p.id::text || id::text) limit 1) i on true`);
}

/** So many visits more, each with a reminder to both of its people. */
export async function remind(database: Asked, { at, burst, even, seconds }: Due): Promise<void> {
  const visits = Math.ceil((burst + even) / 2);
  await database.query(
    `with cases as (select id, patient_id, row_number() over (order by id) as n from episode),
          made as (
            select gen_random_uuid() as visit_id, c.id as episode_id, c.patient_id, d.patient_id as physician_id, g as n,
                   $1::timestamptz + interval '20 hours' + (g % 4000) * interval '1 minute' as starts_at
              from generate_series(1, $2) g
              join cases c on c.n = 1 + g % $3 join cases d on d.n = 1 + (g + 7) % $3),
          visits as (
            insert into visit (id, episode_id, starts_at, minutes, patient_zone, institution_zone, patient_wall,
                               institution_wall, tzdata, kind)
            select visit_id, episode_id, starts_at, 30, 'America/Toronto', 'Asia/Tokyo', '', '', '2026c', 'visit' from made),
          seats as (
            insert into seat (visit_id, person_id, role, language, state)
            select visit_id, patient_id, 'patient', 'en', 'invited' from made
            union all select visit_id, physician_id, 'physician', 'ja', 'invited' from made),
          told as (
            select visit_id, person_id, row_number() over () - 1 as n
              from (select visit_id, patient_id as person_id from made union all select visit_id, physician_id from made) both_of)
     insert into notify_message (kind, person_id, entity, entity_id, minutes, due_at, next_at)
     select 'visit_reminder', person_id, 'visit', visit_id, 1440, due, due
       from (select *, case when n < $4 then $1::timestamptz
                            else $1::timestamptz + ((n - $4 + 0.5) * $5::float8 / $6::float8) * interval '1 second' end as due
               from told where n < $4 + $6) rows`,
    [toIso(at), visits, people, burst, seconds, even || 1],
  );
}
