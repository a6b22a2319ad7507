import type { BenchResult } from '../bench/result';
import { browserCanary } from './t29';
import { oneWinner } from './t8';
import { twoWindows } from './t14';
import { deadKeys } from './t17';

/** `npm run faults -- T14 T29 --json`: progress on stderr, the last line of stdout one JSON object, exit 0 only if met. */
const faults: Record<string, (progress: (line: string) => void) => Promise<BenchResult>> = {
  T8: oneWinner,
  T14: twoWindows,
  T17: deadKeys,
  T29: browserCanary,
};

async function main(): Promise<void> {
  const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const unknown = names.filter((name) => !(name in faults));
  if (names.length === 0 || unknown.length > 0) {
    process.stderr.write(`Name one or more of: ${Object.keys(faults).join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  const results: BenchResult[] = [];
  for (const name of names) {
    const fault = faults[name];
    if (fault) results.push(await fault((line) => process.stderr.write(`${name}: ${line}\n`)));
  }
  const met = results.every((result) => result.met);
  const answer = results.length === 1 ? results[0] : { bench: 'faults', results, met };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  process.exitCode = met ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
