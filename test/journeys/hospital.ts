import type { Browser } from 'playwright-core';
import { now, Temporal } from '@okaeri/words/time';
import { openChromium } from '../support/browser';
import { eventually } from '../support/ears';
import { png } from '../support/sample-files';
import type { Story } from './hospital-world';
import { inviteByCommand, Reader } from './people';
import type { Place } from './place';

const toronto = 'America/Toronto';
const tokyo = 'Asia/Tokyo';

/** A wall time of the hospital, as its form takes it. */
const wallOf = (instant: Temporal.Instant) => {
  const there = instant.toZonedDateTimeISO(tokyo);
  return { date: there.toPlainDate().toString(), time: there.toPlainTime().toString({ smallestUnit: 'minute' }) };
};

/** The next minute that is far enough away for a form to be filled in before it. */
const soon = () => now().add({ seconds: 60 }).round({ smallestUnit: 'minute', roundingMode: 'ceil' });

/** What somebody reads who opens an installation that nobody is in yet. */
export function tellTheEmptiness(place: Place): void {
  it(`tells the first reader of an empty installation the command that lets her in, on ${place.name}`, async () => {
    const browser = await openChromium();
    const at = { origin: place.origin(), sink: place.sink(), locale: 'en' as const, zone: tokyo };
    const reader = await Reader.arrive(browser, at, 'reader@nobody.example');
    await reader.goTo('/');
    await reader.screen('sign-in-empty');
    await reader.reads('npm run admin -- invite');
    await browser.close();
  });
}

/** From the first administrator of a hospital to a note that the patient has read. */
export function tellTheHospital(place: Place, story: Story): void {
  describe(`a hospital from its first administrator to a signed note, in ${story.locale}, on ${place.name}`, () => {
    let browser: Browser;
    let steward: Reader;
    let coordinator: Reader;
    let physician: Reader;
    let interpreter: Reader;
    let patient: Reader;
    let casePath = '';
    let visitId = '';
    let startsAt: Temporal.Instant;

    const addressOf = (who: string) => `${who}@${story.domain}`;
    const arrive = (address: string, zone = tokyo) =>
      Reader.arrive(
        browser,
        {
          origin: place.origin(),
          sink: place.sink(),
          locale: zone === tokyo ? story.locale : story.patientLocale,
          zone,
        },
        address,
      );

    beforeAll(async () => {
      browser = await openChromium();
      steward = await arrive(addressOf('steward'));
    });
    afterAll(() => browser?.close());

    it('lets the first administrator name her hospital', async () => {
      const words = [steward.address, '--language', story.locale];
      await steward.comeInBy(await inviteByCommand(place.databaseUrl(), place.origin(), words));
      await steward.welcome('Steward', 'Steward');
      await steward.screen('set-up');
      await steward.fill('name', story.hospital.name);
      await steward.fill('city', story.hospital.city);
      await steward.choose('country', 'JP');
      await steward.fill('phone', '+81 6-0000-0100');
      await steward.press('save-institution');
      await steward.screen('people');
      await steward.reads(story.hospital.name);
    });

    it('invites a coordinator, a physician and an interpreter, who come in by their mails', async () => {
      const invite = async (role: string, address: string, [name, latin]: [string, string]) => {
        await steward.press('open-invite');
        await steward.choose('role', role);
        await steward.fill('email', address);
        await steward.fill('name', name);
        await steward.fill('nameLatin', latin);
        await steward.choose('language', story.locale);
        if (role === 'interpreter') {
          await steward.tick('spoken', 'ja');
          await steward.tick('spoken', 'en');
        }
        await steward.press('invite');
        await steward.page.locator(`[data-invitation="${address}"]`).waitFor();
        const person = await arrive(address);
        await person.openMail('invitation');
        await person.welcome(name, latin);
        return person;
      };
      coordinator = await invite('coordinator', addressOf('coordinator'), story.coordinator);
      await coordinator.screen('board');
      physician = await invite('physician', addressOf('physician'), story.physician);
      await physician.screen('today');
      interpreter = await invite('interpreter', addressOf('interpreter'), story.interpreter);
      await interpreter.screen('jobs');
      await steward.page.locator(`[data-person="${addressOf('physician')}"]`).waitFor({ timeout: 25_000 });
    });

    it('registers the first patient in three steps, and the patient comes in', async () => {
      await coordinator.goTo('/');
      await coordinator.press('register');
      await coordinator.screen('register');
      const [name, latin] = story.patient;
      await coordinator.fill('name', name);
      await coordinator.fill('nameLatin', latin);
      await coordinator.fill('birthDate', '1958-03-14');
      await coordinator.choose('language', story.patientLocale);
      await coordinator.press('next');
      await coordinator.fill('place', story.place);
      await coordinator.choose('country', 'CA');
      await coordinator.choose('zone', toronto);
      await coordinator.fill('phone', '+1 416-555-0142');
      await coordinator.fill('email', addressOf('patient'));
      await coordinator.press('next');
      await coordinator.fill('title', story.treatment);
      await coordinator.press('save');
      await coordinator.screen('case');
      casePath = new URL(coordinator.page.url()).pathname;

      patient = await arrive(addressOf('patient'), toronto);
      await patient.openMail('invitation');
      await patient.welcome(name, latin);
      await patient.screen('home');
    });

    it('books a visit with both clocks in sight, and everybody is told', async () => {
      await coordinator.goTo(casePath);
      await coordinator.press('schedule');
      await coordinator.press('book');
      await coordinator.screen('book');
      const tomorrow = wallOf(now().add({ hours: 26 }));
      await coordinator.fill('date', tomorrow.date);
      await coordinator.fill('time', '09:00');
      await coordinator.choose('zone', tokyo);
      await coordinator.page.locator('select[name="physicianId"]').selectOption({ index: 1 });
      await coordinator.page.locator('[data-free]').waitFor({ timeout: 20_000 });
      await coordinator.press('book');
      await coordinator.screen('case');
      visitId = (await coordinator.page.locator('[data-visit]').first().getAttribute('data-visit')) ?? '';
      expect(visitId).not.toBe('');
      for (const { address } of [patient, physician]) {
        const { calendar } = await place.sink().mailTo(address, 'visit_booked', { withinMs: 20_000 });
        expect(calendar).toContain('METHOD:REQUEST');
      }
    });

    it('lets the patient confirm, get ready and add a photograph', async () => {
      await patient.openMail('visit_booked');
      await patient.screen('get-ready');
      await patient.press('confirm');
      await patient.page.locator('[data-step="device"]').waitFor();
      await patient.press('next');
      await patient.page.locator('[data-step="files"]').waitFor();
      const photo = { name: 'scar.png', mimeType: 'image/png', buffer: png(64, 64) };
      await patient.page.locator('input[type="file"]').first().setInputFiles(photo);
      await patient.reads('scar.png');
      await patient.press('next');
      await coordinator.goTo(casePath);
      await coordinator.screen('case');
    });

    it('moves the visit to a moment from now, and everybody is told the new time', async () => {
      await coordinator.press('move');
      await coordinator.screen('schedule');
      await coordinator.press('book');
      await coordinator.screen('book');
      startsAt = soon();
      const wall = wallOf(startsAt);
      await coordinator.fill('date', wall.date);
      await coordinator.fill('time', wall.time);
      await coordinator.choose('zone', tokyo);
      await coordinator.fill('reason', story.reason);
      await coordinator.page.locator('[data-free]').waitFor({ timeout: 20_000 });
      await coordinator.press('move');
      await coordinator.screen('case');
      const { calendar } = await place.sink().mailTo(patient.address, 'visit_moved', { withinMs: 20_000 });
      expect(calendar).toContain('SEQUENCE:1');
    });

    it('brings both into the call, where each sees the other', async () => {
      await patient.goTo(`/visits/${visitId}`);
      await patient.ready();
      await patient.sayWhereIAm('12 Maple Street', '+1 416 555 0142');
      await patient.phase('waiting');
      await physician.goTo(`/visits/${visitId}`);
      await physician.ready();
      await physician.screen('call');
      await physician.admit();
      await patient.phase('joined');
      await Promise.all([patient.sees(1), physician.sees(1)]);
    });

    it('shows the photograph beside the picture, and keeps what the physician writes', async () => {
      await physician.press('files');
      await physician.reads('scar.png');
      await physician.press('note');
      const texts = physician.page.locator('[data-screen="note-panel"] textarea');
      await texts.nth(0).fill(story.note);
      await texts.nth(1).fill(story.nextSteps);
    });

    it('signs the note after the call, and the visit has taken place', async () => {
      await eventually(
        'the visit has begun',
        () => Promise.resolve(Temporal.Instant.compare(now(), startsAt) >= 0),
        Boolean,
        150_000,
      );
      await physician.press('end');
      await physician.press('confirm');
      await Promise.all([patient.screen('ended'), physician.screen('ended')]);
      await physician.press('sign-note');
      await physician.reads(story.note);
      await coordinator.goTo(casePath);
      await coordinator.page.locator(`[data-visit="${visitId}"][data-status="fulfilled"]`).waitFor({ timeout: 20_000 });
    }, 150_000);

    it('lets the patient read the note, and write to the team', async () => {
      await place.sink().mailTo(patient.address, 'note_ready', { withinMs: 20_000 });
      await patient.goTo('/');
      await patient.press('read-note');
      await patient.screen('note');
      await patient.reads(story.note);
      await patient.goTo(`${casePath}/messages`);
      await patient.screen('thread');
      await patient.page.locator('textarea').first().fill(story.message);
      await patient.press('send');
      await physician.goTo(`${casePath}/messages`);
      await physician.reads(story.message);
    });
  });
}
