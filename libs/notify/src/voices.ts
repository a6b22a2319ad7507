import type { Frame } from './mail/frame';
import { bare, linesOf, moment, sentences } from './mail/frame';
import { pathOf } from './mail/origins';

/** What a letter says on the ways that are no mail. */
export interface Voices {
  /** With the link and every clock: a phone shows nothing else. */
  sms: string;
  /** What a locked screen may show: when, and where to press; never what for. */
  push: { title: string; body: string; path: string };
  inbox: { title: string; text: string; path: string | null };
}

/** The same words as the mail's, so that nobody is told one thing twice in two ways. */
export function voicesOf({ locale, subject, blocks }: Frame): Voices {
  const title = bare(subject);
  const clocks = blocks.flatMap((block) => {
    if (block.kind === 'times') return block.rows[0] ?? [];
    return block.kind === 'clocks' && !block.over ? block.clocks : [];
  });
  const shown = clocks.map((clock) => `${clock.place}: ${bare(moment(clock, locale))}`);
  const [own] = clocks;
  const said = own !== undefined && title.includes(bare(own.date)) && title.includes(bare(own.time));
  const others = said ? shown.slice(1) : shown;
  const button = blocks.find((block) => block.kind === 'button');
  const path = button ? pathOf(button.href) : null;
  return {
    sms: plainLetters([`Okaeri: ${title}`, ...others, ...(button ? [button.href] : [])].join('\n')),
    push: { title, body: bare(others.join(' · ')) || (button?.text ?? ''), path: path ?? '/' },
    inbox: { title, text: textOf({ locale, subject, blocks }), path },
  };
}

/** The sentences and clocks of a mail in their order; what is about the mail itself is left out. */
function textOf({ locale, blocks }: Frame): string {
  const lines: string[] = [];
  let open = false;
  for (const block of blocks) {
    if (block.kind === 'sentence') {
      const last = open ? (lines.pop() ?? '') : '';
      lines.push(sentences(locale, last, block.text));
    }
    if (block.kind === 'clocks') lines.push(...block.clocks.map((clock) => `${clock.place}: ${moment(clock, locale)}`));
    if (block.kind === 'times') lines.push(...block.rows.map((row) => linesOf(row, locale)));
    open = block.kind === 'sentence';
  }
  return bare(lines.join('\n'));
}

const plain: Record<string, string> = { '’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-', '…': '...' };

/** Letters that the alphabet of short messages lacks make each of them less than half as long. */
const plainLetters = (text: string) =>
  text.replace(/[’‘“”–—…]/g, (letter) => plain[letter] ?? letter).replace(/[\u202f\u2009]/g, ' ');
