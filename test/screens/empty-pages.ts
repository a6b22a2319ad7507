import { paths } from '../../apps/web/src/app/paths';
import { inviteByCommand } from '../journeys/people';
import { act, screen, type Walk } from './walk';

/** An installation on its first day: nobody, the first administrator, her hospital, and a board without patients. */
export async function walkEmpty(walk: Walk, databaseUrl: string): Promise<void> {
  const page = await walk.open(null);
  await screen(page, 'sign-in-empty');
  await walk.shoot({ name: 'sign-in-empty', path: paths.start, page });

  const origin = walk.base.origin;
  const address = 'tanabe@hospital.example';
  const link = await inviteByCommand(databaseUrl, origin, [address, '--language', walk.language]);
  await page.reload();
  await screen(page, 'sign-in');
  await walk.shoot({ name: 'sign-in', path: paths.start, page });
  await page.fill('input[name=email]', 'emily@home.example');
  await act(page, 'ask-link');
  await screen(page, 'sign-in-sent');
  await walk.shoot({ name: 'sign-in-sent', path: paths.start, page });

  await page.goto(link);
  await screen(page, 'link');
  await walk.shoot({ name: 'link-invitation', path: paths.link, page });
  await act(page, 'redeem');
  await screen(page, 'welcome');
  await page.fill('input[name=name]', '田辺 恵');
  await page.fill('input[name=nameLatin]', 'Tanabe Megumi');
  await walk.shoot({ name: 'welcome-new', path: paths.welcome, page });
  await act(page, 'save');
  await screen(page, 'set-up');
  await walk.shoot({ name: 'set-up', path: paths.start, page });
  await page.fill('input[name=name]', walk.language === 'ja' ? '大阪ベイ病院' : 'Osaka Bay Hospital');
  await page.fill('input[name=city]', walk.language === 'ja' ? '大阪' : 'Osaka');
  await page.selectOption('select[name=country]', 'JP');
  await page.fill('input[name=phone]', '+81 6-0000-0100');
  await act(page, 'save-institution');
  await screen(page, 'people');
  await walk.shoot({ name: 'people-empty', path: paths.people, page });
  await act(page, 'open-invite');
  await screen(page, 'invite');
  await page.selectOption('select[name=role]', 'interpreter');
  await act(page, 'invite');
  await page.waitForSelector('[aria-invalid=true]');
  await walk.shoot({ name: 'invite', path: paths.people, page });
  await page.goto(new URL(paths.board, origin).href);
  await screen(page, 'board');
  await walk.shoot({ name: 'board-empty', path: paths.board, page });
  await page.close();
}
