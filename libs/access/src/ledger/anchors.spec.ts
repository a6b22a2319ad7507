import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileAnchors } from './anchors';
import type { Anchor } from './anchors';

const anchorAt = (place: number): Anchor => ({
  ...{ place, row: String(place + 100), hash: place.toString(16).padStart(64, '0'), at: '2026-11-23T09:00:00Z' },
});

describe('anchors in a file', () => {
  let folder: string;
  let anchors: FileAnchors;
  const all = async () => {
    const read: (Anchor | null)[] = [];
    for await (const each of anchors.all()) read.push(each);
    return read;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'okaeri-anchors-'));
    anchors = new FileAnchors(join(folder, 'deep', 'ledger.jsonl'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are none where nothing was written', async () => {
    expect(await anchors.last()).toBeNull();
    expect(await all()).toEqual([]);
  });

  it('are read as they were written, the last one without the others', async () => {
    for (let place = 1; place <= 40; place += 1) await anchors.append(anchorAt(place));
    expect(await anchors.last()).toEqual(anchorAt(40));
    expect(await all()).toEqual(Array.from({ length: 40 }, (_, index) => anchorAt(index + 1)));
  });

  it('lose nothing that comes after a line that was cut, and tell of it', async () => {
    await anchors.append(anchorAt(1));
    const path = join(folder, 'deep', 'ledger.jsonl');
    await appendFile(path, '{"place":2,"row"');
    expect(await anchors.last()).toEqual(anchorAt(1));
    await anchors.append(anchorAt(3));
    expect(await all()).toEqual([anchorAt(1), null, anchorAt(3)]);
    expect((await readFile(path, 'utf8')).endsWith('\n')).toBe(true);
  });
});
