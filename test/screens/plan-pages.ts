import type { Page } from 'playwright-core';
import { now, wallOf } from '@okaeri/words/time';
import { paths } from '../../apps/web/src/app/paths';
import type { Standalone } from '../support/standalone';
import { act, screen, type Walk } from './walk';

const caseOf = async (walk: Walk, persona: string, page: Page): Promise<string> => {
  const id = await page.evaluate(async (name) => {
    const board = (await (await fetch('/api/pages/board')).json()) as {
      items: { episodeId: string; name: { bare: string; original: string | null } }[];
    };
    return board.items.find((each) => `${each.name.bare} ${each.name.original}`.includes(name))?.episodeId ?? '';
  }, persona);
  return walk.at('tanaka', paths.schedule.replace(':episodeId', id));
};

/** A time is found, held and asked for; the interpreter sees the offer; the board says what is missing. */
export async function walkPlan(walk: Walk): Promise<void> {
  const page = await walk.open('tanaka');
  await screen(page, 'board');
  await page.goto(await caseOf(walk, 'Tremblay', page));
  await screen(page, 'schedule');
  // Whose languages are alike needs nobody between them: here somebody is asked all the same.
  const choice = page.locator('select[name=interpreter]');
  const mori = await choice
    .locator('option', { hasText: /Mori|森/ })
    .first()
    .getAttribute('value');
  await choice.selectOption(mori);
  await page.waitForFunction(() => document.querySelectorAll('[data-strip]').length === 3);
  await page.waitForSelector('[data-overlap]');
  await walk.shoot({ name: 'schedule', path: paths.schedule, page });
  await act(page, 'hold');
  await page.waitForSelector('[data-action=confirm]');
  await walk.shoot({ name: 'schedule-held', path: paths.schedule, page });
  await page.locator('[data-action=confirm]').click();
  await page.waitForSelector('[data-ask]');
  await walk.shoot({ name: 'schedule-asked', path: paths.schedule, page });
  const interpreter = await walk.open('mori');
  await interpreter.waitForSelector('[data-offer]');
  await walk.shoot({ name: 'jobs-offer', path: paths.start, page: interpreter });
  await interpreter.close();

  await page.locator('[data-action=open-case]').click();
  await screen(page, 'case');
  await act(page, 'move');
  await screen(page, 'schedule');
  await page.waitForSelector('[data-overlap]');
  await walk.shoot({ name: 'schedule-move', path: paths.schedule, page });

  await page.goto(walk.at('tanaka', paths.ready));
  await screen(page, 'ready');
  await act(page, 'needs');
  await page.waitForSelector('[data-task]');
  await walk.shoot({ name: 'ready', path: paths.ready, page });
  await page.close();
}

/** When somebody can be had, by herself; and a patient who chooses her own time. */
export async function walkHours(walk: Walk): Promise<void> {
  const sato = await walk.open('sato', paths.hours);
  await screen(sato, 'hours');
  await sato.locator('[data-limits] summary').click();
  await walk.shoot({ name: 'hours', path: paths.hours, page: sato });
  await sato.close();
  const tanaka = await walk.open('tanaka', paths.people);
  await screen(tanaka, 'people');
  await act(tanaka, 'open-hours');
  await screen(tanaka, 'hours');
  await walk.shoot({ name: 'hours-of', path: paths.hoursOf, page: tanaka });
  await tanaka.goto(walk.at('tanaka'));
  await screen(tanaka, 'board');
  await act(tanaka, 'open-case');
  await act(tanaka, 'open-allow');
  await tanaka.waitForSelector('dialog[open] select');
  await walk.shoot({ name: 'case-allow', path: paths.case, page: tanaka, window: true });
  await tanaka.close();

  const emily = await walk.open('emily');
  await act(emily, 'choose-time');
  await screen(emily, 'times');
  await act(emily, 'take');
  await emily.waitForSelector('[data-chosen]');
  await walk.shoot({ name: 'times', path: paths.times, page: emily });
  await emily.close();

  const grace = await walk.open('grace');
  await act(grace, 'move-self');
  await screen(grace, 'times');
  await walk.shoot({ name: 'times-move', path: paths.moveTimes, page: grace });
  await act(grace, 'take');
  await act(grace, 'book-self');
  await screen(grace, 'times-done');
  await walk.shoot({ name: 'times-moved', path: paths.moveTimes, page: grace });
  await grace.close();
}

/** A country has changed its clocks since a visit was booked, and somebody has to say what is kept. */
export async function walkClocks(walk: Walk, world: Standalone): Promise<void> {
  await world.query(
    `insert into clock_change (visit_id, tzdata_before, tzdata_after, walls)
     select v.id, '2025c', v.tzdata, jsonb_build_array(jsonb_build_object('who', 'patient', 'zone', v.patient_zone,
              'before', to_char(v.patient_wall::timestamp - interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS'), 'after', v.patient_wall))
       from visit v join episode e on e.id = v.episode_id join person p on p.id = e.patient_id
      where p.persona in ('grace', 'linh') and v.status = 'booked' and v.starts_at > now()
      order by v.starts_at limit 2`,
  );
  for (const persona of ['tanaka', 'kimura']) {
    const page = await walk.open(persona, paths.clocks);
    await screen(page, 'clocks');
    const change = page.locator('[data-change]');
    await walk.shoot({ name: (await change.count()) > 0 ? 'clocks' : 'clocks-none', path: paths.clocks, page });
    await page.close();
  }
}

/** Half a year of visits, and a hospital where none has been yet. */
export async function walkStatistics(walk: Walk, world: Standalone): Promise<void> {
  await world.query(
    `insert into visit (episode_id, starts_at, minutes, status, outcome, patient_zone, institution_zone, patient_wall, institution_wall, tzdata, demo)
     select e.id, at, 30, case when what in ('attended', 'late') then 'fulfilled' when what = 'noshow' then 'noshow' else 'cancelled' end,
            nullif(what, 'cancelled'), p.zone, i.zone, to_char(at at time zone p.zone, 'YYYY-MM-DD"T"HH24:MI:SS'),
            to_char(at at time zone i.zone, 'YYYY-MM-DD"T"HH24:MI:SS'), 'x', true
       from episode e join person p on p.id = e.patient_id join institution i on i.id = e.institution_id
       cross join lateral (
         select date_trunc('day', now()) - n * interval '1 day' + (n % 5) * interval '1 hour' as at,
                case when n % 13 = 0 then 'noshow' when n % 9 = 0 then 'late' when n % 29 = 0 then 'technical'
                     when n % 37 = 0 then 'not_received' when n % 11 = 0 then 'cancelled' else 'attended' end as what
           from generate_series(3, 80) n where n % 7 not in (0, 6)) seen
      where p.persona = 'emily'`,
  );
  const page = await walk.open('tanaka', paths.statistics);
  await screen(page, 'statistics');
  await page.waitForSelector('[data-week]');
  await walk.shoot({ name: 'statistics', path: paths.statistics, page });
  await page.goto(walk.at('tanaka', `${paths.statistics}?from=2020-01-06&to=2020-03-01`));
  await screen(page, 'statistics');
  await page.waitForSelector('[data-weeks="0"]');
  await walk.shoot({ name: 'statistics-empty', path: paths.statistics, page });
  await page.close();
}

/** Visits every so many weeks: all free; and at the same time once more, with what may be had instead. */
export async function walkSeries(walk: Walk): Promise<void> {
  const page = await walk.open('tanaka');
  await screen(page, 'board');
  const schedule = await caseOf(walk, 'Tremblay', page);
  const address = schedule.replace(/\/schedule$/, '/series');
  const open = async () => {
    await page.goto(address);
    await screen(page, 'series');
    await page.waitForSelector('[data-date]');
  };
  await open();
  await page.selectOption('select[name=everyWeeks]', '1');
  await page.selectOption('select[name=times]', '4');
  await page.waitForSelector('[data-dates="4"][aria-busy=false]');
  await walk.shoot({ name: 'series', path: paths.series, page });
  await act(page, 'book-series');
  await screen(page, 'case');
  await open();
  await page.waitForSelector('[data-state=taken] [data-action=swap]');
  await act(page, 'swap');
  await page.waitForSelector('[data-action=as-planned]');
  await page.locator('[data-action=leave-out]').last().click();
  await page.waitForSelector('[data-state=skipped]');
  await walk.shoot({ name: 'series-taken', path: paths.series, page });
  await askForSeries(page, new URL(address).pathname.split('/')[2] ?? '');
  await page.close();
  const interpreter = await walk.open('mori');
  await interpreter.waitForSelector('[data-series]');
  await interpreter.locator('[data-series] input').nth(1).uncheck();
  await walk.shoot({ name: 'jobs-series', path: paths.start, page: interpreter });
  await interpreter.close();
}

/** Four visits for which an interpreter is asked first, in the afternoons of a month in which nothing is booked. */
async function askForSeries(page: Page, episodeId: string): Promise<void> {
  const { date } = wallOf(now().add({ hours: 24 * 70 }), 'Asia/Tokyo');
  const asked = { episodeId, date, time: '16:00', zone: 'Asia/Tokyo', minutes: 30, interpreter: null };
  const status = await page.evaluate(async (wanted) => {
    const booking = (await (await fetch(`/api/pages/booking/${wanted.episodeId}`)).json()) as {
      interpreters: { personId: string; name: { bare: string; original: string | null } }[];
      defaults: { physicianId: string };
    };
    const mori = booking.interpreters.find(({ name }) => /Mori|森/.test(`${name.bare} ${name.original}`));
    const form = {
      ...{ ...wanted, physicianId: booking.defaults.physicianId, everyWeeks: 1, times: 4, keeps: 'institution' },
      ask: { personIds: [mori?.personId], languages: ['ja', 'en'], minutes: 2880 },
    };
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    return (await fetch('/api/visits/series', { method: 'POST', headers, body: JSON.stringify(form) })).status;
  }, asked);
  if (status !== 200) throw new Error(`The series was refused with ${status}.`);
}

/** A hospital names its rooms and devices, says when they can be had, and a visit takes one up as it does a person. */
export async function walkThings(walk: Walk): Promise<void> {
  const page = await walk.open('tanaka', paths.people);
  await screen(page, 'people');
  const names = walk.language === 'ja' ? ['第2ビデオ診察室', '眼底カメラ'] : ['Video room 2', 'Retinal camera'];
  for (const [at, name] of names.entries()) {
    await act(page, 'open-thing');
    if (at > 0) await page.selectOption('select[name=kind]', 'device');
    await page.fill('input[name=name]', name);
    if (at === 0) await walk.shoot({ name: 'things-add', path: paths.people, page });
    await act(page, 'add-thing');
    await page.waitForSelector(`[data-things="${at + 1}"]`);
  }
  await walk.shoot({ name: 'things', path: paths.people, page });
  await act(page, 'open-thing-hours');
  await screen(page, 'hours');
  await walk.shoot({ name: 'things-hours', path: paths.hoursOf, page });
  await page.goto(await caseOf(walk, 'Tremblay', page));
  await screen(page, 'schedule');
  await page.locator('input[name=things]').first().check();
  await page.waitForSelector('[data-strip]:nth-child(3)');
  await page.waitForSelector('[data-overlap]');
  await walk.shoot({ name: 'schedule-things', path: paths.schedule, page });
  await act(page, 'hold');
  await page.locator('[data-action=confirm]').click();
  await act(page, 'open-case');
  await page.waitForSelector('[data-booked]');
  await walk.shoot({ name: 'case-things', path: paths.case, page });
  await page.close();
}
