import type { Browser, BrowserContext } from 'playwright-core';
import { openChromium } from '../support/browser';
import { troubleDevices } from '../support/devices';
import { eventually, giveVoices } from '../support/ears';
import { Standalone } from '../support/standalone';
import { Listener, seatInterpreter, seatsOf } from './interpreters';
import { inviteGuests, openVisitOf } from './world';

/**
 * Three languages and three interpreters: Emily (English), Linh (Vietnamese) and Dr Sato (Japanese); Mori and Chen between
 * English and Japanese, Hoa between Vietnamese and English. Everybody speaks a tone of her own.
 */
const everyone = ['emily', 'linh', 'sato', 'mori', 'chen', 'hoa'];

describe('interpretation as a leg of the call', () => {
  let standalone: Standalone;
  let browser: Browser;
  let context: BrowserContext;
  const people = new Map<string, Listener>();
  let seats: ReadonlyMap<string, string>;
  /** Whose packets come to whom, and not one of anybody else: what is not played is not sent. */
  const forwarded = (whose: Record<string, readonly string[]>) =>
    Promise.all(Object.entries(whose).map(([name, voices]) => person(name).gets(seats, voices)));
  const person = (name: string) => people.get(name) as Listener;
  const emily = () => person('emily');
  const sato = () => person('sato');
  const linh = () => person('linh');
  const mori = () => person('mori');
  const chen = () => person('chen');
  const hoa = () => person('hoa');

  beforeAll(async () => {
    standalone = await Standalone.start();
    const visitId = await openVisitOf(standalone, 'emily');
    await inviteGuests(standalone, visitId, ['linh']);
    await seatInterpreter(standalone, visitId, 'chen', ['en', 'ja']);
    await seatInterpreter(standalone, visitId, 'hoa', ['vi', 'en']);
    seats = await seatsOf(standalone, visitId);
    browser = await openChromium();
    context = await browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width: 1440, height: 900 },
    });
    await giveVoices(context);
    // Sound only: this is about voices, and six pictures would take the processor from them.
    await troubleDevices(
      context,
      Object.fromEntries(everyone.map((name) => [name, { trouble: 'missing', what: 'camera' }])),
    );
    for (const name of everyone) {
      const one = await Listener.arriveHome(context, standalone.origin, name);
      await one.page.locator('h1').first().waitFor();
      await one.goToVisit(standalone.origin, visitId);
      await one.screen('door');
      await one.page.locator('[data-way="soundOnly"]').click();
      people.set(name, one);
    }
    for (const name of everyone.filter((each) => each !== 'sato')) await person(name).ready();
    await emily().sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    for (const name of everyone.filter((each) => each !== 'sato')) await person(name).phase('waiting');
    await sato().ready();
    await sato().phase('joined');
    await sato().admitEverybody(5);
    await Promise.all(everyone.map((name) => person(name).phase('joined')));
    await Promise.all(everyone.map((name) => person(name).turnSpeakerOn()));
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  it('begins with one floor: everybody hears everybody', async () => {
    for (const name of everyone) await person(name).hears(...everyone.filter((other) => other !== name));
  });

  it('lets an interpreter interpret one after the other: nobody is under anybody', async () => {
    await mori().press('interpret-ja');
    await sato().hearsUnder({ emily: 'full', linh: 'full', mori: 'full', chen: 'full', hoa: 'full' });
    await eventually(
      'everybody is told',
      () => sato().toldHeardBy('ja'),
      (by) => by === 5,
    );
  });

  it('puts the floor under the interpreter for whom it is interpreted, and for nobody else', async () => {
    await mori().choose('mode-simultaneous');
    await sato().hearsUnder({ mori: 'full', emily: 'ducked', linh: 'full' });
    // Her own language is spoken: untouched, and without the interpreter.
    await emily().hearsUnder({ sato: 'full', linh: 'full' });
    await linh().hearsUnder({ sato: 'full', emily: 'full' });
    await eventually(
      'one is told to hear her',
      () => emily().toldHeardBy('ja'),
      (by) => by === 1,
    );
  });

  it('gives the interpreter what is to be interpreted, and her partner to follow her quietly', async () => {
    await mori().hears('emily', 'sato');
    await chen().hearsUnder({ emily: 'full', sato: 'full', mori: 'partner' });
    await hoa().hears('emily', 'linh');
    await forwarded({
      sato: ['emily', 'linh', 'mori'],
      emily: ['linh', 'sato'],
      linh: ['emily', 'sato'],
      mori: ['emily', 'sato'],
      chen: ['emily', 'mori', 'sato'],
      hoa: ['emily', 'linh'],
    });
  });

  it('passes a third language on through a second interpreter', async () => {
    await hoa().press('interpret-en');
    await emily().hearsUnder({ hoa: 'full', linh: 'ducked', sato: 'full' });
    await mori().press('relay-en');
    await mori().hears('emily', 'hoa', 'sato');
    await sato().hearsUnder({ mori: 'full', emily: 'ducked', linh: 'ducked' });
    await forwarded({
      emily: ['hoa', 'linh', 'sato'],
      linh: ['emily', 'sato'],
      mori: ['emily', 'hoa', 'sato'],
      sato: ['emily', 'linh', 'mori'],
      hoa: ['emily', 'linh'],
      chen: ['emily', 'mori', 'sato'],
    });
  });

  it('changes the direction by the space bar, and the duck changes sides', async () => {
    await hoa().page.locator('[data-action="interpret-en"]:visible').focus();
    await hoa().page.keyboard.press('Space');
    await linh().hearsUnder({ hoa: 'full', emily: 'ducked', sato: 'full' });
    await emily().hears('linh', 'sato');
    await forwarded({ emily: ['linh', 'sato'], linh: ['emily', 'hoa', 'sato'] });
    await hoa().page.keyboard.press('Space');
    await emily().hearsUnder({ hoa: 'full', linh: 'ducked', sato: 'full' });
  });

  it('hands over: the partner’s voice takes the place of hers, with the relay', async () => {
    await mori().page.locator('[data-action="hand-over"]:visible').first().click();
    await chen().press('take-over');
    await sato().hearsUnder({ chen: 'full', emily: 'ducked', linh: 'ducked' });
    await chen().hears('emily', 'hoa', 'sato');
    // She stands by now, and keeps her relay.
    await mori().hearsUnder({ emily: 'full', sato: 'full', hoa: 'full', chen: 'partner' });
    await forwarded({ sato: ['chen', 'emily', 'linh'], mori: ['chen', 'emily', 'hoa', 'sato'] });
  });

  it('lifts the floor while the interpreter is muted, and says that she is not heard', async () => {
    await chen().press('microphone');
    await sato().hearsUnder({ emily: 'full', linh: 'full' });
    await sato().page.locator('li[data-interprets="ja"] [data-unheard="muted"]').waitFor();
    await chen().press('microphone');
    await sato().hearsUnder({ chen: 'full', emily: 'ducked', linh: 'ducked' });
  });

  it('lets a listener choose: another language, the room as it is, and her own again', async () => {
    await emily().choose('hear-ja');
    await emily().hearsUnder({ chen: 'full', linh: 'ducked', sato: 'full' });
    await sato().choose('hear-floor');
    await sato().hearsUnder({ emily: 'full', linh: 'full' });
    await forwarded({ sato: ['emily', 'linh'], emily: ['chen', 'linh', 'sato'] });
    await sato().choose('hear-ja');
    await emily().choose('hear-en');
    await sato().hearsUnder({ chen: 'full', emily: 'ducked', linh: 'ducked' });
    await emily().hearsUnder({ hoa: 'full', linh: 'ducked', sato: 'full' });
  });

  it('shows what an interpreter writes down to those who listen to that language, and to nobody else', async () => {
    await hoa().press('captions');
    const written = ['The knee is better since Monday.', 'She walks without a stick.', 'Only stairs still hurt.'];
    await hoa().page.locator('[data-field="caption-language"]').selectOption('en');
    for (const words of written) {
      await hoa().page.locator('[data-field="caption"]').fill(words);
      await hoa().page.keyboard.press('Enter');
      await emily().page.locator('[data-caption]').getByText(words).waitFor();
    }
    const shown = (one: Listener) => one.page.locator('[data-caption] bdi').allInnerTexts();
    expect(await shown(emily())).toEqual(written.slice(-2));
    expect(await emily().page.locator('[role="log"][aria-live="polite"] [data-caption="en"]').count()).toBe(2);
    expect([await shown(sato()), await shown(linh())]).toEqual([[], []]);
    await hoa().press('captions');
  });

  it('gives the floor back when the interpreter leaves, and her partner may take over', async () => {
    await chen().press('leave');
    await chen().screen('left');
    await sato().hearsUnder({ emily: 'full', linh: 'full' });
    await mori().press('interpret-ja');
    await sato().hearsUnder({ mori: 'full', emily: 'ducked', linh: 'ducked' });
  });

  it('goes back to one floor', async () => {
    await sato().choose('mode-consecutive');
    await sato().hears('emily', 'hoa', 'linh', 'mori');
    await emily().hears('hoa', 'linh', 'mori', 'sato');
  });
});
