import type { Bench } from './result';

/** Every bench of the house, by the name that `npm run bench -- NAME` is given. */
const benches = [
  'join',
  'mail',
  'start',
  'recover',
  'forward',
  'interpret',
  'slots',
  'book',
  'contend',
  'remind',
  'records',
];

/** A bench has a file of its name, which exports it; the file is read when it is asked for. */
async function benchOf(name: string): Promise<Bench> {
  const file = (await import(`./${name}.ts`)) as Record<string, Bench | undefined>;
  const bench = file[name];
  if (!bench) throw new Error(`${name}.ts exports no bench ${name}.`);
  return bench;
}

const progress = (line: string): void => void process.stderr.write(`${line}\n`);

/** Progress on standard error; with `--json` the result is the last line of standard output. Fails unless the targets are met. */
async function main(given: readonly string[]): Promise<number> {
  const json = given.includes('--json');
  const names = given.filter((word) => !word.startsWith('--'));
  const name = names[0] ?? '';
  if (!benches.includes(name) || names.length > 1 || given.some((word) => word.startsWith('--') && word !== '--json')) {
    progress(`Usage: npm run bench -- NAME [--json], where NAME is one of: ${benches.join(', ')}`);
    return 2;
  }
  const result = await (await benchOf(name))(progress);
  const { ours, baseline, ratio, met } = result;
  const words = (side: typeof ours | NonNullable<typeof baseline>) =>
    `median ${side.median}, p95 ${side.p95}, max ${side.max} ${side.unit}`;
  progress(`ours: ${words(ours)}${baseline ? `; baseline: ${words(baseline)}; ratio ${ratio?.toFixed(3)}` : ''}`);
  progress(met ? 'The targets are met.' : `The targets are NOT met: ${JSON.stringify(result.targets)}`);
  process.stdout.write(`${json ? JSON.stringify(result) : met ? 'met' : 'not met'}\n`);
  return met ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    progress(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
