import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clamd } from '@okaeri/platform';
import { ClamdServer, eicar } from '../support/clamd';

const pieces = (...parts: Buffer[]) => parts;

/** Real: sockets, and the protocol of clamd as its manual has it. Not real: ClamAV's engine. */
describe('a scanner that speaks as clamd does', () => {
  let folder: string;
  let clamd: ClamdServer;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'okaeri-clamd-'));
    clamd = await ClamdServer.start();
  });
  afterEach(async () => {
    await clamd.stop();
    await rm(folder, { recursive: true });
  });

  it('says what is clean and what is not, wherever it is cut', async () => {
    const scanner = new Clamd(clamd.url);
    expect(await scanner.scan(pieces(Buffer.alloc(3_000_000, 1), Buffer.alloc(0), Buffer.alloc(7)))).toBe('clean');
    expect(await scanner.scan(pieces(eicar.subarray(0, 30), eicar.subarray(30)))).toBe('infected');
    expect(await scanner.scan(pieces())).toBe('clean');
    expect(clamd.heard).toBe(3);
  });

  it('is found by a socket of the machine, too', async () => {
    const local = await ClamdServer.start({ path: join(folder, 'clamd.ctl') });
    expect(await new Clamd(local.url).scan(pieces(eicar))).toBe('infected');
    await local.stop();
  });

  it('that takes nothing so large, says nothing, or is not there has said nothing of it', async () => {
    const small = await ClamdServer.start({ most: 1000 });
    await expect(new Clamd(small.url).scan(pieces(Buffer.alloc(5_000_000)))).rejects.toThrow('could not look');
    await small.stop();
    await expect(new Clamd(small.url).scan(pieces(eicar))).rejects.toThrow('cannot be reached');
    clamd.silent = true;
    await expect(new Clamd(clamd.url, 200).scan(pieces(eicar))).rejects.toThrow('does not answer');
  });

  it('hands on what goes wrong with the file itself', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield eicar;
      throw new RangeError('the file');
    }
    await expect(new Clamd(clamd.url).scan(broken())).rejects.toThrow('the file');
  });
});
