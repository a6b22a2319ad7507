import { setImmediate as breathe } from 'node:timers/promises';
import { createInflate, constants } from 'node:zlib';
import type { FileReason } from '@okaeri/contracts';

/** All that a document may unfold to, and how much more than its own size. */
const unfoldedMost = 64 * 1024 * 1024;
const ratioMost = 200;
const ratioFrom = 8 * 1024 * 1024;
const millisecondsMost = 10_000;
const slice = 1024 * 1024;
/** A name is at most so long with every letter written as `#xx`. */
const overlap = 96;

/** What runs, leads out of the document by itself, or carries another file. */
const long = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9_.-])/;
/** Too short to be looked for in packed data, where they come about by chance. */
const short = /\/(?:JS|XFA)(?![A-Za-z0-9_.-])/;

/**
 * Whether a PDF is to be held, and why. Names may be written in hexadecimal and objects packed into streams: all that can
 * be unfolded is, with bounds on size and time. It works in slices, so that a large document keeps nobody waiting.
 */
export async function lookIntoPdf(bytes: Buffer): Promise<FileReason | null> {
  const work = new Work(bytes);
  try {
    return await work.look();
  } catch (error) {
    if (error instanceof Held) return error.why;
    throw error;
  }
}

class Held extends Error {
  constructor(readonly why: FileReason) {
    super(why);
  }
}

class Work {
  readonly #until = performance.now() + millisecondsMost;
  #unfolded = 0;

  constructor(private readonly bytes: Buffer) {}

  async look(): Promise<FileReason | null> {
    const { bytes } = this;
    if (bytes.lastIndexOf('startxref') === -1) return 'unreadable';
    const streams = this.#streams();
    await this.#search(bytes, [long]);
    let from = 0;
    for (const { start, end } of [...streams, { start: bytes.length, end: bytes.length }]) {
      if (start > from) await this.#search(bytes.subarray(from, start), [short, /\/Encrypt(?![A-Za-z])/]);
      from = Math.max(from, end);
    }
    for (const stream of streams) await this.#unfold(stream.start, stream.end);
    return null;
  }

  /** The data between `stream` and `endstream`; without the latter it is no stream, and is read as the rest is. */
  #streams(): { start: number; end: number }[] {
    const found: { start: number; end: number }[] = [];
    let at = this.bytes.indexOf('stream');
    while (at !== -1) {
      const after = this.bytes[at + 6];
      const opens = (after === 0x0a || after === 0x0d) && this.bytes.toString('latin1', at - 3, at) !== 'end';
      if (!opens) {
        at = this.bytes.indexOf('stream', at + 6);
        continue;
      }
      const start = at + (after === 0x0d && this.bytes[at + 7] === 0x0a ? 8 : 7);
      const end = this.bytes.indexOf('endstream', start);
      if (end === -1) break;
      found.push({ start, end });
      at = this.bytes.indexOf('stream', end + 9);
    }
    return found;
  }

  /** Everything that looks packed is unfolded, whatever its dictionary calls it. */
  async #unfold(start: number, end: number): Promise<void> {
    const data = this.bytes.subarray(start, end);
    const dictionary = plainNames(this.bytes.toString('latin1', Math.max(0, start - 2048), start));
    const opening = dictionary.slice(Math.max(0, dictionary.lastIndexOf(' obj')));
    const holdsObjects = /\/ObjStm(?![A-Za-z])/.test(opening);
    const patterns = holdsObjects ? [long, short] : [long];
    if (!isPacked(data)) {
      // Objects that are packed in a way of their own cannot be looked into.
      if (holdsObjects) {
        if (/\/Filter/.test(opening)) throw new Held('unreadable');
        await this.#search(data, patterns);
      }
      return;
    }
    const whole = await this.#inflate(data, patterns);
    if (!whole && holdsObjects) throw new Held('unreadable');
    // Packed twice: what came out was only looked at as it is.
    if (holdsObjects && /\/Filter\s*\[[^\]]*\/\w+\s*\/\w+/.test(opening)) throw new Held('unreadable');
  }

  /** Answers whether it could be unfolded to its end; what came out before was looked at in any case. */
  async #inflate(data: Buffer, patterns: readonly RegExp[]): Promise<boolean> {
    const inflate = createInflate({ chunkSize: 256 * 1024, finishFlush: constants.Z_SYNC_FLUSH });
    let tail = '';
    let own = 0;
    try {
      inflate.end(data);
      for await (const chunk of inflate as AsyncIterable<Buffer>) {
        own += chunk.length;
        this.#unfolded += chunk.length;
        this.#bound(own > ratioFrom && own > data.length * ratioMost);
        const text = tail + chunk.toString('latin1');
        refuse(text, patterns);
        tail = text.slice(-overlap);
      }
      return true;
    } catch (error) {
      if (error instanceof Held) throw error;
      return false;
    } finally {
      inflate.destroy();
    }
  }

  async #search(data: Buffer, patterns: readonly RegExp[]): Promise<void> {
    for (let at = 0; at < data.length; at += slice) {
      refuse(data.toString('latin1', Math.max(0, at - overlap), at + slice), patterns);
      this.#bound(false);
      if (data.length > slice) await breathe();
    }
  }

  #bound(exceeded: boolean): void {
    if (exceeded || this.#unfolded > unfoldedMost || performance.now() > this.#until) throw new Held('unreadable');
  }
}

function refuse(text: string, patterns: readonly RegExp[]): void {
  const plain = plainNames(text);
  for (const pattern of patterns) {
    if (pattern.test(plain)) throw new Held(pattern.source.includes('Encrypt') ? 'encrypted' : 'script');
  }
}

/** Names with their letters written out: `/J#61vaScript` is `/JavaScript`. */
function plainNames(text: string): string {
  return text.includes('#')
    ? text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** The two bytes with which zlib begins. */
function isPacked(data: Buffer): boolean {
  const [first = 0, second = 0] = data;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}
