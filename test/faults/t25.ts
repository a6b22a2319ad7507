import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needDatabaseServer } from '../support/database-server';
import { search } from '../leaks/search';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { canary, keepJobs, keepMetrics, planted } from '../support/canaries';
import { CanaryHouse } from '../support/canary-house';
import { startRedis } from '../support/redis';

const targets = { leaks: 0, told: 0, echoed: 0, blind: 0 };

/**
 * T25: what belongs to a patient is put through every route of the api as each of those who might ask, through the room's
 * messages, a brought record and every way of being told. Then logs at their most talkative, metrics, the tables and Redis
 * keys of work, every address that any answer names, texts, notifications and subjects of mails are searched for it, and so is
 * each refusal for what it was sent. A control that is planted afterwards has to be found.
 */
export async function nothingLeaks(progress: (line: string) => void): Promise<BenchResult> {
  const before = process.env['OKAERI_TEST_LOGS'];
  const folder = mkdtempSync(join(before ?? tmpdir(), 'canaries-'));
  process.env['OKAERI_TEST_LOGS'] = folder;
  const stops: (() => Promise<unknown>)[] = [await needDatabaseServer()];
  try {
    const redis = await startRedis();
    stops.push(() => redis.stop());
    const house = await CanaryHouse.open(redis.url);
    stops.push(() => house.close());
    const asked = await house.askEverything();
    progress(`${asked} questions asked by HTTP: ${house.echoed.length} answers gave back what they refused`);
    progress(`${await house.bringRecords()} files brought to the record`);
    progress(`${await house.talk()} messages over the socket`);
    await house.untilTold();
    const { sms, push, sink } = house.channels;
    progress(`${sink.mails.length} mails, ${sms.sent.length} texts, ${push.pushed.length} notifications`);
    for (const origin of house.origins()) await keepMetrics(origin);
    await keepJobs(house.url, { url: redis.url, prefix: house.prefix });
    appendFileSync(join(folder, 'urls.log'), [...house.urls].map((url) => `${url}\n`).join(''));

    const told = house.toldTooMuch();
    const { hits, lines, files } = search(folder, planted(folder));
    for (const { file, line, kind, as } of hits.slice(0, 20)) progress(`${file}:${line} has a ${kind} ${as}`);
    for (const what of [...told, ...house.echoed].slice(0, 20)) progress(what);
    progress(`${lines} lines of ${files} files and ${house.urls.size} addresses searched: ${hits.length} found`);
    const isWhole = sink.mails.length > 0 && sms.sent.length > 0 && push.pushed.length > 0 && lines > 1000;
    const blind = blindTo(folder) + (isWhole ? 0 : 1);
    const found = { leaks: hits.length, told: told.length, echoed: house.echoed.length, blind };
    return {
      ...{ bench: 'T25', samples: asked, baseline: null, ratio: null },
      ours: { ...summary(house.times, 'ms'), ...found, lines, addresses: house.urls.size },
      targets,
      met: Object.values(found).every((count) => count === 0),
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
    if (before === undefined) delete process.env['OKAERI_TEST_LOGS'];
    else process.env['OKAERI_TEST_LOGS'] = before;
    rmSync(folder, { recursive: true });
  }
}

/** How many of the planted values the search does not see, beside the very files that it has just searched. */
function blindTo(folder: string): number {
  const control = join(folder, 'control');
  mkdirSync(control);
  const values = Object.values(canary);
  writeFileSync(join(control, 'control.log'), values.map((value) => `{"msg":"before ${value} after"}\n`).join(''));
  const found = new Set(
    search(folder, planted(folder)).hits.flatMap(({ file, line }) => (file.startsWith(control) ? [line] : [])),
  );
  return values.filter((_, at) => !found.has(at + 1)).length;
}
