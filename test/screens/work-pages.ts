import type { Page } from 'playwright-core';
import { paths } from '../../apps/web/src/app/paths';
import { act, screen, type Walk } from './walk';

/** The board as it is, as it is searched, and one case with what opens from it. */
export async function walkCoordinator(walk: Walk): Promise<void> {
  const page = await walk.open('tanaka');
  await screen(page, 'board');
  await walk.shoot({ name: 'board', path: paths.start, page });
  await page.goto(walk.at('tanaka', paths.board));
  await screen(page, 'board');
  await page.locator('input[type=search]').fill('zzzz');
  await page.waitForFunction(() => document.querySelectorAll('[data-episode]').length === 0);
  await walk.shoot({ name: 'board-none', path: paths.board, page });

  await openFirstCase(walk, page);
  await walk.shoot({ name: 'case', path: paths.case, page });
  await act(page, 'history');
  await page.waitForSelector('dialog[open] li');
  await walk.shoot({ name: 'case-history', path: paths.case, page, window: true });
  await page.keyboard.press('Escape');
  await act(page, 'mend-address');
  await page.waitForSelector('dialog[open]');
  await walk.shoot({ name: 'case-mend', path: paths.case, page, window: true });

  await openFirstCase(walk, page);
  await act(page, 'open-record');
  await screen(page, 'record');
  await walk.shoot({ name: 'record-of', path: paths.recordOf, page });

  await page.goto(walk.at('tanaka', paths.people));
  await screen(page, 'people');
  await walk.shoot({ name: 'people', path: paths.people, page });
  await page.close();
}

async function openFirstCase(walk: Walk, page: Page): Promise<void> {
  await page.goto(walk.at('tanaka'));
  await screen(page, 'board');
  await act(page, 'open-case');
  await screen(page, 'case');
}

/** Registration in its three steps and with mistakes; booking when everybody is free, and when somebody is not. */
export async function walkBooking(walk: Walk): Promise<void> {
  const page = await walk.open('tanaka', paths.register);
  const shoot = (name: string) => walk.shoot({ name, path: paths.register, page });
  await screen(page, 'register');
  await act(page, 'next');
  await page.waitForSelector('[aria-invalid=true]');
  await shoot('register-who');
  await page.fill('input[name=name]', 'Emily Tremblay');
  await page.fill('input[name=nameLatin]', 'Emily Tremblay');
  await page.fill('input[name=birthDate]', '1968-05-17');
  await act(page, 'next');
  await page.waitForSelector('[data-step=where]');
  await page.fill('input[name=place]', 'Toronto');
  await page.selectOption('select[name=country]', 'CA');
  await page.selectOption('select[name=zone]', 'America/Toronto');
  await page.fill('input[name=phone]', '+1 416 555 0139');
  await page.fill('input[name=email]', 'emily@demo.example');
  await shoot('register-where');
  await act(page, 'next');
  await page.waitForSelector('[data-step=treatment]');
  await page.fill('input[name=title]', walk.language === 'ja' ? '肝臓の陽子線治療' : 'Proton therapy of the liver');
  await page.locator('input[name=team]').first().check();
  await shoot('register-treatment');
  await act(page, 'save');
  await screen(page, 'register-duplicate');
  await shoot('register-duplicate');
  await page.evaluate(() => sessionStorage.clear());

  await openFirstCase(walk, page);
  const move = page.locator('[data-action=move]').first();
  const when = await page.locator('[data-visit]').first().getAttribute('data-visit');
  await act(page, 'schedule');
  await act(page, 'book');
  await screen(page, 'book');
  await page.waitForSelector('[data-free], [data-conflicts]');
  await walk.shoot({ name: 'book', path: paths.book, page });
  await page.locator('select[name=kind]').selectOption('conference');
  await page.locator('input[name=withPatient]').uncheck();
  await page.waitForSelector('[data-seats]');
  await page.waitForSelector('[data-free], [data-conflicts]');
  await walk.shoot({ name: 'book-conference', path: paths.book, page });
  await openFirstCase(walk, page);
  if (when && (await move.count()) > 0) {
    await move.click();
    await screen(page, 'book');
    await page.waitForSelector('[data-free], [data-conflicts]');
    await walk.shoot({ name: 'book-move', path: paths.book, page });
  }
  await page.close();
}

export async function walkInterpreter(walk: Walk): Promise<void> {
  const page = await walk.open('mori');
  await screen(page, 'jobs');
  await walk.shoot({ name: 'jobs', path: paths.start, page });
  await page.close();
}
