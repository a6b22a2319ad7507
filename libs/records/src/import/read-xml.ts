import type { Resource } from '@okaeri/chart/fhir';
import type { ImportFault } from '@okaeri/contracts';
import { cdaHtml } from './cda-html';
import { parseXml } from './parse-xml';
import { wideOrder } from './text-of';

/*
 * A document in XML, mostly of the Clinical Document Architecture: it is read for its title, its date and its text, kept whole, and never
 * asked to bring definitions of its own. Nothing is fetched, and no entity but the five of XML means anything.
 */

export interface XmlDocument {
  title: string;
  /** As FHIR writes it, as far as it is told. */
  date: string | null;
  /** What kind of document, by LOINC or another system. */
  code: { system: string; code: string; display: string | null } | null;
  /** What is in it for reading; `null` where there is nothing, or too much. */
  html: string | null;
  /** Its patient's date of birth. */
  born: string | null;
  /** Where it has a file of another kind for its body, as scanned letters have: that file, in base64. */
  body: { type: string; data: string } | null;
}

/** The bytes of documents that are no FHIR file lie where the file lies that brought them. */
export const asBrought = 'urn:okaeri:as-brought';
const cda = 'urn:hl7-org:v3';
const longestTitle = 200;
const encodings = new Set(['utf-8', 'utf-16', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'gb18030']);
for (const more of ['gbk', 'gb2312', 'big5', 'euc-kr', 'iso-8859-1', 'iso-8859-15', 'windows-1252', 'us-ascii'])
  encodings.add(more);

/** Whether the first thing in a file is an element, whichever way its letters are written. */
export function looksLikeXml(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 64).toString('latin1').replaceAll('\0', '');
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*</.test(head);
}

export function readXml(text: string): XmlDocument | ImportFault {
  const reader = new Reader();
  return reader.read(text);
}

/** By the order of its bytes, else as it says itself, else UTF-8; `null` where it is no text. */
export function xmlText(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 200).toString('latin1');
  const said = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/
    .exec(head)?.[1]
    ?.toLowerCase();
  const encoding = wideOrder(bytes) ?? said ?? 'utf-8';
  if (!encodings.has(encoding)) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

class Reader {
  readonly #path: string[] = [];
  /** Where in the path sections are. */
  readonly #sections: number[] = [];
  readonly #texts = { title: '', heading: '' };
  readonly #html = cdaHtml();
  #root: { name: string; space: string } | null = null;
  #date: string | null = null;
  #born: string | null = null;
  #body: { type: string; pieces: string[] } | null = null;
  #code: XmlDocument['code'] = null;

  read(text: string): XmlDocument | ImportFault {
    const fault = parseXml(text, {
      open: (name, attributes) => this.#open(name, attributes),
      close: () => this.#close(),
      text: (words) => this.#text(words),
    });
    return fault ?? this.#document();
  }

  #document(): XmlDocument | ImportFault {
    const root = this.#root;
    if (!root || root.name.toLowerCase() === 'html' || root.space === 'http://hl7.org/fhir') return 'xml';
    return {
      title: oneLine(this.#texts.title) || this.#code?.display || root.name.slice(0, longestTitle),
      date: this.#date,
      code: this.#code,
      html: root.space === cda ? this.#html.result() : null,
      born: this.#born,
      body: bodyOf(this.#body),
    };
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    const local = name.split(':').at(-1) ?? '';
    const prefix = name.includes(':') ? `xmlns:${name.split(':')[0]}` : 'xmlns';
    this.#root ??= { name: local, space: attributes[prefix] ?? '' };
    if (local === 'section') this.#sections.push(this.#path.length);
    this.#path.push(local);
    if (this.#path.length === 2 && local === 'effectiveTime') this.#date = dateOf(attributes['value']);
    if (this.#path.length === 2 && local === 'code' && attributes['code']) {
      const { code, codeSystem, displayName } = attributes;
      const system = codeSystem === '2.16.840.1.113883.6.1' ? 'http://loinc.org' : oidOf(codeSystem);
      if (code && system)
        this.#code = { system, code: code.slice(0, 100), display: oneLine(displayName ?? '') || null };
    }
    if (local === 'birthTime' && this.#path.join('/').endsWith('/recordTarget/patientRole/patient/birthTime'))
      this.#born ??= dateOf(attributes['value'])?.slice(0, 10) ?? null;
    if (this.#isBody() && attributes['representation'] === 'B64')
      this.#body ??= { type: attributes['mediaType'] ?? '', pieces: [] };
    if (this.#inSection('text')) this.#html.open(local, attributes);
  }

  /** `component/nonXMLBody/text` right under the document. */
  #isBody(): boolean {
    return this.#path.length === 4 && this.#path[2] === 'nonXMLBody' && this.#path[3] === 'text';
  }

  #close(): void {
    if (this.#inSection('text')) this.#html.close();
    if (this.#inSection('title')) {
      this.#html.heading(oneLine(this.#texts.heading));
      this.#texts.heading = '';
    }
    this.#path.pop();
    if (this.#sections.at(-1) === this.#path.length) this.#sections.pop();
  }

  #text(words: string): void {
    if (this.#path.length === 2 && this.#path[1] === 'title') this.#texts.title += words.slice(0, longestTitle);
    else if (this.#inSection('title')) this.#texts.heading += words.slice(0, longestTitle);
    else if (this.#inSection('text')) this.#html.text(words);
    else if (this.#body && this.#isBody()) this.#body.pieces.push(words);
  }

  /** Within a member of a section, at any depth of it. */
  #inSection(member: 'title' | 'text'): boolean {
    const at = this.#sections.at(-1);
    return at !== undefined && this.#path[at + 1] === member && (member === 'text' || this.#path.length === at + 2);
  }
}

function bodyOf(found: { type: string; pieces: string[] } | null): XmlDocument['body'] {
  const data = found?.pieces.join('').replace(/\s+/g, '') ?? '';
  return found && data !== '' && !/[^A-Za-z0-9+/=]|=[^=]/.test(data) ? { type: found.type, data } : null;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, longestTitle);
const oidOf = (oid: string | undefined): string | null =>
  oid && /^[0-2](?:\.(?:0|[1-9]\d*))+$/.test(oid) && oid.length < 100 ? `urn:oid:${oid}` : null;

/** "20260901103000+0900" as "2026-09-01T10:30:00+09:00"; without a zone nobody knows when that was, and the day is left. */
export function dateOf(value: string | undefined): string | null {
  const found = /^(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?(?:\.\d+)?)?([+-]\d{4})?$/.exec(value ?? '');
  if (!found) return null;
  const [, year = '', month, day, hour, minute, second = '00', zone] = found;
  if (!month) return year;
  if (!day) return `${year}-${month}`;
  const date = `${year}-${month}-${day}`;
  return hour && minute && zone ? `${date}T${hour}:${minute}:${second}${zone.slice(0, 3)}:${zone.slice(3)}` : date;
}

const isType = (type: string) => /^[a-z]+\/[a-z0-9.+-]{1,60}$/i.test(type);

/** The document as FHIR knows documents: where it is said what it is, and where it lies. */
export function referenceTo({ title, date, code, html, body }: XmlDocument, bytes: number): Resource {
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    ...(html ? { text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${html}</div>` } } : {}),
    ...(code
      ? {
          type: {
            coding: [{ system: code.system, code: code.code, ...(code.display ? { display: code.display } : {}) }],
          },
        }
      : {}),
    ...(date?.includes('T') ? { date } : {}),
    description: title,
    content: [
      ...(body
        ? [{ attachment: { ...(isType(body.type) ? { contentType: body.type } : {}), data: body.data, title } }]
        : []),
      {
        attachment: {
          ...{ contentType: 'application/xml', url: asBrought, size: bytes, title },
          ...(date ? { creation: date } : {}),
        },
      },
    ],
  };
}
