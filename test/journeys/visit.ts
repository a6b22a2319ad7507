import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openChromium } from '../support/browser';
import { eventually, giveVoices, streamsOf } from '../support/ears';
import { Person } from './person';

/** The product in one story, told twice: on the standalone process and on the split topology. */
export function tellTheVisit(where: { name: string; origin: () => string }): void {
  describe(`a visit from the stage to its end, on ${where.name}`, () => {
    let browser: Browser;
    let context: BrowserContext;
    let stage: Page;
    let emily: Person;
    let sato: Person;
    let mori: Person;

    beforeAll(async () => {
      browser = await openChromium();
      // One profile for everybody: host names keep the cookies of the people apart.
      context = await browser.newContext({
        permissions: ['camera', 'microphone'],
        viewport: { width: 1440, height: 900 },
      });
      await giveVoices(context);
      stage = await context.newPage();
      await stage.goto(where.origin());
    });

    afterAll(async () => {
      await browser?.close();
    });

    it('opens on a stage with a card for the patient, the physician and the interpreter', async () => {
      for (const name of ['emily', 'sato', 'mori']) {
        await stage.locator(`a[href*="//${name}."]`).first().waitFor();
      }
    });

    it('lets the patient check her device, say where she is, and wait', async () => {
      emily = await Person.fromStage(context, stage, 'emily');
      await emily.openVisit();
      await emily.ready();
      await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
      await emily.screen('wait');
      await emily.phase('waiting');
    });

    it('tells the physician who waits, in his language, in the title of his window too', async () => {
      sato = await Person.fromStage(context, stage, 'sato');
      await eventually(
        'the title names the patient',
        () => sato.page.title(),
        (title) => /エミリー/.test(title),
      );
    });

    it('lets him admit her, and each sees and hears the other and nobody else', async () => {
      await sato.openVisit();
      await sato.ready();
      await sato.screen('call');
      await sato.admit();
      await emily.phase('joined');
      await sato.turnSpeakerOn();
      await emily.turnSpeakerOn();
      await Promise.all([emily.hears('sato'), sato.hears('emily'), emily.sees(1), sato.sees(1)]);
    });

    it('shows him where she is, the local emergency number, and her number', async () => {
      await sato.press('people');
      const sheet = sato.page.getByRole('dialog');
      await sheet.getByText('12 Maple Street, Toronto').waitFor();
      await sheet.getByText('911').first().waitFor();
      await sheet.getByText('+1 416 555 0139').first().waitFor();
      await sato.page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'hidden' });
    });

    it('takes the interpreter in, and each of the three hears the two others', async () => {
      mori = await Person.fromStage(context, stage, 'mori');
      await mori.openVisit();
      await mori.ready();
      await mori.screen('wait');
      await sato.admit();
      await mori.phase('joined');
      await mori.turnSpeakerOn();
      await Promise.all([emily.hears('mori', 'sato'), sato.hears('emily', 'mori'), mori.hears('emily', 'sato')]);
      await Promise.all([emily.sees(2), sato.sees(2), mori.sees(2)]);
    });

    it('sends three layers that grow, and gives a small tile the small one', async () => {
      const first = await streamsOf(emily.page);
      await eventually(
        'three layers grow at the sender',
        () => streamsOf(emily.page),
        (now) =>
          now.layers.length === 3 &&
          now.layers.every((layer) => layer.bytes > (first.layers.find((old) => old.rid === layer.rid)?.bytes ?? 0)),
        // A browser on a busy machine leaves the largest layer out for a while and tries again by itself.
        60_000,
      );
      // Her page shows the physician large and the interpreter small: two widths, and the small one is a low layer.
      const { widths } = await eventually(
        'a large and a small picture arrive',
        () => streamsOf(emily.page),
        (now) => now.widths.length === 2 && Math.max(...now.widths) > 600 && Math.min(...now.widths) <= 360,
        60_000,
      );
      expect(Math.min(...widths)).toBeLessThan(Math.max(...widths));
    });

    it('mutes: what she switches off is neither heard nor seen, and comes back', async () => {
      await emily.press('microphone');
      await Promise.all([sato.hears('mori'), mori.hears('sato')]);
      await emily.press('microphone');
      await Promise.all([sato.hears('emily', 'mori'), mori.hears('emily', 'sato')]);
    });

    it('lets the patient leave and come back to her place without waiting again', async () => {
      await emily.press('leave');
      await emily.screen('left');
      await sato.hears('mori');
      await emily.press('come-back');
      await emily.phase('joined');
      await emily.turnSpeakerOn();
      await Promise.all([emily.hears('mori', 'sato'), sato.hears('emily', 'mori')]);
    });

    it('ends for everybody when the physician ends it', async () => {
      await sato.press('end');
      await sato.press('confirm');
      await Promise.all([emily.screen('ended'), sato.screen('ended'), mori.screen('ended')]);
      await eventually(
        'nobody sends a picture',
        () => Promise.all([emily, sato, mori].map((person) => streamsOf(person.page))),
        (all) => all.every(({ layers }) => layers.length === 0),
      );
    });

    it('ticks every step of the tour by itself', async () => {
      await eventually(
        'all steps are ticked',
        () => stage.locator('ol > li').evaluateAll((steps) => steps.map((step) => step.hasAttribute('data-done'))),
        (done) => done.length === 6 && done.every(Boolean),
      );
    });
  });
}
