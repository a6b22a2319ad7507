import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonical, cleanNarrative, definitions, listOf, objectOf, parseExact } from '@okaeri/chart';
import { isFhirXml, jsonOfXml } from './fhir-xml';

const guide = dirname(require.resolve('hl7.fhir.uv.ips/package.json'));
const examples = readdirSync(join(guide, 'example'))
  .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
  .map((name) => [name, objectOf(JSON.parse(readFileSync(join(guide, 'example', name), 'utf8')))] as const)
  .flatMap(([name, body]) =>
    body && definitions().isResource(String(body['resourceType'])) ? [[name, body] as const] : [],
  );

const quoted = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');

/** As FHIR says how JSON becomes XML, without knowing a single one of its types. */
function xmlOf(name: string, value: unknown, beside?: unknown): string {
  if (name === 'div') return String(value).replaceAll('&nbsp;', '&#160;');
  const members = objectOf(value);
  const extra = objectOf(beside);
  if (!members) {
    const said = value === null || value === undefined ? '' : ` value="${quoted(String(value))}"`;
    return `<${name}${said}${attributesOf(name, extra)}>${extra ? childrenOf(name, extra) : ''}</${name}>`;
  }
  const type = members['resourceType'];
  if (typeof type !== 'string') return `<${name}${attributesOf(name, members)}>${childrenOf(name, members)}</${name}>`;
  const own = `<${type}>${childrenOf(type, members, true)}</${type}>`;
  return name === '' ? own.replace(`<${type}>`, `<${type} xmlns="http://hl7.org/fhir">`) : `<${name}>${own}</${name}>`;
}
const attributesOf = (name: string, members: Record<string, unknown> | null) =>
  ['id', ...(name.endsWith('xtension') ? ['url'] : [])]
    .filter((each) => typeof members?.[each] === 'string')
    .map((each) => ` ${each}="${quoted(String(members?.[each]))}"`)
    .join('');
function childrenOf(name: string, members: Record<string, unknown>, whole = false): string {
  const names = new Set(Object.keys(members).map((each) => each.replace(/^_/, '')));
  const skipped = (each: string) =>
    each === 'resourceType' || (each === 'id' && !whole) || (each === 'url' && name.endsWith('xtension'));
  return [...names]
    .filter((each) => !skipped(each))
    .map((each) => {
      const [values, besides] = [members[each], members[`_${each}`]];
      if (!Array.isArray(values) && !Array.isArray(besides)) return xmlOf(each, values, besides);
      const count = Math.max(listOf(values).length, listOf(besides).length);
      return Array.from({ length: count }, (_, at) => xmlOf(each, listOf(values)[at], listOf(besides)[at])).join('');
    })
    .join('');
}

/** Narratives as they are shown: how their marks were written does not matter. */
const compared = (text: string) =>
  canonical(
    JSON.parse(text, (name, value: unknown) =>
      name === 'div' ? (cleanNarrative(String(value).replaceAll('&nbsp;', '\u00a0'))?.html ?? value) : value,
    ),
  );

describe('FHIR in XML', () => {
  it.each(examples)('%s is the same as in JSON', (_, body) => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by a test -->${xmlOf('', body)}`;
    expect(isFhirXml(xml)).toBe(true);
    const found = jsonOfXml(xml);
    if (typeof found === 'string') throw new Error(found);
    expect(compared(found.toString())).toBe(compared(JSON.stringify(body)));
  });

  const json = (xml: string) => {
    const found = jsonOfXml(xml);
    return typeof found === 'string' ? found : canonical(parseExact(found.toString()));
  };
  const space = 'xmlns="http://hl7.org/fhir"';

  it('keeps how a number was written, and what is none as it is', () => {
    expect(json(`<Observation ${space}><valueQuantity><value value="1.10"/></valueQuantity></Observation>`)).toBe(
      '{"resourceType":"Observation","valueQuantity":{"value":1.10}}',
    );
    expect(json(`<Patient ${space}><active value="true"/><multipleBirthInteger value="two"/></Patient>`)).toBe(
      '{"active":true,"multipleBirthInteger":"two","resourceType":"Patient"}',
    );
  });

  it('takes prefixes, and brings along what nobody has defined', () => {
    expect(
      json(`<f:Patient xmlns:f="http://hl7.org/fhir"><f:own><f:x value="1"/></f:own><f:y value="2"/></f:Patient>`),
    ).toBe('{"own":{"x":"1"},"resourceType":"Patient","y":"2"}');
    expect(isFhirXml('<f:Patient xmlns:f="http://hl7.org/fhir"/>')).toBe(true);
    expect(isFhirXml('<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:f="http://hl7.org/fhir"/>')).toBe(false);
  });

  it('holds no more of a long bundle than one entry, and of that no more than there is room for', () => {
    const entry = (inside: string) => `<entry><fullUrl value="urn:x"/><resource>${inside}</resource></entry>`;
    const basic = entry('<Basic><code><text value="x"/></code></Basic>');
    const many = jsonOfXml(`<Bundle ${space}><type value="collection"/>${basic.repeat(100_000)}</Bundle>`);
    expect((JSON.parse(many.toString()) as { entry: unknown[] }).entry).toHaveLength(100_000);
    const one = entry(`<Basic>${'<a/>'.repeat(500_000)}</Basic>`);
    expect(json(`<Bundle ${space}>${one}</Bundle>`)).toBe('tooMuch');
  });

  it.each([
    ['half of it', `<Patient ${space}><name>`, 'xml'],
    ['definitions of its own', `<!DOCTYPE a [<!ENTITY x "y">]><Patient ${space}/>`, 'xmlDoctype'],
    ['what goes down without end', `<Patient ${space}>${'<a>'.repeat(200)}${'</a>'.repeat(200)}</Patient>`, 'tooDeep'],
  ])('is not read where it is %s', (_, xml, fault) => expect(json(xml)).toBe(fault));
});
