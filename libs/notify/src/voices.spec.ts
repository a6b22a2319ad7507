import { locales } from '@okaeri/contracts';
import type { Locale } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { Temporal, clockWords } from '@okaeri/words/time';
import type { Block } from './mail/frame';
import { plainMail } from './mail/frame';
import { voicesOf } from './voices';

const now = Temporal.Instant.from('2026-11-23T00:00:00Z');
const instant = Temporal.Instant.from('2026-11-25T00:00:00Z');
const link = `https://okaeri.hospital.example/link#v.${'a'.repeat(43)}`;
const page = 'https://okaeri.hospital.example/visits/3f0b2c1d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const physician = 'Dr Sato';

/** As the mail of a booked visit is made, or of a reminder. */
function letter(locale: Locale, { href = link, reminder = false, before = false } = {}) {
  const clock = (zone: string, place: string, at = instant) => clockWords({ instant: at, zone, place, locale, now });
  const clocks = [clock('America/Toronto', 'Toronto'), clock('Asia/Tokyo', 'Osaka')];
  const [{ date, time } = { date: '', time: '' }] = clocks;
  const earlier = clock('America/Toronto', 'Toronto', instant.subtract({ hours: 24 }));
  const blocks: Block[] = [
    { kind: 'heading', text: 'Heading' },
    { kind: 'greeting', text: say(locale, 'mail.greeting', { name: 'Emily' }) },
    { kind: 'sentence', text: say(locale, 'mail.visit.with.patient', { physician, institution: 'Bay' }) },
    { kind: 'clocks', clocks },
    ...(before
      ? [
          { kind: 'sentence' as const, text: say(locale, 'mail.visit.moved.before') },
          { kind: 'clocks' as const, clocks: [earlier], over: true },
        ]
      : []),
    { kind: 'button', text: say(locale, 'mail.visit.prepare'), href },
    { kind: 'small', text: say(locale, 'mail.visit.calendar') },
  ];
  const subject = reminder
    ? say(locale, 'mail.visit.reminder.subject', { relative: 'soon', time })
    : say(locale, 'mail.visit.booked.subject', { date, time });
  return { frame: { locale, subject, blocks }, clocks, earlier };
}

const bare = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').replaceAll('’', "'");
/** GSM 03.38, as far as our languages use it; one letter beyond it, and a segment holds 67 instead of 153. */
const gsm = /^[\w@£$¥èéùìòÇØøÅåÄÖÑÜäöñüàÆæßÉ\n !"#¤%&'()*+,\-./:;<=>?¡§¿]*$/;
const segments = (text: string) => Math.ceil(text.length / (gsm.test(text) ? 153 : 67));

describe.each(locales)('a letter on other ways, in %s', (locale) => {
  it.each([false, true])('has both clocks, both dates and its link in a short message (reminder: %s)', (reminder) => {
    const { frame, clocks } = letter(locale, { reminder });
    const { sms } = voicesOf(frame);
    for (const { date, time } of clocks) {
      expect(bare(sms)).toContain(bare(date));
      expect(bare(sms)).toContain(bare(time));
    }
    expect(sms.split('\n').at(-1)).toBe(link);
    expect(sms).not.toContain(physician);
    // Links are long: where letters take two bytes, it cannot be two.
    expect(segments(sms)).toBeLessThanOrEqual(locale === 'en' ? 2 : 3);
  });

  it('says on a locked screen when it is, and neither for what nor by which key', () => {
    const { push } = voicesOf(letter(locale).frame);
    expect(bare(push.title)).toBe(bare(letter(locale).frame.subject));
    expect(push.body).toContain('Osaka');
    expect(JSON.stringify(push)).not.toMatch(/v\.a{43}|Sato|Bay/);
    expect(push.path).toBe('/');
    expect(voicesOf(letter(locale, { href: page }).frame).push.path).toBe(new URL(page).pathname);
  });

  it('reads here as the mail does, without what is about the mail', () => {
    const { frame, clocks, earlier } = letter(locale, { href: page, before: true });
    const { inbox } = voicesOf(frame);
    const mail = bare(plainMail(frame));
    for (const line of inbox.text.split('\n')) expect(mail).toContain(bare(line));
    expect(inbox.text.split('\n')).toHaveLength(5);
    for (const { time } of [...clocks, earlier]) expect(bare(inbox.text)).toContain(bare(time));
    expect(inbox.text).not.toContain(say(locale, 'mail.visit.calendar'));
    expect(inbox.text).not.toContain('Emily');
    expect(inbox.path).toBe(new URL(page).pathname);
    expect(voicesOf(letter(locale).frame).inbox.path).toBeNull();
  });
});

it('a time that holds no longer is in no short message', () => {
  const { frame, earlier } = letter('en', { before: true });
  expect(voicesOf(frame).sms).not.toContain(bare(earlier.date));
});
