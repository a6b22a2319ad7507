import { localeTags } from '@okaeri/contracts';
import type { Clock, Locale } from '@okaeri/contracts';
import { colours, fontOf, head } from './look.css';
import type { ClockFact, Phrase } from './phrase';

/** What a mail is made of. Nothing else can be in one, so plain text, HTML and the other ways always say the same. */
export type Block =
  | { kind: 'heading'; text: string }
  /** Whom it is for: where she reads among her own things, nobody need say so. */
  | { kind: 'greeting'; text: string }
  /** `told`, here and below: what it was made of. Without it nobody can read it in another language later. */
  | { kind: 'sentence'; text: string; told?: readonly Phrase[] }
  /** The same moment on several clocks, the reader's first. `over`: it holds no longer, as the sentence before it says. */
  | { kind: 'clocks'; clocks: readonly Shown[]; over?: boolean; told?: readonly ClockFact[] }
  /** Several moments, each on several clocks; the first of them is the next. */
  | { kind: 'times'; rows: readonly (readonly Shown[])[]; told?: readonly (readonly ClockFact[])[] }
  /** The one next step. */
  | { kind: 'button'; text: string; href: string }
  /** Digits to be typed elsewhere. */
  | { kind: 'code'; text: string }
  | { kind: 'small'; text: string };

type Shown = Pick<Clock, 'place' | 'date' | 'time'>;

export interface Frame {
  locale: Locale;
  subject: string;
  blocks: readonly Block[];
}

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string) => text.replace(/[&<>"']/g, (character) => escaped[character] ?? '');
/** A blank that must not end a line is no business of plain text. */
export const bare = (text: string) => text.replaceAll('\u00a0', ' ');

/** Chinese, Japanese and Korean put no comma between a day and an hour. */
export const moment = ({ date, time }: { date: string; time: string }, locale: Locale) =>
  `${date}${['ja', 'zh', 'ko'].includes(locale) ? ' ' : ', '}${time}`;

/** One after the other; after a full-width stop no blank is needed. */
export function sentences(locale: Locale, ...said: string[]): string {
  return said.filter(Boolean).join(locale === 'ja' || locale === 'zh' ? '' : ' ');
}

/** A moment on all its clocks, one a line. */
export const linesOf = (clocks: readonly Shown[], locale: Locale): string =>
  clocks.map((clock) => `${clock.place}: ${moment(clock, locale)}`).join('\n');

/** As programs without HTML show it, and as a reader's voice reads it. */
export function plainMail({ locale, blocks }: Frame): string {
  const parts = blocks.map((block) => {
    switch (block.kind) {
      case 'clocks':
        return linesOf(block.clocks, locale);
      case 'times':
        return block.rows.map((clocks) => linesOf(clocks, locale)).join('\n\n');
      case 'button':
        return `${block.text}:\n${block.href}`;
      default:
        return block.text;
    }
  });
  return `${bare(parts.join('\n\n'))}\n`;
}

/** One column of at most 600 pixels, without pictures: nothing is fetched when it is read. */
export function htmlMail({ locale, subject, blocks }: Frame): string {
  const font = `font-family:${fontOf(locale)};`;
  const rows = blocks
    .map((block, index) => {
      const space = index < blocks.length - 1 ? 16 : 0;
      return `<tr><td style="padding:0 0 ${space}px 0;">${html(block, locale, font)}</td></tr>`;
    })
    .join('\n');
  return `<!DOCTYPE html>
<html lang="${localeTags[locale]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${safe(bare(subject))} · Okaeri</title>
<style>${head}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:${colours.ground};">
<main>
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="background:${colours.ground};">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;">
<tr><td class="text" style="${font}padding:0 4px 12px 4px;font-size:18px;font-weight:650;color:${colours.text};">Okaeri</td></tr>
<tr><td class="card" style="background:${colours.card};border:1px solid ${colours.line};border-radius:12px;padding:32px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
${rows}
</table>
</td></tr>
</table>
</td></tr>
</table>
</main>
</body>
</html>
`;
}

function html(block: Block, locale: Locale, font: string): string {
  const text = (name: 'text' | 'quiet', size: number, more = '') =>
    `class="${name}" style="${font}margin:0;font-size:${size}px;line-height:1.55;color:${colours[name]};${locale === 'ko' ? whole(locale) : ''}${more}"`;
  const soft = (inside: string) =>
    `<table role="presentation" class="soft" width="100%" cellpadding="0" cellspacing="0" style="background:${colours.soft};border-radius:8px;">
${inside}
</table>`;
  const clockRows = (clocks: readonly Shown[]) =>
    clocks.map((clock, index) => clockRow(clock, locale, text, index === clocks.length - 1)).join('\n');
  switch (block.kind) {
    case 'heading':
      return `<h1 ${text('text', 22, `line-height:1.3;font-weight:650;${whole(locale)}`)}>${safe(block.text)}</h1>`;
    case 'greeting':
    case 'sentence':
      return `<p ${text('text', 17)}>${safe(block.text)}</p>`;
    case 'small':
      return `<p ${text('quiet', 15)}>${safe(block.text)}</p>`;
    case 'code':
      return soft(
        `<tr><td style="padding:10px 16px;"><p ${text('text', 32, 'letter-spacing:6px;font-weight:650;')}>${safe(block.text)}</p></td></tr>`,
      );
    case 'clocks':
      if (block.over) return block.clocks.map((clock) => overClock(clock, locale, text)).join('\n');
      return soft(clockRows(block.clocks));
    case 'times':
      return block.rows
        .map((clocks) => soft(clockRows(clocks)))
        .join('\n<div style="height:8px;line-height:8px;font-size:0;">&nbsp;</div>\n');
    case 'button':
      return `<table role="presentation" cellpadding="0" cellspacing="0"><tr><td>
<a class="button" href="${safe(block.href)}" style="${font}display:inline-block;background:${colours.accent};color:${colours.onAccent};font-size:17px;font-weight:600;line-height:1.3;text-decoration:none;padding:14px 28px;border-radius:8px;">${safe(block.text)}</a>
</td></tr></table>`;
  }
}

/** A day and an hour stay whole as long as they fit; in Korean, whose words have blanks between them, every word does. */
const whole = (locale: Locale) =>
  ['ja', 'zh', 'ko'].includes(locale) ? 'word-break:keep-all;overflow-wrap:anywhere;' : '';

type Styled = (name: 'text' | 'quiet', size: number, more?: string) => string;

function clockRow(clock: Shown, locale: Locale, text: Styled, last: boolean): string {
  return `<tr><td style="padding:12px 16px ${last ? 12 : 0}px 16px;">
<p ${text('quiet', 15)}>${safe(clock.place)}</p>
<p ${text('text', 19, `font-weight:600;${whole(locale)}`)}>${safe(moment(clock, locale))}</p>
</td></tr>`;
}

/** Struck out thinly, so that it is read and yet not taken for the one that holds. */
function overClock(clock: Shown, locale: Locale, text: Styled): string {
  return `<p ${text('quiet', 17, 'padding:0 0 0 16px;')}>${safe(clock.place)}:
<s style="text-decoration-thickness:1px;">${safe(moment(clock, locale))}</s></p>`;
}
