import { readMultistatus, xmlLimits } from './multistatus';

const read = (text: string) => readMultistatus(Buffer.from(text));
const answer = (inner: string) =>
  `<?xml version="1.0"?><multistatus xmlns="DAV:" xmlns:cal="urn:ietf:params:xml:ns:caldav">${inner}</multistatus>`;

describe('what a CalDAV server answers', () => {
  it('is read by its names’ spaces, whatever prefix it writes, and only what was given', async () => {
    const found = await read(
      answer(`<response><href>/sato/work/</href>
        <propstat><prop><resourcetype><collection/><cal:calendar/></resourcetype>
          <cal:supported-calendar-component-set><cal:comp name="VEVENT"/></cal:supported-calendar-component-set>
          <current-user-principal><href> /sato/ </href></current-user-principal></prop><status>HTTP/1.1 200 OK</status></propstat>
        <propstat><prop><displayname/></prop><status>HTTP/1.1 404 Not Found</status></propstat></response>`),
    );
    expect(found).toHaveLength(1);
    const [{ href, props } = { href: '', props: new Map() }] = found ?? [];
    expect(href).toBe('/sato/work/');
    expect([...props.keys()]).toEqual([
      'D:resourcetype',
      'C:supported-calendar-component-set',
      'D:current-user-principal',
    ]);
    expect(props.get('D:resourcetype')?.names).toEqual(['D:collection', 'C:calendar']);
    expect(props.get('C:supported-calendar-component-set')?.names).toEqual(['C:comp VEVENT']);
    expect(props.get('D:current-user-principal')?.hrefs).toEqual(['/sato/']);
  });

  it.each([
    ['as text', 'SUMMARY:a &lt;b&gt; &amp; c&#13;\nEND'],
    ['as CDATA', '<![CDATA[SUMMARY:a <b> & c\r\nEND]]>'],
  ])('holds calendars %s', async (_how, data) => {
    const found = await read(
      answer(
        `<response><href>/1.ics</href><propstat><prop><getetag>"1"</getetag><cal:calendar-data>${data}</cal:calendar-data></prop><status>HTTP/1.1 200 OK</status></propstat></response>`,
      ),
    );
    expect(found?.[0]?.props.get('C:calendar-data')?.text.replaceAll('\r', '')).toBe('SUMMARY:a <b> & c\nEND');
    expect(found?.[0]?.props.get('D:getetag')?.text).toBe('"1"');
  });

  it('says what it left out', async () => {
    const found = await read(
      answer('<response><href>/</href><status>HTTP/1.1 507 Insufficient Storage</status></response>'),
    );
    expect(found?.[0]?.status).toBe(507);
  });

  it('is read across the pieces it is cut into', async () => {
    const letters = 'é漢'.repeat(100_000);
    const found = await read(
      answer(
        `<response><href>/</href><propstat><prop><displayname>${letters}</displayname></prop></propstat></response>`,
      ),
    );
    expect(found?.[0]?.props.get('D:displayname')?.text).toBe(letters);
  });

  it.each([
    ['a page', '<html><body>Sign in</body></html>'],
    ['cut off', answer('<response><href>/</href>').slice(0, -20)],
    ['entities of its own', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${answer('')}`],
    ['deeper than any has to be', answer('<a>'.repeat(xmlLimits.depth) + '</a>'.repeat(xmlLimits.depth))],
    ['not closed as it was opened', answer('<response></href></response>')],
    ['nothing', ''],
  ])('is none: %s', async (_what, text) => expect(await read(text)).toBeNull());
});
