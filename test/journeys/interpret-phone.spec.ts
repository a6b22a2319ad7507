import type { Browser } from 'playwright-core';
import { openChromium } from '../support/browser';
import { troubleDevices } from '../support/devices';
import { eventually, giveVoices } from '../support/ears';
import { Standalone } from '../support/standalone';
import { Listener } from './interpreters';
import { openVisitOf } from './world';

const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };

/** The same legs of the call by thumb: everything within 360 pixels, nothing beside them. */
describe('interpretation on a phone', () => {
  let standalone: Standalone;
  let browser: Browser;
  let emily: Listener;
  let sato: Listener;
  let mori: Listener;

  beforeAll(async () => {
    standalone = await Standalone.start();
    const visitId = await openVisitOf(standalone, 'emily');
    browser = await openChromium();
    const enter = async (name: string, viewport: typeof phone) => {
      const context = await browser.newContext({
        permissions: ['camera', 'microphone'],
        viewport,
        hasTouch: viewport === phone,
      });
      await giveVoices(context);
      // Sound only: this is about voices and thumbs.
      await troubleDevices(context, { [name]: { trouble: 'missing', what: 'camera' } });
      const one = await Listener.arriveHome(context, standalone.origin, name);
      await one.page.locator('h1').first().waitFor();
      await one.goToVisit(standalone.origin, visitId);
      await one.screen('door');
      await one.page.locator('[data-way="soundOnly"]').click();
      await one.ready();
      return one;
    };
    emily = await enter('emily', phone);
    await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    await emily.phase('waiting');
    mori = await enter('mori', phone);
    await mori.phase('waiting');
    sato = await enter('sato', desk);
    await sato.phase('joined');
    await sato.admitEverybody(2);
    for (const one of [emily, mori, sato]) await one.phase('joined');
    for (const one of [emily, mori, sato]) await one.turnSpeakerOn();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  /** Where a control lies that is not wholly in sight, so that no thumb reaches it without scrolling. */
  const outOfSight = (one: Listener, selector: string) =>
    one.page
      .locator(`${selector}:visible`)
      .first()
      .evaluate((element) => {
        const { top, left, right, bottom } = element.getBoundingClientRect();
        const inSight = top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight;
        return inSight ? null : { top, left, right, bottom };
      });

  it('keeps the language that is heard in sight', async () => {
    await emily.hears('mori', 'sato');
    const chip = emily.page.locator('button[data-action="language"]:visible');
    expect(await chip.innerText()).toContain('English');
    expect(await outOfSight(emily, '[data-action="language"]')).toBeNull();
  });

  it('gives the interpreter both directions under her thumb', async () => {
    for (const action of ['interpret-ja', 'interpret-en', 'microphone', 'leave']) {
      expect([action, await outOfSight(mori, `[data-action="${action}"]`)]).toEqual([action, null]);
    }
    await mori.choose('mode-simultaneous');
    await mori.press('interpret-en');
    await emily.hearsUnder({ mori: 'full', sato: 'ducked' });
    await sato.hears('emily');
    await mori.press('interpret-ja');
    await sato.hearsUnder({ mori: 'full', emily: 'ducked' });
    await emily.hears('sato');
  });

  it('lets the patient choose the room as it is, and her own language again', async () => {
    await mori.press('interpret-en');
    await emily.hearsUnder({ mori: 'full', sato: 'ducked' });
    await emily.choose('hear-floor');
    await emily.hears('sato');
    await eventually(
      'the chip says so',
      () => emily.page.locator('button[data-action="language"]:visible').innerText(),
      (words) => !words.includes('English'),
    );
    await emily.choose('hear-en');
    await emily.hearsUnder({ mori: 'full', sato: 'ducked' });
  });

  it('writes down what is said where no face is', async () => {
    const line = 'Please do not bend your knee further than ninety degrees until we meet again in March.';
    await mori.press('more');
    await mori.press('captions');
    await mori.page.locator('[data-field="caption-language"]').selectOption('en');
    await mori.page.locator('[data-field="caption"]').fill(line);
    await mori.press('caption-send');
    const written = emily.page.locator('[data-caption]');
    await written.getByText(line).waitFor();
    const over = await written.evaluate((caption) => {
      const box = caption.getBoundingClientRect();
      const lies = ({ left, right, top, bottom }: DOMRect) =>
        left < box.right && right > box.left && top < box.bottom && bottom > box.top;
      const small = [...document.querySelectorAll('figure[data-small]')];
      return [small.length, small.filter((figure) => lies(figure.getBoundingClientRect())).length];
    });
    expect(over).toEqual([2, 0]);

    // The phone is laid on its side, and back: what she wrote last and what she writes now are still there.
    const field = mori.page.locator('[data-field="caption"]');
    await field.fill('Until then');
    for (const [size, place] of [
      [{ width: 932, height: 430 }, 'section'],
      [phone, 'dialog'],
    ] as const) {
      await mori.page.setViewportSize(size);
      const panel = mori.page.locator(`${place} [data-screen="captions"]`);
      await panel.getByText(line).waitFor();
      expect(await field.inputValue()).toBe('Until then');
      expect(await mori.page.locator('[data-field="caption-language"]').inputValue()).toBe('en');
    }
    await mori.page.keyboard.press('Escape');
  });

  it('has nothing beside the screen', async () => {
    for (const one of [emily, mori]) {
      expect(await one.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    }
  });
});
