import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { localeTags, locales } from '@okaeri/contracts';
import type { Locale } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import { openChromium } from '../support/browser';
import { plant } from '../support/canaries';
import type { SunkMail } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import { Reader, linkOf } from './people';
import type { Place } from './place';

const readers: Record<Locale, { name: string; nameLatin: string; zone: string }> = {
  en: { name: 'Margaret Whitcombe', nameLatin: 'Margaret Whitcombe', zone: 'America/Toronto' },
  ja: { name: '大西 千鶴', nameLatin: 'Onishi Chizuru', zone: 'Asia/Tokyo' },
  vi: { name: 'Đặng Thị Hồng', nameLatin: 'Dang Thi Hong', zone: 'Asia/Ho_Chi_Minh' },
  fr: { name: 'Geneviève Bélanger', nameLatin: 'Genevieve Belanger', zone: 'America/Toronto' },
  zh: { name: '周丽华', nameLatin: 'Zhou Lihua', zone: 'Asia/Shanghai' },
  ko: { name: '윤정희', nameLatin: 'Yun Jeonghui', zone: 'Asia/Seoul' },
};

const asian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Letters that the own language has, and those of others that it must not meet. */
const letters: Record<Locale, { own: RegExp; foreign: RegExp }> = {
  en: { own: /[a-z]/i, foreign: asian },
  fr: { own: /[éèàêç]/u, foreign: asian },
  vi: { own: /[\u1EA0-\u1EF9ơưđ]/u, foreign: asian },
  ja: { own: /\p{Script=Hiragana}/u, foreign: /\p{Script=Hangul}/u },
  zh: { own: /\p{Script=Han}/u, foreign: /[\p{Script=Hangul}\p{Script=Hiragana}]/u },
  ko: { own: /\p{Script=Hangul}/u, foreign: /\p{Script=Hiragana}/u },
};

/** Each reads her mails in her own language, whatever the browser she opens them with, and comes in by them. */
export function tellTheLanguages(place: Place): void {
  describe(`mails in every language, on ${place.name}`, () => {
    let world: MailWorld;
    let browser: Browser;

    beforeAll(async () => {
      world = await MailWorld.at(place.databaseUrl());
      browser = await openChromium();
    });
    afterAll(async () => {
      await browser?.close();
      await world?.close();
    });

    function expectRead({ mail }: SunkMail, locale: Locale): void {
      for (const said of [mail.subject ?? '', mail.text ?? '']) expect(said).not.toMatch(letters[locale].foreign);
      expect(mail.text).toMatch(letters[locale].own);
      expect(mail.html).toContain(`<html lang="${localeTags[locale]}">`);
    }

    it.each(locales)(
      'an invitation, a booking and a reminder in %s',
      async (locale) => {
        const sink = place.sink();
        const { name, nameLatin, zone } = readers[locale];
        const patient = await world.person({ name, nameLatin, language: locale, zone });
        const physician = await world.physician();
        const startsAt = now().add({ hours: 26 });
        const visitId = await world.visit({ patient, physician, startsAt });
        const invitationId = randomUUID();
        await world.tx(async (em) => {
          await em.query(
            `insert into invitation (id, person_id, institution_id, role, expires_at)
         values ($1, $2, $3, 'patient', now() + interval '14 days')`,
            [invitationId, patient.id, world.institutionId],
          );
          await emit(em, 'person.invited', { invitationId });
        });

        const invitation = await sink.mailTo(patient.email, 'invitation', { withinMs: 20_000 });
        const booking = await sink.mailTo(patient.email, 'visit_booked', { withinMs: 20_000 });
        await world.database.query(
          `update notify_message set next_at = now()
        where entity_id = $1 and person_id = $2 and minutes = 60`,
          [visitId, patient.id],
        );
        const reminder = await sink.mailTo(patient.email, 'visit_reminder', { withinMs: 20_000 });
        for (const mail of [invitation, booking, reminder]) expectRead(mail, locale);

        // The browser speaks another language than the reader.
        const other: Locale = locale === 'ja' ? 'en' : 'ja';
        const at = { origin: place.origin(), sink, locale: other, zone };
        const reader = await Reader.arrive(browser, at, patient.email);
        try {
          for (const mail of [invitation, reminder]) {
            await reader.comeInBy(plant('link', linkOf(mail)));
            await reader.page.waitForFunction((tag) => document.documentElement.lang === tag, localeTags[locale]);
          }
          const { own } = letters[locale];
          await reader.page.waitForFunction(
            ([source = '', flags]) => new RegExp(source, flags).test(document.querySelector('main')?.innerText ?? ''),
            [own.source, own.flags],
          );
        } finally {
          await reader.close();
        }
      },
      90_000,
    );
  });
}
