import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { planted } from '../support/canaries';
import type { Canary } from '../support/canaries';
import { search, writings } from './search';

/** Whether the search finds each value in each writing, in a file that was made for it: a blind search finds no leak. */
function seesEverything(canaries: readonly Canary[]): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-control-'));
  try {
    const texts = canaries.flatMap((canary) => [...writings(canary).keys()]);
    writeFileSync(
      join(folder, 'control.log'),
      texts.map((text) => `{"level":"info","msg":"before ${text} after"}\n`).join(''),
    );
    const { hits } = search(folder, canaries);
    const found = new Set(hits.map(({ line }) => line));
    return texts.every((_, at) => found.has(at + 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** 0: nothing leaked. 1: something did. 2: nothing can be said, since there was nothing to search, or it was not seen. */
function scan(folder: string | undefined): number {
  const say = (line: string) => process.stdout.write(`  ${line}\n`);
  if (!folder || !existsSync(folder)) {
    say('OKAERI_TEST_LOGS names no folder: there is nothing to search.');
    return 2;
  }
  const canaries = planted(folder);
  if (!seesEverything(canaries)) {
    say('The search does not find its own control: it is blind.');
    return 2;
  }
  const { files, lines, hits } = search(folder, canaries);
  if (lines === 0) {
    say(`There is no line to search in ${files} files.`);
    return 2;
  }
  for (const { file, line, kind, as } of hits.slice(0, 50))
    say(`${relative(folder, file)}:${line} has a ${kind} ${as}`);
  if (hits.length > 50) say(`… and ${hits.length - 50} places more`);
  say(
    hits.length === 0
      ? `${canaries.length} planted values stand in none of ${lines} lines of ${files} files; each control was found.`
      : `Planted patient data stands in ${hits.length} places of the logs.`,
  );
  return hits.length === 0 ? 0 : 1;
}

process.exitCode = scan(process.argv[2] ?? process.env['OKAERI_TEST_LOGS']);
