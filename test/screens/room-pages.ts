import type { Page } from 'playwright-core';
import { paths } from '../../apps/web/src/app/paths';
import { inviteGuests } from '../journeys/world';
import { ctZip } from '../support/dicom-files';
import { pdf } from '../support/sample-files';
import { sampleRecord } from '../support/sample-record';
import type { Standalone } from '../support/standalone';
import { act, arrive, patience, screen, seesOthers, type Walk } from './walk';

const desk = { width: 1440, height: 900 };

/** A slide instead of Chromium's test pattern: what is shown is looked at. */
async function giveScreen(page: Page): Promise<void> {
  await page.evaluate(() => {
    navigator.mediaDevices.getDisplayMedia = () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [1280, 720];
      const pen = canvas.getContext('2d');
      const draw = () => {
        if (!pen) return;
        pen.fillStyle = '#f7f8f8';
        pen.fillRect(0, 0, 1280, 720);
        pen.fillStyle = '#23384a';
        pen.font = '600 56px sans-serif';
        pen.fillText('Knee flexion after the operation', 90, 130);
        for (const [week, degrees] of [62, 78, 95, 108, 116, 121].entries()) {
          pen.fillStyle = '#3f8fb8';
          pen.fillRect(110 + week * 185, 620 - degrees * 3.4, 110, degrees * 3.4);
          pen.fillStyle = '#23384a';
          pen.font = '32px sans-serif';
          pen.fillText(`${degrees}°`, 135 + week * 185, 600 - degrees * 3.4);
        }
      };
      draw();
      setInterval(draw, 200);
      return Promise.resolve(canvas.captureStream(5));
    };
  });
}

/** What he reads of her in the room. */
async function bringRecord(walk: Walk): Promise<void> {
  const page = await walk.open('emily', paths.record);
  const field = page.locator('[data-field=record]');
  await field.setInputFiles({ name: 'record.json', mimeType: '', buffer: Buffer.from(sampleRecord()) });
  await page.waitForSelector('[data-import=taken]');
  await field.setInputFiles({ name: 'CT.zip', mimeType: 'application/zip', buffer: ctZip() });
  await page.waitForSelector('[data-bring=done]', { timeout: patience });
  await page.close();
}

/** What a visit of two languages has in its room: who waits and is told, who interprets, and all that is shown and written. */
export async function walkRoom(walk: Walk, world: Standalone): Promise<void> {
  const shoot = (name: string, page: Page, window = true) => walk.shoot({ name, path: paths.visit, page, window });
  await bringRecord(walk);
  const emily = await walk.visitOf('emily');
  await emily.waitForSelector('[data-media=open]');
  await act(emily, 'ready');
  await screen(emily, 'arrival');
  await arrive(emily);
  await emily.waitForSelector('[data-phase=waiting]');

  const sato = await walk.visitOf('sato');
  await sato.waitForSelector('[data-media=open]');
  await act(sato, 'ready');
  await screen(sato, 'call');
  await sato.waitForSelector('[data-action=admit]');
  await act(sato, 'people');
  await act(sato, 'late-20');
  await emily.waitForSelector('[data-expected]', { timeout: patience });
  await shoot('visit-wait-late', emily, false);
  await shoot('call-waiting', sato);
  await sato.keyboard.press('Escape');
  await sato.setViewportSize(desk);
  await act(sato, 'admit');
  await screen(emily, 'call');

  const mori = await walk.visitOf('mori');
  await mori.waitForSelector('[data-media=open]');
  await act(mori, 'ready');
  await sato.waitForSelector('[data-action=admit]');
  await act(sato, 'admit');
  await screen(mori, 'call');
  for (const page of [emily, sato, mori]) {
    await seesOthers(page, 3);
    const off = page.locator('[data-action=speaker-on]');
    if (await off.isVisible()) await off.click();
  }
  await act(mori, 'language');
  await mori.locator('dialog [data-action="mode-simultaneous"]').click();
  await mori.waitForSelector('dialog [data-action="mode-simultaneous"][data-chosen]');
  await shoot('call-language-interpreter', mori);
  await mori.keyboard.press('Escape');
  await mori.setViewportSize(desk);
  // In these pictures everybody reads one language, and that is the one she interprets into.
  const into = walk.language === 'ja' ? 'ja' : 'en';
  await act(mori, `interpret-${into}`);
  await emily.waitForSelector(`[data-interprets=${into}]`);
  await shoot('call-interpreting', mori);
  await shoot('call-interpreted', emily);
  await act(emily, 'language');
  await shoot('call-language', emily);
  await emily.keyboard.press('Escape');
  await emily.setViewportSize(desk);

  await act(mori, 'captions');
  await screen(mori, 'captions');
  const write = async (line: string) => {
    await mori.locator('[data-field="caption"]').fill(line);
    await act(mori, 'caption-send');
    await emily.locator('[data-caption]').getByText(line).last().waitFor();
  };
  const words =
    into === 'ja'
      ? ['今日は膝をどこまで曲げられますか。', 'カメラの前で見せてください。']
      : ['How far can you bend the knee today?', 'Please show me on the camera.'];
  // Each picture takes as long as a line stays.
  const settle = async () => {
    for (const line of words) await write(line);
  };
  await settle();
  await shoot('call-captions-written', mori);
  await mori.setViewportSize(desk);
  await walk.shoot({ name: 'call-captions', path: paths.visit, page: emily, window: true, settle });
  await act(mori, 'leave');
  await screen(mori, 'left');
  await mori.close();

  await act(sato, 'chat');
  await screen(sato, 'chat');
  await sato.locator('[data-field="chat"]').fill(into === 'ja' ? '次回は3月です。' : 'The next visit is in March.');
  await act(sato, 'chat-send');
  await sato.waitForSelector('[data-mine]');
  await shoot('call-chat', sato);
  await sato.setViewportSize(desk);

  await act(emily, 'open-mine');
  await emily.waitForSelector('[data-share=treating]');
  await shoot('call-mine', emily);
  await emily.setViewportSize(desk);
  await act(emily, 'open-mine');
  await act(sato, 'open-record');
  await sato.waitForSelector('[data-brief]', { timeout: patience });
  await shoot('call-record', sato);
  await sato.setViewportSize(desk);
  // A sheet of a phone is another place than the panel of a desk: it begins with the brief.
  const lookAtScan = async () => {
    if ((await sato.locator('canvas[data-painted]').count()) > 0) return;
    await sato.locator('[data-to=all]').click();
    await act(sato, 'look-series');
    await sato.waitForSelector('canvas[data-painted]', { timeout: patience });
  };
  await walk.shoot({ name: 'call-record-scan', path: paths.visit, page: sato, window: true, settle: lookAtScan });
  await sato.setViewportSize(desk);
  await act(sato, 'open-record');

  await act(sato, 'files');
  await screen(sato, 'files-panel');
  const plan = { name: 'exercises.pdf', mimeType: 'application/pdf', buffer: pdf({ pages: 3 }) };
  await sato.locator('[data-field="file"]').setInputFiles(plan);
  await sato.waitForSelector('[data-action=open-file]', { timeout: patience });
  await act(sato, 'tour');
  await screen(sato, 'tour-panel');
  await shoot('call-tour-choose', sato);
  await sato.setViewportSize(desk);
  await act(sato, 'tour-start');
  for (const page of [sato, emily]) await page.waitForSelector('canvas[data-drawn]', { timeout: patience });
  await act(sato, 'tour-zoom');
  await act(sato, 'tour');
  const view = await sato.locator('[data-shown="tour"] [role="group"]').boundingBox();
  if (view) await sato.mouse.move(view.x + view.width * 0.55, view.y + view.height * 0.5);
  await emily.waitForSelector('[data-pointer]');
  await shoot('call-tour-followed', emily);
  await shoot('call-tour-led', sato);
  await sato.setViewportSize(desk);
  await act(sato, 'tour-stop');

  await giveScreen(sato);
  await act(sato, 'tour');
  await screen(sato, 'tour-panel');
  await act(sato, 'share');
  await sato.waitForSelector('[data-shown=screen][data-own]');
  await act(sato, 'tour');
  await emily.waitForFunction(() => {
    const shown = document.querySelector<HTMLVideoElement>('[data-shown=screen] video');
    return shown !== null && shown.videoWidth >= 640;
  });
  await shoot('call-screen-seen', emily);
  await shoot('call-screen-shown', sato);
  await sato.setViewportSize(desk);
  await act(sato, 'share-stop');

  // Who came along with the patient, with a device of her own.
  await inviteGuests(world, await walk.visitId(), ['linh']);
  const linh = await walk.visitOf('linh');
  await linh.waitForSelector('[data-media=open]');
  await linh.locator('[data-action=sit-beside]').check();
  await shoot('visit-door-beside', linh, false);
  await act(linh, 'ready');
  await sato.waitForSelector('[data-action=admit]');
  await act(sato, 'admit');
  await screen(linh, 'call');
  await seesOthers(linh, 3);
  await linh.waitForSelector('[data-standing=beside]');
  await shoot('call-beside', linh);
  await linh.close();
  await act(sato, 'end');
  await act(sato, 'confirm');
  await screen(emily, 'ended');
  await emily.close();
  await sato.close();
}
