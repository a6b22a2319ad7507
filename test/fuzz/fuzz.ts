import { fork } from 'node:child_process';
import { mutated, randomOf } from './mutate';
import { parsers } from './parsers';

/*
 * `npm run fuzz`, or `npm run fuzz -- dicom zip --json`: feeds everything of ours that reads what strangers wrote with broken
 * files, each for a minute in a process of its own. It may refuse; it may not crash, hang for five seconds, or grow by more
 * than 512 MB. FUZZ_SECONDS and FUZZ_SEED make it shorter, and the same again.
 */

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 60);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_123);
const hangMs = 5000;
const growthMb = 512;
const tellEvery = 250;
/** With all the room of a large machine the collector leaves garbage lying for long: here what grows is what is held. */
const smallHeap = [`--max-old-space-size=${growthMb}`, '--max-semi-space-size=16'];

interface Told {
  runs: number;
  slowestMs: number;
  grownMb: number;
  done?: boolean;
  failed?: string;
  at?: number;
}

/** In its own process: says how far it is, so that who waits knows that it hangs, and at which file. */
async function feed(name: string): Promise<void> {
  const parser = parsers[name];
  if (!parser) throw new Error(`There is no parser ${name}.`);
  const seeds = parser.seeds();
  for (const whole of seeds) await parser.read(whole);
  const idle = process.memoryUsage.rss();
  const until = performance.now() + seconds * 1000;
  const told: Told = { runs: 0, slowestMs: 0, grownMb: 0 };
  const say = (more: Partial<Told> = {}) =>
    new Promise<void>((sent) => process.send?.({ ...told, ...more }, () => sent()) ?? sent());
  let lastSaid = performance.now();
  while (performance.now() < until) {
    const bytes = mutated(seeds, randomOf(seed + told.runs));
    const began = performance.now();
    try {
      await parser.read(bytes);
    } catch (error) {
      await say({
        failed: error instanceof Error ? `${error.name}: ${error.stack ?? ''}` : String(error),
        at: seed + told.runs,
      });
      return;
    }
    told.slowestMs = Math.max(told.slowestMs, performance.now() - began);
    told.runs += 1;
    if (performance.now() - lastSaid < tellEvery) continue;
    told.grownMb = Math.max(told.grownMb, (process.memoryUsage.rss() - idle) / 1_048_576);
    await say();
    lastSaid = performance.now();
  }
  await say({ done: true });
}

interface Result extends Told {
  parser: string;
  met: boolean;
}

function watch(name: string): Promise<Result> {
  return new Promise((resolve) => {
    const child = fork(process.argv[1] ?? '', [name, '--feed'], { execArgv: [...process.execArgv, ...smallHeap] });
    let last: Told = { runs: 0, slowestMs: 0, grownMb: 0 };
    let hung = false;
    const late = () => {
      hung = true;
      child.kill('SIGKILL');
    };
    // The first word waits for the definitions of FHIR.
    let timer = setTimeout(late, 6 * hangMs);
    child.on('message', (told: Told) => {
      last = told;
      clearTimeout(timer);
      timer = setTimeout(late, hangMs + tellEvery);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      const failed = last.failed ?? (hung ? 'it hung' : last.done ? undefined : `it ended by ${signal ?? code}`);
      const rounded = { slowestMs: Math.round(last.slowestMs), grownMb: Math.round(last.grownMb) };
      const met = failed === undefined && last.slowestMs < hangMs && last.grownMb <= growthMb;
      resolve({
        parser: name,
        ...last,
        ...rounded,
        ...(failed ? { failed, at: last.at ?? seed + last.runs } : {}),
        met,
      });
    });
  });
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const names = words.filter((word) => !word.startsWith('--'));
  if (words.includes('--feed')) return feed(names[0] ?? '');
  const unknown = names.filter((name) => !(name in parsers));
  if (unknown.length > 0) throw new Error(`There are ${Object.keys(parsers).join(', ')}.`);
  const results: Result[] = [];
  for (const name of names.length > 0 ? names : Object.keys(parsers)) {
    const result = await watch(name);
    results.push(result);
    process.stderr.write(
      `${name}: ${result.runs} files, slowest ${result.slowestMs} ms, grew by ${result.grownMb} MB${result.failed ? `; FAILED at ${result.at}: ${result.failed}` : ''}\n`,
    );
  }
  const met = results.every((result) => result.met);
  process.stdout.write(`${JSON.stringify({ fuzz: results, seed, seconds, met })}\n`);
  process.exitCode = met ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
