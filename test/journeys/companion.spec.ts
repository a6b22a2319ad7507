import type { Browser, BrowserContext } from 'playwright-core';
import { openChromium } from '../support/browser';
import { eventually, giveVoices, streamsOf } from '../support/ears';
import { Standalone } from '../support/standalone';
import { lookAt } from '../screens/look';
import { Person } from './person';
import { inviteGuests, openVisitOf } from './world';

interface CaptureWindow {
  okaeriCaptured: MediaStreamTrack[];
}

/** Remembers what a page captures, so that it can be seen whether a microphone is open. */
async function watchCapture(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const self = window as unknown as CaptureWindow;
    self.okaeriCaptured = [];
    const devices = navigator.mediaDevices;
    if (!devices) return;
    const capture = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      const stream = await capture(wanted);
      self.okaeriCaptured.push(...stream.getAudioTracks());
      return stream;
    };
  });
}
const openMicrophones = (person: Person) =>
  person.page.evaluate(
    () => (window as unknown as CaptureWindow).okaeriCaptured.filter(({ readyState }) => readyState === 'live').length,
  );

/** Who came along with the patient sits in the same room with a device of her own: one of the two has the sound. */
describe('a companion beside the patient', () => {
  let standalone: Standalone;
  let browser: Browser;
  let context: BrowserContext;
  let visitId: string;
  let emily: Person;
  let linh: Person;
  let sato: Person;

  beforeAll(async () => {
    standalone = await Standalone.start();
    visitId = await openVisitOf(standalone, 'emily');
    await inviteGuests(standalone, visitId, ['linh']);
    browser = await openChromium();
    context = await browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width: 1280, height: 800 },
    });
    await giveVoices(context);
    await watchCapture(context);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  const atDoor = async (name: string) => {
    const person = await Person.arriveHome(context, standalone.origin, name);
    await person.page.locator('main h1').first().waitFor();
    await person.goToVisit(standalone.origin, visitId);
    await person.screen('door');
    await person.page.locator('[data-media="open"]').first().waitFor();
    return person;
  };
  const choice = () => linh.page.locator('[data-action="sit-beside"]');

  it('is asked at the door whether she sits there, once the patient is', async () => {
    linh = await atDoor('linh');
    expect(await choice().count()).toBe(0);
    emily = await (await atDoor('emily')).ready();
    await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    await emily.phase('waiting');
    await choice().check();
    await eventually(
      'all is as high as a thumb and none is cut',
      () => lookAt(linh.page),
      (found) => found.length === 0,
    );
    await eventually(
      'her microphone is given back',
      () => openMicrophones(linh),
      (open) => open === 0,
    );
  });

  it('sees everybody, and neither sends nor plays a sound', async () => {
    await linh.press('ready');
    await linh.phase('waiting');
    sato = await (await atDoor('sato')).ready();
    await sato.screen('call');
    await sato.admitEverybody(2);
    await Promise.all([emily, linh, sato].map((person) => person.phase('joined')));
    await Promise.all([emily.turnSpeakerOn(), sato.turnSpeakerOn()]);
    await Promise.all([emily.hears('sato'), sato.hears('emily'), linh.sees(2), sato.sees(2)]);
    await linh.hears();
    const { audioBytesSent, audioBytesReceived } = await streamsOf(linh.page);
    expect([audioBytesSent, audioBytesReceived, await openMicrophones(linh)]).toEqual([0, 0, 0]);
    await linh.page.locator('[data-standing="beside"]').waitFor();
    await sato.page.locator('[data-beside]').waitFor();
    for (const action of ['microphone', 'speaker', 'speaker-on']) {
      expect([action, await linh.page.locator(`[data-action="${action}"]:visible`).count()]).toEqual([action, 0]);
    }
  });

  it('is told when that device has left, and hears by her own until it is back', async () => {
    await emily.press('leave');
    await emily.screen('left');
    await linh.page.locator('[data-standing="besideGone"]').waitFor();
    await eventually(
      'sound comes to her',
      () => streamsOf(linh.page),
      ({ audioBytesReceived }) => audioBytesReceived > 0,
    );
    await emily.press('come-back');
    await emily.phase('joined');
    await linh.page.locator('[data-standing="beside"]').waitFor();
    await linh.hears();
  });

  it('takes up her own sound without waiting again', async () => {
    await linh.press('sit-alone');
    await linh.phase('joined');
    await linh.page.locator('[data-action="microphone"]').waitFor();
    await linh.turnSpeakerOn();
    await emily.turnSpeakerOn();
    await Promise.all([linh.hears('emily', 'sato'), sato.hears('emily', 'linh'), emily.hears('linh', 'sato')]);
    await sato.page.locator('[data-beside]').waitFor({ state: 'detached' });
  });
});
