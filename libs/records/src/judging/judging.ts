import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../import/judge-bytes';
import type { About } from '../import/judge-file';
import { isPacked } from '../import/text-of';
import { judge } from './judge';
import { Lane } from './lane';

/*
 * Where files are judged: in two threads, so that a short one never waits for a long one. The one for short files stays, for it is quick
 * once it has read what FHIR is; the one for long files goes, and what it took of the memory with it.
 */

/** Longer ones are seldom, and take their time. */
const shortMost = 4 * 1_048_576;

const beside = (folder: string): string => join(folder, 'thread.js');
/** Sources have no thread that could be started: theirs is that of the build, where there is one. */
const threadFile = [beside(__dirname), beside(join(__dirname, '../../../../dist/libs/records/src/judging'))].find(
  (file) => existsSync(file),
);
const lanes =
  threadFile === undefined
    ? null
    : {
        short: new Lane(threadFile, { milliseconds: 30_000, stays: true }),
        long: new Lane(threadFile, { milliseconds: 120_000, stays: false }),
      };

/**
 * What becomes of a file: texts that are to be kept, as `keepRows` takes them, and in the end what is told of it. Throws `TooMuch`. Of what it
 * is given it takes a copy. Whoever does not ask for all of it says so by `return`.
 */
export function judging(bytes: Buffer, about: About): AsyncGenerator<string, Verdict> {
  if (!lanes) return here(bytes, about);
  // How long what is packed is, nobody knows before.
  return bytes.length > shortMost || isPacked(bytes) ? lanes.long.judge(bytes, about) : lanes.short.judge(bytes, about);
}

async function* here(bytes: Buffer, about: About): AsyncGenerator<string, Verdict> {
  return yield* judge(bytes, about);
}

/** So that the first patient does not wait for what is slow only the first time. Tests have patience. */
export function warmUp(): void {
  if (lanes && threadFile === beside(__dirname)) lanes.short.start(true);
}

export async function coolDown(): Promise<void> {
  await lanes?.short.end();
}
