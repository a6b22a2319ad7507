import { locales } from '@okaeri/contracts';
import { htmlMail, plainMail } from './frame';
import type { Block } from './frame';

const blocks: Block[] = [
  { kind: 'heading', text: 'A & B <script>' },
  { kind: 'sentence', text: 'It’s "so"' },
  { kind: 'clocks', clocks: [{ place: 'Toronto', date: 'Tuesday 24 November', time: '7:00\u00a0p.m.' }] },
  { kind: 'button', text: 'Go', href: 'https://okaeri.example/link#v.abc&d' },
  { kind: 'code', text: '402913' },
  { kind: 'small', text: 'Small' },
];

describe('a mail', () => {
  it('says the same as text and as HTML', () => {
    const frame = { locale: 'en', subject: 'S', blocks } as const;
    const plain = plainMail(frame);
    expect(plain).toBe(
      `A & B <script>\n\nIt’s "so"\n\nToronto: Tuesday 24 November, 7:00 p.m.\n\nGo:\nhttps://okaeri.example/link#v.abc&d\n\n402913\n\nSmall\n`,
    );
    const html = htmlMail(frame);
    expect(html).toContain('A &amp; B &lt;script&gt;');
    expect(html).not.toContain('<script');
    expect(html).toContain('href="https://okaeri.example/link#v.abc&amp;d"');
  });

  it.each(locales)('fetches nothing and names its language in %s', (locale) => {
    const html = htmlMail({ locale, subject: 'S', blocks });
    expect(html).toMatch(new RegExp(`<html lang="${locale}`));
    expect(html).not.toMatch(/<img|<link|url\(|src=/);
    expect(html).toContain('prefers-color-scheme: dark');
  });
});
