import { randomUUID } from 'node:crypto';
import type { Problem, VisitBooked } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { quantile, summary, type BenchResult } from '../bench/result';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { needDatabaseServer } from '../support/database-server';
import { Crowd } from './crowd';

const rounds = 20;
const rivals = 200;
/** Of one answer among all that came at once. */
const targetP99Ms = 300;

/** What came of one round: who got the time, and how the others were told. */
export interface Round {
  winners: number;
  /** Refused with who collides and the three nearest times that are free. */
  told: number;
  /** Visits that hold the time afterwards, by the table. */
  held: number;
  /** Answers that are nobody's fault but ours. */
  broken: number;
  /** How long each waited for her answer. */
  waits: number[];
}

/** Many patients of one physician, who all want the same half hour of her day. */
export class Rush {
  readonly #crowd = new Crowd();

  private constructor(
    private readonly world: BookingWorld,
    private readonly at: Hospital,
    private readonly episodes: readonly string[],
  ) {}

  static async of(world: BookingWorld, size: number): Promise<Rush> {
    const at = await world.hospital();
    const episodes: string[] = [];
    for (let each = 0; each < size; each += 1) {
      const patient = await world.people.person('en');
      episodes.push(await world.episode({ ...at, patient }));
    }
    return new Rush(world, at, episodes);
  }

  /** All at once, for a time `day` days from now. */
  async round(day: number): Promise<Round> {
    const date = now()
      .toZonedDateTimeISO('Asia/Tokyo')
      .toPlainDate()
      .add({ days: day + 2 })
      .toString();
    const { port } = this.world.server;
    const { cookie } = this.at.coordinator;
    const asks = this.episodes.map((episodeId) => {
      const wall = { date, time: '10:00', zone: 'Asia/Tokyo', minutes: 30 };
      const body = JSON.stringify({ episodeId, ...wall, physicianId: this.at.physician.id, interpreter: null });
      const headers = {
        ...{ host: `localhost:${port}`, cookie, 'idempotency-key': randomUUID() },
        ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      };
      return { path: '/api/visits', headers, body };
    });
    const answers = (await this.#crowd.ask(port, asks)).map(({ text, ...answer }) => ({
      ...answer,
      body: JSON.parse(text) as unknown,
    }));
    const waits = answers.map(({ waited }) => waited);
    const broken = answers.filter(({ status }) => status >= 500).length;
    const booked = answers.filter(({ status }) => status === 200).map(({ body }) => body as VisitBooked);
    const told = answers.filter(({ status, body }) => {
      const { code, conflicts = [], alternatives = [] } = body as Problem;
      return status === 409 && code === 'overlap' && conflicts.length === 1 && alternatives.length === 3;
    });
    const rows: { n: number }[] = await this.world.people.data.query(
      `select count(*)::int as n from claim where resource_id = $1 and during && tstzrange($2, $3)`,
      [this.at.physician.id, booked[0]?.when.startsAt, booked[0]?.when.endsAt],
    );
    return { winners: booked.length, told: told.length, held: rows[0]?.n ?? 0, broken, waits };
  }

  close(): Promise<void> {
    return this.#crowd.close();
  }
}

/** What came of all rounds, in a world that goes on afterwards. */
export interface Rushed {
  waits: number[];
  /** Rounds in which one had the time, and all others were told whose it is and what else is free. */
  good: number;
  broken: number;
  isMet: boolean;
}

/** Two hundred bookings of one time at once, twenty times over. */
export async function rushes(world: BookingWorld, progress: (line: string) => void): Promise<Rushed> {
  const rush = await Rush.of(world, rivals);
  try {
    const done: Round[] = [];
    // The first of everything is slower: it counts for who has the time, not for how long that took.
    for (let day = 0; day <= rounds; day += 1) {
      const round = await rush.round(day);
      const { waits, ...counts } = round;
      done.push(day > 0 ? round : { ...round, waits: [] });
      progress(`round ${day} of ${rounds}: ${JSON.stringify(counts)}, p99 ${quantile(waits, 0.99).toFixed(0)} ms`);
    }
    const good = done.filter(({ winners, told, held }) => winners === 1 && held === 1 && told === rivals - 1).length;
    const broken = done.reduce((sum, round) => sum + round.broken, 0);
    return { waits: done.flatMap(({ waits }) => waits), good, broken, isMet: good === done.length && broken === 0 };
  } finally {
    await rush.close();
  }
}

/** T8: each time one wins and the others are told. */
export async function oneWinner(progress: (line: string) => void): Promise<BenchResult> {
  const stop = await needDatabaseServer();
  const world = await BookingWorld.open();
  try {
    const { waits, good, broken, isMet } = await rushes(world, progress);
    const p99 = Math.round(quantile(waits, 0.99));
    return {
      ...{ bench: 'T8', samples: rounds, baseline: null, ratio: null },
      ours: { ...summary(waits, 'ms'), p99, rivals, rounds: good, broken },
      targets: { rounds: rounds + 1, p99Ms: targetP99Ms, broken: 0 },
      met: isMet && p99 <= targetP99Ms,
    };
  } finally {
    await world.close();
    await stop();
  }
}
