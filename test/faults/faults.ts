import type { BenchResult } from '../bench/result';

/** `npm run faults -- T14 T29 --json`: progress on stderr, the last line of stdout one JSON object, exit 0 only if met. */
type Fault = (progress: (line: string) => void) => Promise<BenchResult>;

/** By name: the file, and what it exports. */
const faults: Record<string, readonly [file: string, name: string]> = {
  T1: ['t1', 'fault'],
  T2: ['t2', 'fault'],
  T3: ['t3', 'fault'],
  T4: ['t4', 'withoutRedis'],
  T5: ['t5', 'redisKilled'],
  T6: ['t6', 'evicts'],
  T7: ['t7', 'bookingStorm'],
  T8: ['t8', 'oneWinner'],
  T9: ['t9', 'legal'],
  T10: ['t10', 'allOrNone'],
  T11: ['t11', 'clockMatrix'],
  T12: ['t12', 'killedBeforeAnswer'],
  T13: ['t13', 'crashAgain'],
  T14: ['t14', 'twoWindows'],
  T15: ['t15', 'fault'],
  T16: ['t16', 'wrongClocks'],
  T17: ['t17', 'deadKeys'],
  T18: ['t18', 'nothingForStrangers'],
  T19: ['t19', 'harmfulUploads'],
  T21: ['t21', 'fault'],
  T22: ['t22', 'fault'],
  T23: ['t23', 'fault'],
  T24: ['t24', 'hostileRecords'],
  T25: ['t25', 'nothingLeaks'],
  T26: ['t26', 'auditTampered'],
  T27: ['t27', 'glassBroken'],
  T29: ['t29', 'browserCanary'],
  T32: ['t32', 'keysChanged'],
  kills: ['kills', 'allKilled'],
  storm: ['storm', 'storm'],
  flapping: ['flapping', 'fault'],
};

/** The file is read when it is asked for. */
async function faultOf([file, name]: readonly [string, string]): Promise<Fault> {
  const fault = ((await import(`./${file}.ts`)) as Record<string, Fault | undefined>)[name];
  if (!fault) throw new Error(`${file}.ts exports no ${name}.`);
  return fault;
}

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
    if (fault) results.push(await (await faultOf(fault))((line) => process.stderr.write(`${name}: ${line}\n`)));
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
