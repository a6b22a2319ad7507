import { setTimeout as pause } from 'node:timers/promises';
import { ladderSides, limits, steps, type LadderSide, type Step } from '@okaeri/contracts';
import { summary, type BenchResult } from '../bench/result';
import { needDatabaseServer } from '../support/database-server';
import { restEars } from '../support/ears';
import { chance, lossOf, noteLosses, notedLosses, type Losses } from '../support/losses';
import { mostInAMinute, notedSteps, noteSteps, type StepChange } from '../support/steps';
import { LinkedPeople, type LinkedPerson, type Meeting } from './linked-people';
import { diceFrom, type Dice } from './mutators';

const allMeetings: readonly Meeting[] = [
  ['emily', 'sato', 'mori'],
  ['linh', 'hayashi', 'hoa'],
  ['grace', 'ito'],
  ['haruto', 'chen'],
];
/** Fewer, and for a shorter time, to see that it works. */
const meetings = allMeetings.slice(0, Number(process.env['OKAERI_VISITS'] ?? allMeetings.length));
const milliseconds = Number(process.env['OKAERI_SECONDS'] ?? 120) * 1000;
/** Of a link that is not wide: kilobits a second both ways, or of a thousand packets those that are lost. */
const troubles = [{ kbps: 200 }, { kbps: 100 }, { kbps: 60 }, { perMille: 80 }, { perMille: 150 }, { perMille: 250 }];
/** Fewer say nothing of a loss. */
const fewestPackets = 100;

/**
 * Ten people, each behind a link of her own that is wide and bad by turns, out of step with all others. A ladder that
 * followed it would flap as well.
 */
export async function fault(progress: (line: string) => void): Promise<BenchResult> {
  const stop = await needDatabaseServer();
  const people = await LinkedPeople.open(meetings, progress).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  try {
    const seats = await seatsOf(people);
    for (const { person } of people.everybody) {
      await noteSteps(person.page);
      await restEars(person.page);
    }
    const listeners = people.visits.flatMap((visit) => {
      const interpreter = visit[2] && seats.get(visit[2].person.name);
      return interpreter ? visit.slice(0, 2).map((listener) => ({ listener, interpreter })) : [];
    });
    for (const { listener, interpreter } of listeners) await noteLosses(listener.person.page, interpreter);

    const seed = Number(process.env['OKAERI_SEED'] ?? 4);
    const late = performance.now() + milliseconds;
    const flaps = await Promise.all(people.everybody.map((one, n) => flap(one, diceFrom(seed + n), late)));
    progress(`${flaps.reduce((sum, count) => sum + count, 0)} times a link got bad in ${milliseconds / 1000} s`);

    const changes: { name: string; page: StepChange[]; kept: StepChange[] }[] = [];
    for (const { person, visitId } of people.everybody) {
      const page = await notedSteps(person.page);
      const kept = await keptSteps(people, visitId, seats.get(person.name)!);
      changes.push({ name: person.name, page, kept });
      progress(`${person.name}: ${page.map(({ side, step }) => `${side} ${step}`).join(', ') || 'no change'}`);
    }
    const losses: Losses[] = [];
    for (const { listener } of listeners) losses.push(await notedLosses(listener.person.page));
    const loss = compared(losses, progress);
    // Everybody is still there, and after a while everybody hears everybody.
    for (const visit of people.visits) {
      for (const { person } of visit) {
        await person.phase('joined');
        await person.hears(...visit.filter((other) => other.person !== person).map((other) => other.person.name));
      }
    }
    const most = (of: 'page' | 'kept') =>
      changes.flatMap((one) => ladderSides.map((side) => mostInAMinute(timesOf(one[of], side))));
    const ours = {
      ...summary(most('page'), 'changes'),
      links: people.everybody.length,
      keptMax: Math.max(...most('kept')),
      bothSidesMax: Math.max(...changes.map(({ page }) => mostInAMinute(page.map(({ at }) => at)))),
      changes: changes.reduce((sum, { page }) => sum + page.length, 0),
      unmoved: changes.filter(({ page }) => page.length === 0).length,
      ...loss.figures,
      seed,
    };
    return {
      bench: 'flapping',
      samples: people.everybody.length,
      ours,
      baseline: null,
      ratio: null,
      targets: { max: limits.mostPerMinute, keptMax: limits.mostPerMinute, unmoved: 0, worseThanPictures: 0 },
      met:
        ours.max <= limits.mostPerMinute &&
        ours.keptMax <= limits.mostPerMinute &&
        ours.unmoved === 0 &&
        loss.figures.comparedSteps > 0 &&
        loss.figures.worseThanPictures === 0,
    };
  } finally {
    await people.close();
    await stop();
  }
}

const timesOf = (changes: readonly StepChange[], side: LadderSide) =>
  changes.filter((one) => one.side === side).map(({ at }) => at);

/** Wide and bad by turns, until it is late; wide in the end. Answers how often it got bad. */
async function flap({ link }: LinkedPerson, dice: Dice, late: number): Promise<number> {
  let times = 0;
  while (performance.now() < late) {
    await pause(3000 + dice(12_000));
    const trouble = troubles[dice(troubles.length)]!;
    times += 1;
    if (trouble.kbps) await link.narrow({ downKbps: trouble.kbps, upKbps: trouble.kbps });
    else await link.lossy({ up: trouble.perMille ?? 0, down: trouble.perMille ?? 0 });
    await pause(3000 + dice(6000));
    await link.narrow(null);
    await link.lossy({ up: 0, down: 0 });
  }
  return times;
}

/** By name: who interprets has a seat in other visits, too. */
async function seatsOf({ standalone, everybody }: LinkedPeople): Promise<Map<string, string>> {
  const rows = await standalone.query<{ id: string; name: string; visit: string }>(
    `select s.id, p.persona as name, visit_id as visit from seat s join person p on p.id = s.person_id
      where visit_id = any($1)`,
    [everybody.map(({ visitId }) => visitId)],
  );
  const hers = ({ person, visitId }: LinkedPerson) =>
    rows.find(({ name, visit }) => name === person.name && visit === visitId)?.id ?? '';
  return new Map(everybody.map((one) => [one.person.name, hers(one)]));
}

/** What the visit says of it afterwards. */
async function keptSteps({ standalone }: LinkedPeople, visitId: string, seatId: string): Promise<StepChange[]> {
  const rows = await standalone.query<{ at: Date; side: LadderSide; step: Step }>(
    'select from_at as at, side, step from visit_step where visit_id = $1 and seat_id = $2 order by from_at',
    [visitId, seatId],
  );
  return rows.map(({ at, side, step }) => ({ at: at.getTime(), side, step }));
}

/** Of all listeners together, by step: where the interpreter's voice lost more than the pictures did. */
function compared(all: readonly Losses[], progress: (line: string) => void) {
  let worse = 0;
  const figures: Record<string, number> = {};
  let comparedSteps = 0;
  for (const step of steps) {
    const of = (what: 'voice' | 'pictures') =>
      all.reduce(
        (sum, losses) => ({
          lost: sum.lost + (losses[step]?.[what].lost ?? 0),
          all: sum.all + (losses[step]?.[what].all ?? 0),
        }),
        { lost: 0, all: 0 },
      );
    const [voice, pictures] = [of('voice'), of('pictures')];
    if (voice.all === 0) continue;
    const percent = (loss: number) => Math.round(loss * 1000) / 10;
    progress(
      `${step}: of the interpreter ${percent(lossOf(voice))} % of ${voice.all}, ` +
        `of pictures ${percent(lossOf(pictures))} % of ${pictures.all}`,
    );
    figures[`${step}VoicePercent`] = percent(lossOf(voice));
    if (pictures.all < fewestPackets) continue;
    comparedSteps += 1;
    figures[`${step}PicturesPercent`] = percent(lossOf(pictures));
    if (lossOf(voice) > lossOf(pictures) + chance(voice, pictures)) worse += 1;
  }
  return { figures: { ...figures, comparedSteps, worseThanPictures: worse } };
}
