import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';

/** What a property holds: its text, the addresses in it, and the names of what stands in it (`C:comp VEVENT`). */
export interface DavValue {
  text: string;
  hrefs: string[];
  names: string[];
}

export interface DavResponse {
  href: string;
  /** Of the whole; nothing where each property has its own. */
  status: number | null;
  /** Only those that were given, by names such as `D:getetag`. */
  props: Map<string, DavValue>;
}

/** What an answer of a stranger may make us do; its bytes are counted where they come in. */
export const xmlLimits = { depth: 24, responses: 120_000 } as const;
const bytesAtOnce = 128 * 1024;

const spaces: Readonly<Record<string, string>> = {
  'DAV:': 'D',
  'urn:ietf:params:xml:ns:caldav': 'C',
  'http://calendarserver.org/ns/': 'S',
};

/**
 * The answer to PROPFIND and REPORT (RFC 4918, 13). Names are known by their space, whatever prefix a server writes.
 * `null` for what is none, and for one that declares entities or goes deeper than any server has to.
 */
export async function readMultistatus(body: Buffer): Promise<DavResponse[] | null> {
  const reader = new Reader();
  const letters = new TextDecoder();
  for (let at = 0; at < body.length && !reader.failed; at += bytesAtOnce) {
    reader.write(letters.decode(body.subarray(at, at + bytesAtOnce), { stream: true }));
    // Others who share this process have their turn in between.
    if (at > 0) await setImmediate();
  }
  return reader.end();
}

class Reader {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #responses: DavResponse[] = [];
  readonly #path: string[] = [];
  #text: string[] = [];
  #response: DavResponse | null = null;
  #found = new Map<string, DavValue>();
  #status = 200;
  #value: DavValue | null = null;
  failed = false;

  constructor() {
    const fail = () => void (this.failed = true);
    this.#parser.on('error', fail);
    this.#parser.on('doctype', fail);
    this.#parser.on('text', (text) => void this.#text.push(text));
    this.#parser.on('cdata', (text) => void this.#text.push(text));
    this.#parser.on('opentag', ({ local, uri, attributes }) => {
      const space = spaces[uri];
      this.#open(space ? `${space}:${local}` : `?:${local}`, attributes['name']?.value);
    });
    this.#parser.on('closetag', () => this.#close());
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): DavResponse[] | null {
    if (!this.failed) this.#parser.close();
    return this.failed || this.#path.length > 0 ? null : this.#responses;
  }

  #open(name: string, called: string | undefined): void {
    if (this.failed) return;
    this.#path.push(name);
    const { length } = this.#path;
    this.#text = [];
    if (length > xmlLimits.depth || (length === 1 && name !== 'D:multistatus')) return void (this.failed = true);
    if (length === 2 && name === 'D:response') this.#response = { href: '', status: null, props: new Map() };
    if (length === 3 && name === 'D:propstat') {
      this.#found = new Map();
      this.#status = 200;
    }
    if (length === 5 && this.#path[3] === 'D:prop') this.#value = { text: '', hrefs: [], names: [] };
    else if (length > 5) this.#value?.names.push(called === undefined ? name : `${name} ${called}`);
  }

  #close(): void {
    if (this.failed) return;
    const { length } = this.#path;
    const name = this.#path.pop();
    const text = this.#text.join('');
    this.#text = [];
    const response = this.#response;
    if (!response || name === undefined) return;
    if (length > 5 && name === 'D:href') this.#value?.hrefs.push(text.trim());
    if (length === 5 && this.#value) {
      this.#found.set(name, { ...this.#value, text });
      this.#value = null;
    }
    if (name === 'D:status' && length === 4) this.#status = statusOf(text);
    if (name === 'D:status' && length === 3) response.status = statusOf(text);
    if (name === 'D:href' && length === 3) response.href = text.trim();
    if (name === 'D:propstat' && length === 3 && this.#status < 300) {
      for (const [key, value] of this.#found) response.props.set(key, value);
    }
    if (length === 2) {
      if (this.#responses.length >= xmlLimits.responses) this.failed = true;
      this.#responses.push(response);
      this.#response = null;
    }
  }
}

/** `HTTP/1.1 200 OK` */
const statusOf = (text: string): number => Number(/\s(\d{3})(?:\s|$)/.exec(text)?.[1] ?? 0);
