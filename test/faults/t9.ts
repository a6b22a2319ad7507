import { accessEntities } from '@okaeri/access';
import {
  answerAsks,
  bookVisit,
  cancelVisit,
  careEntities,
  confirmHold,
  confirmSeat,
  expireAsk,
  holdVisit,
  isOverlap,
  lapseVisit,
  moveVisit,
  releaseHold,
} from '@okaeri/care';
import type { Booking } from '@okaeri/care';
import { OkaeriError, mayMove, visitMoves } from '@okaeri/contracts';
import type { PersonId, VisitId, VisitStatus } from '@okaeri/contracts';
import { dataSourceOptions, platformEntities } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { BenchResult } from '../bench/result';
import { summary } from '../bench/result';
import { hospitalIn } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { needDatabaseServer } from '../support/database-server';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';

const interleavings = 10_000;
/** Of each half: only a machine that does nothing any more gets there. */
const mostMs = 900_000;

/** What came of so many interleavings; all but `told` and `tried` are empty where the rules hold. */
export interface Turned {
  tried: number;
  /** By which words somebody was refused. */
  told: string[];
  /** Visits whose people's time is not taken up as their status says, that were told wrongly, or whose asks do not fit. */
  wrong: unknown[];
  /** Changes of status that the table does not know. */
  steps: unknown[];
  /** Refusals that are none of ours. */
  broken: string[];
}

const holdActs = ['confirm', 'release', 'move', 'cancel', 'expire', 'sweep', 'rival'] as const;
const askActs = ['accept', 'decline', 'late', 'move', 'cancel', 'confirm', 'rival'] as const;
type HoldAct = (typeof holdActs)[number];

/** Those who confirm, move, give back, cancel, answer and sweep one visit at the same time, on the real database. */
export class Turns {
  #hour = 0;
  readonly #told = new Set<string>();
  readonly #broken = new Set<string>();
  #wrong: unknown[] = [];
  #tried = 0;

  private constructor(
    private readonly world: SocketWorld,
    private readonly data: DataSource,
    private readonly at: Hospital,
    private readonly rival: Hospital,
    private readonly second: Somebody,
  ) {}

  static async open(): Promise<Turns> {
    const world = await SocketWorld.open();
    const entities = [...platformEntities, ...accessEntities, ...careEntities];
    const data = new DataSource(dataSourceOptions({ url: world.url, entities, connections: 6 }));
    await data.initialize();
    const at = await hospitalIn(world);
    const rival = { ...(await hospitalIn(world)), physician: at.physician };
    await data.query('create table step (was text, now text)');
    await data.query(`create function step_of_visit() returns trigger language plpgsql as $$ begin
      if old.status <> new.status then insert into step values (old.status, new.status); end if; return new; end $$`);
    await data.query(
      'create trigger step_of_visit after update on visit for each row execute function step_of_visit()',
    );
    return new Turns(world, data, at, rival, await world.staff(at.institutionId, 'interpreter'));
  }

  async close(): Promise<void> {
    await this.data.destroy();
    await this.world.close();
  }

  /** Of a time that is held. */
  async holds(runs: number, withinMs: number): Promise<Turned> {
    const rounds = fc.array(fc.array(fc.constantFrom(...holdActs), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 2,
    });
    await this.#each(rounds, runs, withinMs, async (acts) => {
      const hours = this.#next();
      const booking = this.#bookingOf(this.at, hours);
      const visitId = await this.data.transaction((em) => holdVisit(em, booking));
      for (const round of acts) {
        await this.#atOnce(
          round.map((act) => this.data.transaction((em) => this.#perform(em, act, visitId, booking, hours))),
        );
      }
      await this.#look(hours);
      // Out of the way of the next: five of one person are the most.
      await this.data.query(`update visit set status = 'lapsed', held_until = null where status = 'held'`);
      await this.data.query(`delete from claim using visit v where v.id = visit_id and v.status = 'lapsed'`);
    });
    return this.#turned();
  }

  /** Asked one after the other, while the visit is moved, called off and taken from under them. */
  async answers(runs: number, withinMs: number): Promise<Turned> {
    const rounds = fc.array(fc.array(fc.constantFrom(...askActs), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    });
    const asked = [this.at.interpreter.id, this.second.id];
    await this.#each(rounds, runs, withinMs, async (acts) => {
      const hours = this.#next();
      const ask = { personIds: asked, languages: ['ja', 'en'] as [string, string], minutes: 60 };
      const visitId = await this.data.transaction((em) => bookVisit(em, { ...this.#bookingOf(this.at, hours), ask }));
      for (const round of acts) {
        const open = await this.#openAsk(visitId);
        await this.#atOnce(round.map((act) => this.#answer(act, open, visitId, hours)));
      }
      await this.#look(hours);
    });
    return this.#turned();
  }

  async #answer(
    act: (typeof askActs)[number],
    { id, personId }: { id: string; personId: PersonId },
    visitId: VisitId,
    hours: number,
  ): Promise<unknown> {
    // Her time is up, by the clock of everybody.
    if (act === 'late') {
      await this.data.query(`update interpreter_ask set answer_by = now() where id = $1 and state = 'asked'`, [id]);
    }
    return this.data.transaction(async (em): Promise<unknown> => {
      if (act === 'late') return expireAsk(em, id);
      if (act === 'accept' || act === 'decline') return answerAsks(em, id, { answer: act });
      if (act === 'confirm') return confirmSeat(em, visitId, personId);
      if (act !== 'rival') return this.#perform(em, act, visitId, this.#bookingOf(this.at, hours), hours);
      const seats = [{ personId: this.second.id, role: 'interpreter' as const, language: 'ja' as const }];
      return bookVisit(em, { ...this.#bookingOf(this.rival, hours), seats });
    });
  }

  async #openAsk(visitId: VisitId): Promise<{ id: string; personId: PersonId }> {
    const [open]: { id: string; personId: PersonId }[] = await this.data.query(
      `select id, person_id as "personId" from interpreter_ask where visit_id = $1 order by state = 'asked' desc limit 1`,
      [visitId],
    );
    if (!open) throw new Error('Nobody was asked.');
    return open;
  }

  #perform(em: EntityManager, act: HoldAct, visitId: VisitId, booking: Booking & { by: PersonId }, hours: number) {
    const { by } = booking;
    const work: Record<HoldAct, () => Promise<unknown>> = {
      confirm: () => confirmHold(em, visitId, booking),
      release: () => releaseHold(em, visitId, by),
      move: () => moveVisit(em, visitId, { startsAt: booking.startsAt.add({ minutes: 15 }), by, reason: 'Better.' }),
      cancel: () => cancelVisit(em, visitId, by, 'Not needed.'),
      // The clock of another process is ahead: to it, and to everybody from then on, the hold has run out.
      expire: () =>
        em.query(`update visit set held_until = now() - interval '1 second' where id = $1 and status = 'held'`, [
          visitId,
        ]),
      sweep: () => lapseVisit(em, visitId),
      rival: () => bookVisit(em, this.#bookingOf(this.rival, hours)),
    };
    return work[act]();
  }

  #bookingOf(of: Hospital, hours: number): Booking & { by: PersonId } {
    return {
      ...{ episodeId: of.episodeId, startsAt: now().round('hour').add({ hours }), minutes: 30, by: of.coordinator.id },
      ...{ patientZone: 'America/Toronto', institutionZone: 'Asia/Tokyo' },
      seats: [
        { personId: of.patient.id, role: 'patient', language: 'en' },
        { personId: of.physician.id, role: 'physician', language: 'ja' },
      ],
    };
  }

  #next(): number {
    this.#hour += 2;
    return this.#hour;
  }

  async #each<T>(
    of: fc.Arbitrary<T>,
    numRuns: number,
    interruptAfterTimeLimit: number,
    look: (value: T) => Promise<void>,
  ): Promise<void> {
    const property = fc.asyncProperty(of, async (value) => {
      this.#tried += 1;
      await look(value);
      return this.#wrong.length === 0 && this.#broken.size === 0;
    });
    const found = await fc.check(property, { numRuns, interruptAfterTimeLimit, endOnFailure: true });
    if (found.errorInstance instanceof Error && this.#wrong.length === 0) throw found.errorInstance;
  }

  async #atOnce(all: readonly Promise<unknown>[]): Promise<void> {
    for (const result of await Promise.allSettled(all)) {
      if (result.status === 'fulfilled') continue;
      const reason = result.reason as unknown;
      if (reason instanceof OkaeriError) this.#told.add(reason.code);
      else if (isOverlap(reason)) this.#told.add('overlap');
      else this.#broken.add(String(reason));
    }
  }

  /** The visits of this round alone: those before it were looked at in theirs. */
  async #look(hours: number): Promise<void> {
    const since = now()
      .round('hour')
      .add({ hours: hours - 1 });
    const found: unknown[] = await this.data.query(
      `with round as (select * from visit where starts_at >= $1)
       select v.id, v.status, 'claims' as what from round v cross join lateral (
              select array_agg(resource_id order by resource_id) as who,
                     bool_and(during = tstzrange(v.starts_at, v.starts_at + v.minutes * interval '1 minute')) as then
                from claim where visit_id = v.id) c
        where case when v.status in ('pending', 'booked', 'arrived') or (v.status = 'held' and v.held_until > now())
                   then c.who is distinct from ${taken} or not c.then
                   -- One that ran out and was not swept has all of its time or none.
                   when v.status = 'held' then c.who <> ${taken}
                   else c.who is not null end
       union all
       select v.id, v.status, 'told' from round v
        where (select count(*) from outbox_event where name = 'visit.booked' and data->>'visitId' = v.id::text)
              <> (case when v.status in ('booked', 'cancelled') then 1 else 0 end)
       union all
       select v.id, a.state, 'asks' from interpreter_ask a join round v on v.id = a.visit_id
        where a.state = 'accepted' and not exists (
                  select from seat s where s.visit_id = v.id and s.person_id = a.person_id and s.state <> 'removed')
           or a.state in ('asked', 'waiting') and v.status not in ('pending', 'booked')
           or a.state = 'accepted' and v.status <> 'booked'`,
      [since.toString()],
    );
    this.#wrong = [...this.#wrong, ...found];
  }

  async #turned(): Promise<Turned> {
    const all: { was: VisitStatus; now: VisitStatus }[] = await this.data.query('select distinct * from step');
    const steps = all.filter(({ was, now: is }) => !mayMove(visitMoves, was, is));
    return {
      tried: this.#tried,
      told: [...this.#told],
      wrong: this.#wrong,
      steps,
      broken: [...this.#broken],
    };
  }
}

/** Whose time it takes up: everybody who has a seat, and she who is asked. */
const taken = `array(select person_id from seat where visit_id = v.id and state <> 'removed'
                     union select person_id from interpreter_ask where visit_id = v.id and state = 'asked' order by 1)`;

/** T9: ten thousand interleavings of what can be done to one visit at once. */
export async function legal(progress: (line: string) => void): Promise<BenchResult> {
  const stop = await needDatabaseServer();
  const turns = await Turns.open();
  try {
    const began = performance.now();
    await turns.holds(interleavings / 2, mostMs);
    progress('times that were held are done');
    const { tried, wrong, steps, broken } = await turns.answers(interleavings / 2, mostMs);
    progress(JSON.stringify({ tried, wrong, steps, broken }));
    const took = performance.now() - began;
    return {
      bench: 'T9',
      samples: tried,
      ours: { ...summary([took / tried], 'ms'), wrong: wrong.length, steps: steps.length, broken: broken.length },
      ...{ baseline: null, ratio: null, targets: { interleavings, wrong: 0, steps: 0, broken: 0 } },
      met: tried >= interleavings && wrong.length + steps.length + broken.length === 0,
    };
  } finally {
    await turns.close();
    await stop();
  }
}
