import type { VisitPage } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import type { Page } from 'playwright-core';
import { paths } from '../../apps/web/src/app/paths';
import { act, arrive, patience, screen, seesOthers, type Walk } from './walk';

/** One visit from the device check to afterwards, seen by those who take part. */
export async function walkVisit(walk: Walk): Promise<void> {
  const shoot = (name: string, page: Page, window = false) => walk.shoot({ name, path: paths.visit, page, window });
  const emily = await walk.visitOf('emily');
  await emily.waitForSelector('[data-media=open]');
  await shoot('visit-door', emily);
  await act(emily, 'ready');
  await screen(emily, 'arrival');
  await shoot('visit-arrival', emily);
  await arrive(emily);
  await screen(emily, 'wait');
  await emily.waitForSelector('[data-phase=waiting]');
  await shoot('visit-wait', emily);

  const day = await walk.open('sato');
  await day.waitForSelector('[data-waiting], h1');
  await walk.shoot({ name: 'today-waiting', path: paths.start, page: day });
  await day.close();
  const stage = await walk.open(null);
  await walk.shoot({ name: 'stage-waiting', path: paths.start, page: stage });
  await stage.close();

  const sato = await walk.visitOf('sato');
  await sato.waitForSelector('[data-media=open]');
  await act(sato, 'ready');
  await screen(sato, 'call');
  await sato.waitForSelector('[data-action=admit]');
  await shoot('call-admit', sato, true);
  await act(sato, 'admit');
  await screen(emily, 'call');

  const mori = await walk.visitOf('mori');
  await mori.waitForSelector('[data-media=open]');
  await act(mori, 'ready');
  await screen(mori, 'wait');
  await sato.waitForSelector('[data-action=admit]');
  await shoot('call-one-waits', sato, true);
  await act(sato, 'admit');
  await screen(mori, 'call');
  for (const page of [emily, sato, mori]) await seesOthers(page, 3);
  await shoot('call-patient', emily, true);
  await shoot('call-physician', sato, true);
  await shoot('call-interpreter', mori, true);
  await act(sato, 'files');
  await screen(sato, 'files-panel');
  await shoot('call-files', sato, true);
  await sato.setViewportSize({ width: 1440, height: 900 });
  await act(sato, 'chat');
  await screen(sato, 'chat');
  await act(sato, 'record-open');
  await sato.waitForSelector('[data-message-at=idle]');
  await shoot('call-message', sato, true);
  await sato.setViewportSize({ width: 1440, height: 900 });
  await act(sato, 'record');
  await sato.getByRole('timer').filter({ hasText: '0:02' }).waitFor();
  await act(sato, 'record-stop');
  await sato.waitForSelector('[data-message-at=review]');
  await shoot('call-message-review', sato, true);
  await sato.setViewportSize({ width: 1440, height: 900 });
  await act(sato, 'record-send');
  await sato.waitForSelector('[data-kind=recording] audio');
  await act(sato, 'record-done');
  await shoot('call-message-heard', sato, true);
  await sato.setViewportSize({ width: 1440, height: 900 });
  await act(sato, 'chat');
  await act(sato, 'devices');
  await sato.waitForSelector('[data-action=noise]');
  await shoot('call-devices', sato, true);
  await sato.keyboard.press('Escape');
  await sato.setViewportSize({ width: 1440, height: 900 });
  await sato.setViewportSize({ width: 1440, height: 900 });
  await act(sato, 'note');
  await screen(sato, 'note-panel');
  await shoot('call-note', sato, true);
  await sato.setViewportSize({ width: 1440, height: 900 });
  await act(sato, 'note');

  const again = await walk.visitOf('emily');
  await act(again, 'ready');
  await screen(again, 'call');
  await screen(emily, 'superseded');
  await shoot('visit-superseded', emily);
  await emily.close();

  await act(mori, 'leave');
  await screen(mori, 'left');
  await shoot('visit-left', mori);
  await mori.close();

  await act(sato, 'end');
  await act(sato, 'confirm');
  await screen(again, 'ended');
  await shoot('visit-ended-patient', again);
  await screen(sato, 'ended');
  await shoot('visit-ended-physician', sato);
  await again.close();
  await sato.close();
}

/** The coordinator changes a visit while the patient waits for it. */
async function changed(walk: Walk, how: 'move' | 'cancel', shown: string): Promise<void> {
  const visitId = await walk.visitId();
  const emily = await walk.visitOf('emily');
  await emily.waitForSelector('[data-media=open]');
  await act(emily, 'ready');
  await screen(emily, 'arrival');
  await arrive(emily);
  await emily.waitForSelector('[data-phase=waiting]');
  const page = await emily.evaluate(
    async (path) => (await (await fetch(path)).json()) as VisitPage,
    `/api/pages/visits/${visitId}`,
  );
  const inThreeDays = now().add({ hours: 72 }).toString().slice(0, 10);
  const wall = { date: inThreeDays, time: '03:40', zone: 'Asia/Tokyo' };
  const tanaka = await walk.open('tanaka');
  const refusal = await tanaka.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return answer.ok ? null : answer.text();
    },
    [
      `/api/visits/${visitId}/${how}`,
      {
        reason: 'Dr Sato is in an operation.',
        version: page.card.version,
        ...(how === 'move' ? wall : {}),
      },
    ] as const,
  );
  if (refusal) throw new Error(`To ${how} the visit was refused: ${refusal}`);
  await screen(emily, shown);
  await walk.shoot({ name: `visit-${shown}`, path: paths.visit, page: emily });
  await tanaka.close();
  await emily.close();
}

export const walkMoved = (walk: Walk) => changed(walk, 'move', 'moved');
export const walkCancelled = (walk: Walk) => changed(walk, 'cancel', 'cancelled');

/** Ten seconds alone with one's own sound and picture. */
export async function walkCheck(walk: Walk): Promise<void> {
  const page = await walk.open('emily', paths.check);
  await page.waitForSelector('[data-action=check]:not([disabled])');
  await walk.shoot({ name: 'check', path: paths.check, page });
  await act(page, 'check');
  await page.waitForSelector('[data-check=done], [data-check=failed]', { timeout: patience });
  await walk.shoot({ name: 'check-done', path: paths.check, page });
  await page.close();
}

/** The browser was told to say no to every camera. */
export async function walkRefused(walk: Walk): Promise<void> {
  const page = await walk.visitOf('emily');
  const start = page.locator('figure button').first();
  if (await start.isVisible().catch(() => false)) await start.click();
  await page.waitForSelector('[data-problem]');
  await walk.shoot({ name: 'visit-camera-refused', path: paths.visit, page });
  await page.close();
}
