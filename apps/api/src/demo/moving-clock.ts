import { doorOf } from '@okaeri/care';
import type { VisitId } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { episodes } from './episodes';
import type { DemoEpisode } from './episodes';
import { demoInstitution } from './people';
import { close, hasPast, move, openVisits, plan } from './schedule';
import type { OpenVisit } from './schedule';

/** A visit that waits now began at most this long ago, unless somebody is in it. */
const freshMinutes = 5;
/** The visit of the second episode begins at least this far from now, and at most `soonSeconds`. */
const soonMinutes = 9;
/** A visit that people used and left is closed after this long without anybody. */
const emptyMinutes = 10;

export const [stageEpisode, soonEpisode] = episodes as readonly [DemoEpisode, DemoEpisode, ...DemoEpisode[]];

const before = (a: Temporal.Instant, b: Temporal.Instant) => a.epochMilliseconds < b.epochMilliseconds;
const used = ({ status, seats }: OpenVisit) => status !== 'booked' || seats.some(({ state }) => state !== 'invited');
const live = ({ seats }: OpenVisit) => seats.some(({ connection }) => connection !== null);
const thisMinute = () => now().round({ smallestUnit: 'minute', roundingMode: 'floor' });

/** Keeps the demo world in step with the clock: one visit waits now, others lie ahead, and what is over is past. */
export class MovingClock {
  readonly #emptySince = new Map<VisitId, Temporal.Instant>();

  /** `soonSeconds`: how far from now the visit begins whose reminders one can watch arriving. */
  constructor(private readonly soonSeconds: number) {}

  async tick(em: EntityManager): Promise<void> {
    for (const episode of episodes) {
      await this.#bury(em, episode);
      await this.#plan(em, episode);
    }
    await this.soon(em);
    await this.current(em);
  }

  /**
   * A visit that begins in ten to twelve minutes: its reminder arrives while one watches. The first is told to its people;
   * as long as nobody uses it, it keeps its distance quietly. While people are in one there is no other.
   */
  async soon(em: EntityManager): Promise<void> {
    const startsAt = this.#soonAt();
    const known = await openVisits(em, soonEpisode);
    // Another would be in its way, and what is in the way is closed.
    if (known.some(live)) return;
    const ahead = known.filter((visit) => !used(visit) && !before(startsAt, visit.startsAt));
    const nearest = ahead.find((visit) => before(now().add({ minutes: soonMinutes }), visit.startsAt));
    if (nearest) return;
    const late = ahead.at(-1);
    if (late) await move(em, soonEpisode, late.id, startsAt);
    else await plan(em, soonEpisode, startsAt, { quiet: false });
  }

  /** On a whole minute, unless that would be past the moment of the reminder. */
  #soonAt(): Temporal.Instant {
    const wanted = now().add({ seconds: this.soonSeconds });
    const whole = wanted.round({ smallestUnit: 'minute', roundingMode: 'floor' });
    return before(now().add({ minutes: 10, seconds: 20 }), whole) ? whole : wanted;
  }

  /** The visit that waits now; made, or moved to this minute, where there is none. */
  async current(em: EntityManager): Promise<VisitId> {
    const soon = now().add({ minutes: 1 });
    const open = await openVisits(em, stageEpisode);
    const waiting = open.filter((visit) => before(visit.startsAt, soon) && doorOf(visit, now()) === 'open');
    const there = waiting.find(live) ?? waiting.at(-1);
    if (!there) return plan(em, stageEpisode, thisMinute());
    if (live(there) || !before(there.startsAt, now().subtract({ minutes: freshMinutes }))) {
      this.#emptySince.delete(there.id);
      return there.id;
    }
    if (!used(there)) {
      await move(em, stageEpisode, there.id, thisMinute());
      return there.id;
    }
    const since = this.#emptySince.get(there.id) ?? now();
    this.#emptySince.set(there.id, since);
    if (!before(since, now().subtract({ minutes: emptyMinutes }))) return there.id;
    this.#emptySince.delete(there.id);
    await close(em, there.id);
    return plan(em, stageEpisode, thisMinute());
  }

  async #bury(em: EntityManager, episode: DemoEpisode): Promise<void> {
    for (const visit of await openVisits(em, episode)) {
      if (doorOf(visit, now()) === 'over' && !live(visit)) await close(em, visit.id);
    }
  }

  async #plan(em: EntityManager, episode: DemoEpisode): Promise<void> {
    const { zone } = demoInstitution(episode.institution);
    const today = now().toZonedDateTimeISO(zone).toPlainDate();
    const at = (days: number, hour: string) => today.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: hour });
    const first = !(await hasPast(em, episode));
    if (first) {
      for (const { day, hour } of episode.week) {
        if (day < 0) await close(em, await plan(em, episode, at(day, hour).toInstant()));
      }
    }
    const ahead = (await openVisits(em, episode)).map(({ startsAt }) => startsAt.toZonedDateTimeISO(zone));
    for (const { day, hour } of episode.week) {
      if (day < 0) continue;
      const wanted = at(day, hour);
      // "Tomorrow" is kept day by day; the others stay where they are until they are past.
      const kept = ahead.some((each) =>
        day === 1
          ? each.toPlainDate().equals(wanted.toPlainDate())
          : each.toPlainTime().equals(wanted.toPlainTime()) && before(now(), each.toInstant()),
      );
      if (!kept) await plan(em, episode, wanted.toInstant(), { quiet: !first });
    }
  }
}
