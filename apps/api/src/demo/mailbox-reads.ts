import { DemoMail } from '@okaeri/notify';
import { locales } from '@okaeri/contracts';
import type { Locale, MailboxLine, MailboxMail, MailboxPage } from '@okaeri/contracts';
import { pieceOf, readTimeCursor } from '@okaeri/platform';
import { Temporal, relativeWords, toIso, whenWords } from '@okaeri/words/time';
import type { Email } from 'postal-mime';
import type { EntityManager } from 'typeorm';

export interface MailboxReader {
  locale: Locale;
  zone: string;
  now: Temporal.Instant;
}

async function parse(raw: Buffer): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  return PostalMime.parse(raw);
}

/** The newest first. */
export async function mailboxPageOf(
  em: EntityManager,
  { after, limit }: { after?: string | undefined; limit: number },
  reader: MailboxReader,
): Promise<MailboxPage> {
  const from = readTimeCursor(after);
  const query = em.createQueryBuilder(DemoMail, 'mail').orderBy('mail.at', 'DESC').addOrderBy('mail.id', 'DESC');
  if (from) query.where(`(mail.at, mail.id) < (:at, :id)`, { at: from.value, id: from.id });
  const rows = await query.limit(limit + 1).getMany();
  const piece = pieceOf(rows, limit, ({ at, id }) => ({ value: toIso(at), id }));
  return { items: await Promise.all(piece.rows.map((row) => lineOf(row, reader))), next: piece.next };
}

async function lineOf({ id, at, recipient, raw }: DemoMail, reader: MailboxReader): Promise<MailboxLine> {
  const mail = await parse(raw);
  return {
    mailId: id,
    to: recipient,
    subject: mail.subject ?? '',
    atWords: relativeWords({ instant: at, ...reader }),
    language: languageOf(mail),
    calendar: calendarText(mail) !== null,
  };
}

/** `null` when there is none. */
export async function mailboxMailOf(
  em: EntityManager,
  mailId: string,
  reader: MailboxReader,
): Promise<MailboxMail | null> {
  const row = await em.findOneBy(DemoMail, { id: mailId });
  if (!row) return null;
  const mail = await parse(row.raw);
  const html = mail.html ?? '';
  return {
    mailId,
    subject: mail.subject ?? '',
    from: [mail.from?.name, mail.from?.address].filter(Boolean).join(' · '),
    to: row.recipient,
    atWords: relativeWords({ instant: row.at, ...reader }),
    language: languageOf(mail),
    html,
    text: mail.text ?? '',
    calendar: calendarOf(mail, reader),
    links: linksOf(html),
  };
}

/** For the stage: how many there are, and what the last is about. */
export async function mailboxSummary(em: EntityManager): Promise<{ count: number; last: string | null }> {
  const count = await em.count(DemoMail);
  const [newest] = await em.find(DemoMail, { order: { at: 'DESC' }, take: 1 });
  return { count, last: newest ? ((await parse(newest.raw)).subject ?? null) : null };
}

function languageOf(mail: Email): Locale | null {
  const tag = mail.headers.find(({ key }) => key === 'content-language')?.value.split('-')[0];
  return locales.find((locale) => locale === tag) ?? null;
}

function calendarText(mail: Email): string | null {
  const file = mail.attachments.find(({ mimeType }) => /^(?:text\/calendar|application\/ics)$/.test(mimeType));
  if (!file) return null;
  return typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content);
}

/** Of our own files only, which are as `calendarFile` writes them. */
function calendarOf(mail: Email, reader: MailboxReader): MailboxMail['calendar'] {
  const text = calendarText(mail)?.replace(/\r\n[ \t]/g, '');
  if (!text) return null;
  const named = /^METHOD:(\w+)/m.exec(text)?.[1];
  const method = named === 'CANCEL' || named === 'PUBLISH' ? named : 'REQUEST';
  const sequence = Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1] ?? 0);
  const wall = (name: string) => {
    const [, zone, local] = new RegExp(`^${name};TZID=([^:]+):(\\d{8}T\\d{6})`, 'm').exec(text) ?? [];
    if (zone && local) return { zone, at: Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant() };
    const [, utc] = new RegExp(`^${name}:(\\d{8}T\\d{6}Z)`, 'm').exec(text) ?? [];
    return utc ? { zone: reader.zone, at: Temporal.Instant.from(utc) } : null;
  };
  const [start, end] = [wall('DTSTART'), wall('DTEND')];
  if (!start || !end) return null;
  const { sentence } = whenWords({
    startsAt: start.at,
    minutes: Math.round(end.at.since(start.at).total('minutes')),
    reader: {
      zone: start.zone,
      place: start.zone.split('/').at(-1)?.replaceAll('_', ' ') ?? '',
      locale: reader.locale,
    },
    now: reader.now,
  });
  return { method, sequence, whenWords: sentence, fileName: method === 'PUBLISH' ? 'visits.ics' : 'visit.ics' };
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const plain = (html: string) =>
  html.replace(/<[^>]+>/g, '').replace(/&(?:amp|lt|gt|quot|#39);/g, (each) => entities[each] ?? each);

function linksOf(html: string): MailboxMail['links'] {
  const links = [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)];
  return links.map(([, href = '', words = '']) => ({ href: plain(href), words: plain(words).trim() }));
}
