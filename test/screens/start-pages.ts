import type { HomePage } from '@okaeri/contracts';
import { paths } from '../../apps/web/src/app/paths';
import type { Walk } from './walk';

/** Everything before a visit: the stage, each one's first page, and the pages nobody wants to see. */
export async function walkStartPages(walk: Walk): Promise<void> {
  const stage = await walk.open(null);
  await walk.shoot({ name: 'stage', path: paths.start, page: stage });
  await stage.close();

  const home = await walk.open('emily');
  await walk.shoot({ name: 'home', path: paths.start, page: home });
  const menu = () => home.locator('header [aria-expanded]').last();
  await walk.shoot({
    name: 'menu',
    path: paths.start,
    page: home,
    window: true,
    settle: async () => {
      if ((await menu().getAttribute('aria-expanded')) !== 'true') await menu().click();
    },
  });
  await home.reload();
  await home.waitForSelector('h1');

  // The seed keeps a visit ahead of everyone, so an empty home is made from the server's own answer.
  const full = await home.evaluate(async () => (await (await fetch('/api/pages/home')).json()) as HomePage);
  const tasks = full.tasks.filter(({ task }) => task.startsWith('read_'));
  await home.route('**/api/pages/home', (route) => route.fulfill({ json: { ...full, tasks, next: null, later: [] } }));
  await home.reload();
  await home.waitForSelector('h1');
  await walk.shoot({ name: 'home-empty', path: paths.start, page: home });
  await home.unrouteAll();

  await home.goto(walk.at('emily', '/nowhere'));
  await home.waitForSelector('h1');
  await walk.shoot({ name: 'not-found', path: paths.anything, page: home });

  await home.goto(walk.at('emily'));
  await home.waitForSelector('article');
  await home.route('**/api/**', (route) => route.abort());
  await home.evaluate(() => window.dispatchEvent(new Event('offline')));
  await walk.shoot({ name: 'unreachable', path: paths.start, page: home });
  await home.unrouteAll();
  await home.reload();

  await home.evaluate(() => fetch('/api/session/sign-out', { method: 'POST' }));
  await home.evaluate(() => sessionStorage.setItem('okaeri.signed-out', '1'));
  await home.reload();
  await home.waitForSelector('h1');
  await walk.shoot({ name: 'signed-out', path: paths.start, page: home });
  await home.close();

  const today = await walk.open('tanaka', paths.today);
  await walk.shoot({ name: 'today', path: paths.today, page: today });
  await today.locator('ol button').first().click();
  await today.waitForSelector('dialog[open]');
  await walk.shoot({ name: 'today-cancel', path: paths.today, page: today, window: true });
  await today.close();
}

/** On a local network: the code before the stage, and the stage where a device is one person. */
export async function walkCode(walk: Walk, code: string): Promise<void> {
  const page = await walk.open(null);
  await page.waitForSelector('form');
  await walk.shoot({ name: 'lan-code', path: paths.start, page });
  await page.locator('input').fill(code);
  await page.locator('form button').click();
  await page.waitForSelector('ol');
  await walk.shoot({ name: 'lan-stage', path: paths.start, page });
  await page.close();
}
