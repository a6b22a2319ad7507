import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { OkaeriError } from '@okaeri/contracts';
import { AwsClient } from 'aws4fetch';
import { requireBlobId } from './blob-store';
import type { BlobStore } from './blob-store';

/** S3 takes no part that is smaller, but for the last; ten thousand of them are more than we take of anything. */
const partBytes = 8 * 1024 * 1024;
const answerMs = 60_000;
/** Whoever asks whether it is there waits no longer. */
const probeMs = 2000;

interface Ask {
  query?: string;
  body?: Uint8Array | string;
  headers?: Record<string, string>;
}

/**
 * Blobs in a bucket, of Amazon or of anybody who speaks as it does. What is being received lies in a store of this machine, for
 * an object cannot be added to, and goes there when it is whole; what was sealed there before there was a bucket is read from
 * there. Only sealed bytes ever come here: whoever keeps the bucket reads nothing.
 */
export class S3Blobs implements BlobStore {
  readonly #client: AwsClient;
  readonly #at: string;
  readonly #bucket: string;

  /** `https://KEY:SECRET@host/bucket?region=ca-central-1`; what follows the bucket stands before each name. */
  constructor(
    url: string,
    private readonly coming: BlobStore,
  ) {
    const at = new URL(url);
    this.#at = `${at.origin}${at.pathname.replace(/\/+$/, '')}`;
    this.#bucket = `${at.origin}/${at.pathname.split('/')[1] ?? ''}`;
    this.#client = new AwsClient({
      ...{ accessKeyId: decodeURIComponent(at.username), secretAccessKey: decodeURIComponent(at.password) },
      ...{ service: 's3', region: at.searchParams.get('region') ?? 'us-east-1', retries: 3 },
    });
  }

  /** Whether the bucket is there and lets us in; what is kept in it is asked for one by one. */
  async answers(): Promise<boolean> {
    const answer = await this.#client.fetch(this.#bucket, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) });
    return answer.ok;
  }

  append(id: string, offset: number, data: AsyncIterable<Uint8Array>, limit: number): Promise<number> {
    return this.coming.append(id, offset, data, limit);
  }

  async size(id: string): Promise<number> {
    return (await this.#sizeThere(id)) ?? this.coming.size(id);
  }

  async seal(id: string): Promise<void> {
    const bytes = await this.coming.size(id);
    if (bytes === 0) {
      if ((await this.#sizeThere(id)) !== null) return;
      throw Object.assign(new Error('There is no such blob.'), { code: 'ENOENT' });
    }
    await (bytes > partBytes ? this.#sendParts(id) : this.#send(id));
    if ((await this.#sizeThere(id)) !== bytes) throw new Error('The object store holds other bytes than were sent.');
    await this.coming.remove(id);
  }

  async openRead(id: string, range?: { start: number; end: number }, atOnce?: number): Promise<Readable> {
    const headers = range ? { range: `bytes=${range.start}-${range.end}` } : undefined;
    const answer = await this.#ask('GET', id, headers ? { headers } : {});
    if (answer.status === 404) return this.coming.openRead(id, range, atOnce);
    if (answer.status === 416) return Readable.from([]);
    requireOk(answer);
    return answer.body ? Readable.fromWeb(answer.body as ReadableStream) : Readable.from([]);
  }

  async hash(id: string): Promise<string> {
    const sum = createHash('sha256');
    for await (const chunk of await this.openRead(id)) sum.update(chunk as Buffer);
    return sum.digest('hex');
  }

  async remove(id: string): Promise<void> {
    await this.coming.remove(id);
    const answer = await this.#ask('DELETE', id);
    if (answer.status !== 404) requireOk(answer);
  }

  async #sizeThere(id: string): Promise<number | null> {
    const answer = await this.#ask('HEAD', id);
    if (answer.status === 404) return null;
    requireOk(answer);
    return Number(answer.headers.get('content-length'));
  }

  async #send(id: string): Promise<void> {
    const [body = Buffer.alloc(0)] = await gathered(partsOf(await this.coming.openRead(id, undefined, partBytes)));
    requireOk(await this.#ask('PUT', id, { body }));
  }

  /** One part after the other, so that no more than one is in memory. */
  async #sendParts(id: string): Promise<void> {
    const begun = requireOk(await this.#ask('POST', id, { query: 'uploads=' }));
    const [, upload] = /<UploadId>([^<]+)<\/UploadId>/.exec(await begun.text()) ?? [];
    if (upload === undefined) throw new Error('The object store did not begin to take parts.');
    const query = `uploadId=${encodeURIComponent(upload)}`;
    try {
      let parts = '';
      let number = 0;
      for await (const body of partsOf(await this.coming.openRead(id, undefined, partBytes))) {
        number += 1;
        const sent = requireOk(await this.#ask('PUT', id, { query: `partNumber=${number}&${query}`, body }));
        parts += `<Part><PartNumber>${number}</PartNumber><ETag>${sent.headers.get('etag') ?? ''}</ETag></Part>`;
      }
      const body = `<CompleteMultipartUpload>${parts}</CompleteMultipartUpload>`;
      const done = await requireOk(await this.#ask('POST', id, { query, body })).text();
      // It may find out only after it has begun to answer that all is well.
      if (done.includes('<Error>')) throw new Error('The object store did not put the parts together.');
    } catch (error) {
      // Parts that belong to nothing are paid for, too.
      await this.#ask('DELETE', id, { query }).catch(() => undefined);
      throw error;
    }
  }

  async #ask(method: string, id: string, { query, body, headers }: Ask = {}): Promise<Response> {
    requireBlobId(id);
    const url = `${this.#at}/${id}${query === undefined ? '' : `?${query}`}`;
    // By it the server sees that all of it came, and as it was sent.
    const sum: Record<string, string> =
      body === undefined ? {} : { 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex') };
    try {
      return await this.#client.fetch(url, {
        ...{ method, headers: { ...headers, ...sum } },
        ...(body === undefined ? {} : { body: body as string }),
        // A file that is read may take as long as its reader.
        ...(method === 'GET' ? {} : { signal: AbortSignal.timeout(answerMs) }),
      });
    } catch (error) {
      throw Object.assign(new OkaeriError('unavailable'), { cause: error });
    }
  }
}

/** Without what it said: that repeats names and the account. */
function requireOk(answer: Response): Response {
  if (answer.ok) return answer;
  throw new Error(`The object store answered ${answer.status}.`);
}

async function gathered(parts: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

async function* partsOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [held, length] = [[] as Buffer[], 0];
  for await (const chunk of source) {
    held.push(chunk);
    length += chunk.length;
    if (length < partBytes) continue;
    yield Buffer.concat(held);
    [held, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(held);
}
