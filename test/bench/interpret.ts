import type { Browser } from 'playwright-core';
import { Listener, seatInterpreter, seatsOf } from '../journeys/interpreters';
import { openVisitOf } from '../journeys/world';
import { openChromium } from '../support/browser';
import { needDatabaseServer } from '../support/database-server';
import { troubleDevices } from '../support/devices';
import { eventually } from '../support/ears';
import { clickedAt, giveMouths, listenTo, longestSilence, sounds, speak, turnAfter, turnsOf } from '../support/onsets';
import { Standalone } from '../support/standalone';
import { quantile, summary, type BenchResult } from './result';

const samples = Number(process.env['OKAERI_BENCH_SAMPLES'] ?? 200);
/** One after the other, so that what drifts in the machine falls on both alike. */
const block = 5;
/** Before anything counts: a listener's buffer finds its size by what has come so far. */
const warmUps = 10;
const targets = { addedMs: 20, chooseP95Ms: 300, handOverMaxMs: 100 };
const everyone = ['emily', 'sato', 'mori', 'chen'] as const;
type Name = (typeof everyone)[number];

/**
 * Three things a person would notice of interpretation: how much later an interpreter's voice comes than anybody's (the same
 * voice in a room without channels, in the same run), how long a language that was chosen is not there yet, and how
 * long nobody is heard when one interpreter takes over from another.
 */
export async function interpret(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<void>)[] = [];
  try {
    stops.push(await needDatabaseServer());
    const standalone = await Standalone.start();
    stops.push(() => standalone.stop());
    const browser = await openChromium();
    stops.push(() => browser.close());
    const room = await openRoom(standalone, browser);
    progress('four people are in the room, and two of them interpret');
    const { plain, interpreted } = await mouthToEar(room, progress);
    const chosen = await choosing(room, progress);
    const gaps = await handingOver(room, progress);
    const ours = summary(interpreted, 'ms');
    const baseline = summary(plain, 'ms');
    const measured = {
      addedMs: round(ours.median - baseline.median),
      addedP95Ms: round(ours.p95 - baseline.p95),
      chooseP95Ms: round(quantile(chosen, 0.95)),
      chooseMedianMs: round(quantile(chosen, 0.5)),
      handOverMaxMs: round(Math.max(...gaps)),
    };
    progress(JSON.stringify(measured));
    return {
      bench: 'interpret',
      samples,
      ours: { ...ours, ...measured },
      baseline,
      ratio: Math.round((ours.median / baseline.median) * 1000) / 1000,
      targets,
      met:
        Math.max(measured.addedMs, measured.addedP95Ms) <= targets.addedMs &&
        measured.chooseP95Ms <= targets.chooseP95Ms &&
        measured.handOverMaxMs <= targets.handOverMaxMs,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

interface Room {
  at(name: Name): Listener;
  seatOf(name: Name): string;
}

async function openRoom(standalone: Standalone, browser: Browser): Promise<Room> {
  const visitId = await openVisitOf(standalone, 'emily');
  await seatInterpreter(standalone, visitId, 'chen', ['en', 'ja']);
  const seats = new Map([...(await seatsOf(standalone, visitId))].map(([seatId, persona]) => [persona, seatId]));
  const people = new Map<string, Listener>();
  const at = (name: Name) => people.get(name) as Listener;
  for (const name of everyone) {
    const context = await browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width: 1280, height: 800 },
      bypassCSP: true,
    });
    await giveMouths(context);
    // Sound only: pictures would only take the processor.
    await troubleDevices(context, { [name]: { trouble: 'missing', what: 'camera' } });
    const one = await Listener.arriveHome(context, standalone.origin, name);
    await one.page.locator('h1').first().waitFor();
    await one.goToVisit(standalone.origin, visitId);
    await one.screen('door');
    await one.page.locator('[data-way="soundOnly"]').click();
    people.set(name, one);
    await one.ready();
    if (name === 'emily') await one.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
  }
  await at('sato').phase('joined');
  await at('sato').admitEverybody(3);
  for (const name of everyone) await at(name).phase('joined');
  for (const name of everyone) await at(name).turnSpeakerOn();
  return { at, seatOf: (name) => seats.get(name) ?? '' };
}

/** From the interpreter's mouth to a listener's ear, as everybody is heard and as an interpreter is. */
async function mouthToEar({ at, seatOf }: Room, progress: (line: string) => void) {
  const [mouth, ear] = [at('mori').page, at('sato').page];
  await at('mori').press('interpret-ja');
  await eventually('her voice has come', () => ear.locator(`audio[data-seat="${seatOf('mori')}"]`).count(), Boolean);
  await listenTo(ear, seatOf('mori'));
  const times = { consecutive: [] as number[], simultaneous: [] as number[] };
  const once = async () => {
    await turnAfter(ear, seatOf('mori'), false, await speak(mouth, false));
    const said = await speak(mouth, true);
    return (await turnAfter(ear, seatOf('mori'), true, said)) - said;
  };
  for (let turn = 0; turn < warmUps; turn += 1) await once();
  let now = 'consecutive';
  for (let round = 0; Math.min(times.consecutive.length, times.simultaneous.length) < samples; round += 1) {
    const mode = round % 4 === 0 || round % 4 === 3 ? 'consecutive' : 'simultaneous';
    if (mode !== now) await inMode(at('mori'), mode);
    now = mode;
    for (let turn = 0; turn < block; turn += 1) times[mode].push(await once());
    progress(`mouth to ear, ${mode}: ${times[mode].length} of ${samples}, ${times[mode].at(-1)?.toFixed(0)} ms`);
  }
  return { plain: times.consecutive.slice(0, samples), interpreted: times.simultaneous.slice(0, samples) };
}

async function inMode(by: Listener, mode: string): Promise<void> {
  await by.press('language');
  const row = by.page.locator(`dialog [data-action="mode-${mode}"]`);
  await row.click();
  await by.page.locator(`dialog [data-action="mode-${mode}"][data-chosen]`).waitFor();
  await by.page.keyboard.press('Escape');
  await by.page.locator('dialog').waitFor({ state: 'hidden' });
}

/** From the click on a language to its first sound. */
async function choosing({ at, seatOf }: Room, progress: (line: string) => void): Promise<number[]> {
  const { page } = at('emily');
  await inMode(at('mori'), 'simultaneous');
  await listenTo(page, seatOf('mori'));
  const times: number[] = [];
  const choose = async (action: string) => {
    await at('emily').press('language');
    await page.locator(`dialog [data-action="${action}"]`).click();
    await page.locator('dialog').waitFor({ state: 'hidden' });
  };
  const silent = () =>
    eventually(
      'she is silent again',
      () => sounds(page, seatOf('mori')),
      (still) => !still,
    );
  await silent();
  while (times.length < samples) {
    await choose('hear-ja');
    const clicked = await clickedAt(page);
    times.push((await turnAfter(page, seatOf('mori'), true, clicked)) - clicked);
    await choose('hear-en');
    await silent();
    if (times.length % 10 === 0) progress(`language chosen: ${times.length}, ${times.at(-1)?.toFixed(0)} ms`);
  }
  return times;
}

/** The longest silence at the listener while one interpreter takes over from the other in the middle of speech. */
async function handingOver({ at, seatOf }: Room, progress: (line: string) => void): Promise<number[]> {
  const { page } = at('sato');
  await listenTo(page, seatOf('chen'));
  await eventually('she sounds', () => sounds(page, seatOf('mori')), Boolean);
  const gaps: number[] = [];
  for (let turn = 0; turn < samples; turn += 1) {
    const [giver, taker] = turn % 2 === 0 ? (['mori', 'chen'] as const) : (['chen', 'mori'] as const);
    await at(giver).press('hand-over');
    const from = await page.evaluate(() => performance.timeOrigin + performance.now());
    await at(taker).press('take-over');
    await turnAfter(page, seatOf(taker), true, from);
    const to = await turnAfter(page, seatOf(giver), false, from);
    // Until the one before is silent, and a moment more: what is missing at the beginning counts as well.
    await eventually(
      'a moment more',
      () => page.evaluate(() => performance.timeOrigin + performance.now()),
      (now) => now > to + 300,
    );
    gaps.push(
      longestSilence(await Promise.all([giver, taker].map((one) => turnsOf(page, seatOf(one)))), from, to + 250),
    );
    if (gaps.length % 10 === 0)
      progress(`handed over: ${gaps.length}, longest silence ${Math.max(...gaps).toFixed(0)} ms`);
  }
  return gaps;
}

const round = (value: number): number => Math.round(value * 10) / 10;
