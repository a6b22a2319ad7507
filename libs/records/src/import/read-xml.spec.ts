import { cleanNarrative } from '@okaeri/chart';
import { scannedCda } from '../../../../test/support/sample-cda';
import { dateOf, looksLikeXml, readXml, referenceTo, xmlText } from './read-xml';
import type { XmlDocument } from './read-xml';

const cda = (inside: string, head = '<?xml version="1.0"?>') => `${head}
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc">
  <code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/>
  <title>Discharge
    summary</title>
  <effectiveTime value="20260901103000+0900"/>
  <component><structuredBody><component>${inside}</component></structuredBody></component>
</ClinicalDocument>`;
const section = `<section><title>Allergies &amp; more</title><text><list listType="ordered"><item>Penicillin
  <content styleCode="Bold" onclick="x()">rash</content></item></list><table><tr><td colspan="2">1</td></tr></table>
  <renderMultiMedia referencedObject="a"/><br/></text><entry><observation><text>hidden</text></observation></entry></section>`;
const whole = (bytes: Buffer) => {
  const text = xmlText(bytes);
  return text === null ? 'notText' : readXml(text);
};
const read = (text: string) => whole(Buffer.from(text)) as XmlDocument;

describe('a document in XML', () => {
  it('is read for its title, its date and its text', () => {
    const { title, date, code, html } = read(cda(section));
    expect([title, date]).toEqual(['Discharge summary', '2026-09-01T10:30:00+09:00']);
    expect(code).toEqual({ system: 'http://loinc.org', code: '34133-9', display: 'Summarization of Episode Note' });
    expect(html).toContain('<p><strong>Allergies &amp; more</strong></p><div><ol><li>Penicillin');
    expect(html).toContain('<td colspan="2">1</td>');
    expect(html).not.toMatch(/onclick|styleCode|hidden|renderMultiMedia/);
    expect(cleanNarrative(`<div>${html}</div>`)).toMatchObject({ cleaned: false });
  });

  it('is read in the letters of its country', () => {
    const text = cda('', '<?xml version="1.0" encoding="Shift_JIS"?>').replace('Discharge\n    summary', 'TITLE');
    const [before = '', after = ''] = text.split('TITLE');
    // "退院" in Shift_JIS.
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0x91, 0xde, 0x89, 0x40]), Buffer.from(after)]);
    expect(whole(bytes)).toMatchObject({ title: '退院' });
  });

  it.each([
    ['an entity of its own', `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`, 'xmlDoctype'],
    ['entities in each other', `<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "ha">]><a>&b;</a>`, 'xmlDoctype'],
    ['a name for nothing', '<a>&nothing;</a>', 'xml'],
    ['half a document', cda(section).slice(0, 300), 'xml'],
    ['a page', '<html><body/></html>', 'xml'],
    ['FHIR in XML', '<Bundle xmlns="http://hl7.org/fhir"/>', 'xml'],
    ['letters of nobody', '<?xml version="1.0" encoding="x-own"?><a/>', 'notText'],
  ])('is not read where it is %s', (_, text, fault) => expect(whole(Buffer.from(text))).toBe(fault));

  it('is read in UTF-16, with a mark or without one', () => {
    for (const mark of ['', '\u{feff}'])
      expect(whole(Buffer.from(mark + cda(section), 'utf16le'))).toMatchObject({ title: 'Discharge summary' });
  });

  it('tells whose it is, and brings the file that it has for its body', () => {
    const paper = Buffer.from('%PDF-1.4 a letter').toString('base64');
    const scanned = scannedCda('19840512', `${paper.slice(0, 9)}\n${paper.slice(9)}`);
    const found = read(scanned);
    expect(found).toMatchObject({ born: '1984-05-12', body: { type: 'application/pdf', data: paper } });
    expect(referenceTo(found, 100)['content']).toEqual([
      { attachment: { contentType: 'application/pdf', data: paper, title: 'Letter' } },
      { attachment: expect.objectContaining({ contentType: 'application/xml', size: 100 }) as object },
    ]);
    expect(read(scanned.replace('B64', 'TXT')).body).toBeNull();
  });

  it('is kept where it is of another kind', () =>
    expect(read('<labReport><title>Liver</title></labReport>')).toMatchObject({
      title: 'Liver',
      date: null,
      html: null,
    }));

  it('goes as deep as it likes', () => {
    const deep = `<section><text>${'<paragraph>'.repeat(50_000)}a${'</paragraph>'.repeat(50_000)}</text></section>`;
    expect(read(cda(deep)).html).toBeNull();
  });

  it.each([
    ['2026', '2026'],
    ['202609', '2026-09'],
    ['20260901', '2026-09-01'],
    ['202609011030', '2026-09-01'],
    ['202609011030-0400', '2026-09-01T10:30:00-04:00'],
    ['yesterday', null],
  ])('tells %s as %s', (value, date) => expect(dateOf(value)).toBe(date));

  it('is told from what is none', () => {
    expect(['\n <a/>', '\u{feff}<a/>', '{}', '', 'a<'].map((text) => looksLikeXml(Buffer.from(text)))).toEqual([
      ...[true, true, false, false, false],
    ]);
    expect(looksLikeXml(Buffer.from('\u{feff}<a/>', 'utf16le'))).toBe(true);
  });
});
