import { cleanNarrative } from './narrative';

const clean = (inside: string) => cleanNarrative(`<div xmlns="http://www.w3.org/1999/xhtml">${inside}</div>`)?.html;

describe('the text of a sender', () => {
  it.each([
    ['<p>A &amp; B &lt; C</p>', '<p>A &amp; B &lt; C</p>'],
    [
      '<table><tr><td colspan="2" style="color:red">1</td></tr></table>',
      '<table><tr><td colspan="2">1</td></tr></table>',
    ],
    ['<h2>Title</h2><br/>a&nbsp;b', '<strong>Title</strong><br>a\u00a0b'],
    ['<a href="https://example.org">see</a>', '<span>see</span>'],
    ['<p lang="ja" dir="ltr">薬</p>', '<p lang="ja" dir="ltr">薬</p>'],
    ['<![CDATA[<script>x</script>]]>', '&lt;script&gt;x&lt;/script&gt;'],
  ])('keeps what is for reading of %s', (inside, html) => expect(clean(inside)).toBe(`<div>${html}</div>`));

  it.each([
    '<script>x()</script>',
    '<SCRIPT>x()</SCRIPT>',
    '<svg><script>x()</script></svg>',
    '<style>p { background: url(x) }</style>',
    '<iframe src="x"></iframe>',
    '<object><p>x()</p></object>',
  ])('has nothing left of %s', (inside) => {
    expect(clean(inside)).toBe('<div></div>');
    expect(cleanNarrative(`<div>${inside}</div>`)?.cleaned).toBe(true);
  });

  it.each(['<img src="https://example.org/x.png"/>', '<p onclick="x()">a</p>', '<a href="javascript:x()">a</a>'])(
    'says that it left something out of %s',
    (inside) => {
      expect(clean(inside)).not.toMatch(/img|onclick|javascript|example/);
      expect(cleanNarrative(`<div>${inside}</div>`)?.cleaned).toBe(true);
    },
  );

  it.each(['<p>a', '<!DOCTYPE x [<!ENTITY a "aa">]><p>&a;</p>', '<p>&unknown;</p>', '<p a=1>b</p>'])(
    'is not shown where it is no XML: %s',
    (inside) => expect(cleanNarrative(inside.startsWith('<!') ? inside : `<div>${inside}</div>`)).toBeNull(),
  );
});
