/*
 * The text of a CDA document as plain XHTML: its own few elements under the names that everybody knows. It is cleaned again before anybody
 * sees it; here it is only translated.
 */

const names: Readonly<Record<string, string>> = {
  ...{ paragraph: 'p', content: 'span', list: 'ul', item: 'li', caption: 'strong', linkHtml: 'span', footnote: 'span' },
  ...{ table: 'table', thead: 'thead', tbody: 'tbody', tfoot: 'tfoot', tr: 'tr', th: 'th', td: 'td', br: 'br' },
  ...{ sub: 'sub', sup: 'sup', colgroup: 'colgroup', col: 'col' },
};
const alone = new Set(['br', 'col']);
/** More than this nobody reads on a page; the document itself is there. */
const longest = 300_000;
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? '');

export interface CdaHtml {
  heading(words: string): void;
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(): void;
  text(words: string): void;
  result(): string | null;
}

export function cdaHtml(): CdaHtml {
  const out: string[] = [];
  const open: string[] = [];
  let length = 0;
  const add = (words: string) => {
    length += words.length;
    if (length <= longest) out.push(words);
  };
  return {
    heading: (words) => {
      if (words !== '') add(`<p><strong>${escaped(words)}</strong></p>`);
    },
    open: (name, attributes) => {
      const known = Object.hasOwn(names, name) ? names[name] : undefined;
      const tag =
        name === 'list' && attributes['listType'] === 'ordered' ? 'ol' : name === 'text' ? 'div' : (known ?? '');
      open.push(tag);
      if (tag === '') return;
      const spans = ['colspan', 'rowspan']
        .filter((each) => /^[1-9]\d{0,2}$/.test(attributes[each] ?? ''))
        .map((each) => ` ${each}="${attributes[each]}"`);
      add(alone.has(tag) ? `<${tag}/>` : `<${tag}${spans.join('')}>`);
    },
    close: () => {
      const tag = open.pop() ?? '';
      if (tag !== '' && !alone.has(tag)) add(`</${tag}>`);
    },
    text: (words) => add(escaped(words)),
    result: () => (length === 0 || length > longest ? null : out.join('')),
  };
}
