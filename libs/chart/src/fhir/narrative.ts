import { SaxesParser } from 'saxes';

/*
 * The text that a sender wrote for people, made anew: it is read as XML, and only what is on the list is written again. What is not on it
 * cannot come through, whichever way it was written.
 */

const shown = new Set([
  ...['p', 'div', 'span', 'br', 'hr', 'b', 'i', 'em', 'strong', 'u', 'small', 'big', 'sub', 'sup', 'tt', 'pre', 'code'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'q', 'cite', 'abbr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'a'],
]);
/** A table tells by these which cells are one; nothing else of an element is kept, no style and no address. */
const kept = new Set(['colspan', 'rowspan', 'lang', 'dir']);
const spans = /^[1-9]\d{0,2}$/;
const words = /^[A-Za-z-]{2,20}$/;
const alone = new Set(['br', 'hr', 'col']);
/** What is in them is not for reading. */
const silent = new Set(['script', 'style', 'title', 'head', 'template', 'noscript', 'object', 'iframe', 'svg', 'math']);
const named = { nbsp: '\u00a0', copy: '©', reg: '®', deg: '°', micro: 'µ', plusmn: '±', middot: '·', times: '×' };
const moreNamed = {
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  euro: '€',
  le: '≤',
  ge: '≥',
  laquo: '«',
  raquo: '»',
};
const longest = 400_000;

export interface Narrative {
  html: string;
  /** Something was left out that is not for reading, or could do something. */
  cleaned: boolean;
}

/** `null` where it is no well-formed XML, as it has to be. */
export function cleanNarrative(div: string): Narrative | null {
  if (div.length > longest) return null;
  const out: string[] = [];
  let cleaned = false;
  let broken = false;
  let hidden = 0;
  const parser = new SaxesParser({ xmlns: false });
  Object.assign(parser.ENTITIES, named, moreNamed);
  // Each error costs a parser that goes on more than all the rest.
  const stop = (error: unknown): never => {
    broken = true;
    throw error;
  };
  parser.on('error', stop);
  parser.on('doctype', stop);
  parser.on('processinginstruction', () => (cleaned = true));
  parser.on('opentag', ({ name, attributes }) => {
    const tag = name.toLowerCase();
    if (hidden > 0 || silent.has(tag)) {
      hidden += 1;
      cleaned = true;
      return;
    }
    if (!shown.has(tag)) cleaned = true;
    else out.push(`<${tagOf(tag)}${attributesOf(attributes)}>`);
    if (Object.keys(attributes).some((each) => /^on/i.test(each)) || isLoud(attributes)) cleaned = true;
  });
  parser.on('closetag', ({ name }) => {
    const tag = name.toLowerCase();
    if (hidden > 0) hidden -= 1;
    else if (shown.has(tag) && !alone.has(tag)) out.push(`</${tagOf(tag)}>`);
  });
  const say = (text: string) => {
    if (hidden === 0) out.push(escaped(text));
  };
  parser.on('text', say);
  parser.on('cdata', say);
  try {
    parser.write(div).close();
  } catch (error) {
    if (broken) return null;
    throw error;
  }
  return { html: out.join(''), cleaned };
}

/** A link leads nowhere here, and a heading of a letter is none of our page. */
const tagOf = (tag: string) => (tag === 'a' ? 'span' : /^h[1-6]$/.test(tag) ? 'strong' : tag);

function attributesOf(attributes: Readonly<Record<string, unknown>>): string {
  return Object.entries(attributes)
    .filter(([name, value]) => {
      if (!kept.has(name) || typeof value !== 'string') return false;
      return name === 'lang' || name === 'dir' ? words.test(value) : spans.test(value);
    })
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

const isLoud = (attributes: Readonly<Record<string, unknown>>) =>
  Object.values(attributes).some(
    (value) => typeof value === 'string' && /^\s*(?:javascript|data|vbscript):/i.test(value),
  );

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? '');
