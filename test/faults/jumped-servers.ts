import { doorClosesMinutes, doorOpensMinutes } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { FakeClock } from '../support/fake-clock';
import { arrivalInToronto, until } from '../support/socket-window';
import type { Somebody } from '../support/socket-world';
import { inSplit } from './talk';
import type { RunningSplit } from './talk';

/** What was answered by servers whose clocks were set. All but the first two are faults. */
export interface Answered {
  answers: number;
  /** What each was answered by right clocks. */
  rightly: Record<string, string>;
  /** Answered otherwise by wrong ones. */
  wrong: string[];
  /** Packets of a call that went on meanwhile. */
  missed: number;
}

const jumpSeconds = 300;
/** Nearer to the door's hours than the jump, and further than the run is long. */
const nearMinutes = 4;
const length = 30;
const watched = ['api', 'signaling-1', 'signaling-2', 'scheduler'];

/** Every process of the split run goes by a clock that is put forward and back by five minutes; PostgreSQL by its own. */
export async function jumpedServers(progress: (line: string) => void): Promise<Answered> {
  const clock = new FakeClock(0);
  return inSplit((running) => ask(running, clock, progress), clock.env);
}

async function ask(running: RunningSplit, clock: FakeClock, progress: (line: string) => void): Promise<Answered> {
  const { split, world, open } = running;
  const talk = await running.talk();
  const before = talk.missed;
  const minutes = (count: number) => now().add({ minutes: count });
  const visits = {
    open: await world.visit({ startsAt: minutes(-1) }),
    'open soon': await world.visit({ startsAt: minutes(doorOpensMinutes + nearMinutes) }),
    'over soon': await world.visit({ startsAt: minutes(nearMinutes - length - doorClosesMinutes) }),
    'just over': await world.visit({ startsAt: minutes(1 - nearMinutes - length - doorClosesMinutes) }),
  };
  const sessions = { 'session that ends soon': nearMinutes, 'session that ended': 1 - nearMinutes };
  const people = new Map<string, Somebody>();
  for (const [name, left] of Object.entries(sessions)) {
    const somebody = await world.person();
    await world.data.query(`update session set expires_at = now() + $2 * interval '1 minute' where id = $1`, [
      ...[somebody.sessionId, left],
    ]);
    people.set(name, somebody);
  }
  const answersNow = async () => {
    const answers: Record<string, string> = {};
    for (const [name, { visitId, patient }] of Object.entries(visits)) {
      const window = await open('signaling-1', patient);
      answers[`visit ${name}`] = await window.enter(visitId, arrivalInToronto).then(
        ({ me }) => me.state,
        (error: Error) => error.message,
      );
      window.close();
    }
    for (const [name, { id, cookie }] of people) {
      const page = await fetch(`${split.origin}/api/session`, { headers: { cookie } });
      answers[name] = (await page.text()).includes(id) ? 'signed in' : 'nobody';
    }
    return answers;
  };
  const degraded = async (name: string) => {
    const answer = await fetch(`http://127.0.0.1:${split.process(name).port}/readyz`);
    return ((await answer.json()) as { degraded: string[] }).degraded.includes('clock');
  };

  const rightly = await answersNow();
  progress(JSON.stringify(rightly));
  const wrong: string[] = [];
  let answers = 0;
  for (const offset of [jumpSeconds, -jumpSeconds, jumpSeconds, 0]) {
    clock.set(offset);
    for (const name of watched) await until(`${name} says so`, async () => (await degraded(name)) === (offset !== 0));
    await talk.both(20);
    for (const [name, answer] of Object.entries(await answersNow())) {
      answers += 1;
      if (answer !== rightly[name]) wrong.push(`${name}, ${offset} s: ${answer}`);
    }
    progress(`clocks are ${offset} s ahead: ${wrong.length} of ${answers} answers are wrong`);
  }
  return { answers, rightly, wrong, missed: talk.missed - before };
}
