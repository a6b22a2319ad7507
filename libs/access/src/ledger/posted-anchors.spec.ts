import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { FileAnchors } from './anchors';
import { PostedAnchors } from './posted-anchors';

const anchor = { place: 7, row: '9', hash: 'a'.repeat(64), at: '2026-11-23T09:00:00Z' };

describe('anchors that are handed elsewhere too', () => {
  const got: { authorization: string | undefined; body: unknown }[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      got.push({ authorization: request.headers.authorization, body });
      response.writeHead(status).end();
    });
  });
  let folder: string;
  let kept: FileAnchors;
  let posted: PostedAnchors;

  beforeAll(async () => {
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => void server.close(resolve)));
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'okaeri-anchors-'));
    kept = new FileAnchors(join(folder, 'ledger.jsonl'));
    const { port } = server.address() as AddressInfo;
    posted = new PostedAnchors(kept, { url: `http://127.0.0.1:${port}/anchors`, token: 'key' });
    got.length = 0;
    status = 204;
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are in the file and on the server', async () => {
    await posted.append(anchor);
    expect(got).toEqual([{ authorization: 'Bearer key', body: anchor }]);
    expect(await posted.last()).toEqual(anchor);
  });

  it('are in the file also where the server says no, and that is said', async () => {
    status = 503;
    await expect(posted.append(anchor)).rejects.toThrow('503');
    expect(await kept.last()).toEqual(anchor);
  });
});
