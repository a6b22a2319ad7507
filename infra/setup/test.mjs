import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { main } from './entry.mjs';
import { endLeftovers, markedProcesses, markPrefix } from './leftovers.mjs';
import { endWithin } from './limit.mjs';
import { inPackages, node, own, root, SetUpError } from './paths.mjs';
import { endProcesses, isAlive } from './processes.mjs';
import { lateCode, runScript, scriptEnv } from './run.mjs';
import { setUp } from './setup.mjs';
import { startTestServices } from './test-services.mjs';
import { countsOf, failuresOf, lateWords, sum, summary } from './test-results.mjs';

/**
 * Journeys share one Chromium and the cores, so they run one after the other. A connection that a test forgot to close
 * must not keep the whole run from its result. The limits are several times what a slow machine needs.
 *
 * Jest keeps what every file loaded. A hundred files that each load the whole house end in a full heap, so the
 * integration lane runs in a process that begins anew after a file that leaves it large.
 */
const lanes = [
  { name: 'unit', projects: ['unit'], minutes: 10 },
  { name: 'integration', projects: ['integration'], more: ['--forceExit', '--workerIdleMemoryLimit=1GB'], minutes: 40 },
  { name: 'journeys', projects: ['journeys'], more: ['--runInBand', '--forceExit'], minutes: 50 },
];
const leaks = { name: 'leaks', minutes: 10 };
const toMs = ({ minutes }) => minutes * 60_000;

await main(async (context) => {
  try {
    return await testRun(process.argv.slice(2), context);
  } catch (error) {
    // A run that could not even begin is a failed one, and says so in its last line like every other.
    process.stderr.write(`\n${error instanceof SetUpError ? error.message : error.stack}\n`);
    process.stdout.write(`\n${summary({ passed: 0, failed: 1, skipped: 0 })}`);
    return 1;
  }
});

async function testRun(args, { signalsAreMine }) {
  const ready = await setUp({ forWhat: 'test' });
  await clearKilledRuns();
  const folder = own(`test-${process.pid}`);
  const logs = path.join(folder, 'logs');
  fs.mkdirSync(logs, { recursive: true });
  const mark = `${markPrefix(`test-${process.pid}`)}${randomBytes(6).toString('hex')}`;
  const services = await startTestServices(logs);
  signalsAreMine();
  const interrupted = onSignal();
  const env = {
    ...scriptEnv(ready),
    ...services.env,
    OKAERI_TEST_LOGS: logs,
    OKAERI_MARK: mark,
    // The suite decides what each server of its own runs with; nothing of the caller's shell leaks in.
    DATABASE_URL: undefined,
    REDIS_URL: undefined,
    PORT: undefined,
  };
  try {
    return await Promise.race([runAll({ args, env, folder, mark }), interrupted]);
  } finally {
    await endProcesses(markedProcesses(mark), { graceMs: 3000 });
    await services.stop();
  }
}

/** The exit code of a shell after a signal; the children get the signal by the clearing up. */
function onSignal() {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve(130));
    process.on('SIGTERM', () => resolve(143));
    process.on('SIGHUP', () => resolve(129));
  });
}

async function runAll({ args, env, folder, mark }) {
  const results = [];
  const counts = [];
  const hung = [];
  for (const lane of lanes) {
    const file = path.join(folder, `${lane.name}.json`);
    process.stdout.write(`\n  ${lane.name}\n`);
    const { late } = await endWithin(toMs(lane), jest(lane, args, file, env), { more: () => markedProcesses(mark) });
    if (late) {
      hung.push(lateWords(lane));
      process.stdout.write(`\n  ${lateWords(lane)}\n`);
    }
    results.push(file);
    counts.push(countsOf(file, late));
  }
  const failures = [...hung, ...results.flatMap((file) => failuresOf(file, root))];
  const scan = path.join(root, 'test', 'leaks', 'scan.ts');
  if (args.length === 0 && fs.existsSync(scan)) {
    process.stdout.write(`\n  ${leaks.name}\n`);
    const code = await runScript(scan, [], { env, limitMs: toMs(leaks) });
    const clean = code === 0;
    counts.push({ passed: clean ? 1 : 0, failed: clean ? 0 : 1, skipped: 0 });
    const why =
      code === lateCode
        ? lateWords(leaks)
        : 'test/leaks/scan.ts: planted patient data was found, or its control was not; see above';
    failures.push(...(clean ? [] : [why]));
  }
  const total = sum(counts);
  if (failures.length > 0) {
    process.stdout.write(`\nFailed:\n\n${failures.map((failure) => `    ${failure}`).join('\n\n')}\n`);
  }
  process.stdout.write(`\nLogs: ${path.relative(root, folder)}\n\n${summary(total)}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function jest({ projects, more = [] }, args, file, env) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  // --ci after the list of projects, or jest would take a path in args for one more project.
  const options = [
    '--json',
    `--outputFile=${file}`,
    '--passWithNoTests',
    '--selectProjects',
    ...projects,
    '--ci',
    ...more,
    ...args,
  ];
  return spawn(node, [...flags, inPackages('jest/bin/jest.js'), ...options], {
    cwd: root,
    env: { ...process.env, ...env },
    // Jest speaks on standard error; its JSON also goes to standard output, which nobody reads.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Ends and removes what killed test runs of this clone left; the logs of the last two stay to be read. */
async function clearKilledRuns() {
  const dead = fs
    .readdirSync(own())
    .filter((name) => /^test-\d+$/.test(name) && !isAlive(Number(name.slice(5))))
    .map((name) => ({ name, at: fs.statSync(own(name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { name } of dead) {
    await endLeftovers(markPrefix(name));
  }
  for (const { name } of dead.slice(2)) {
    fs.rmSync(own(name), { recursive: true, force: true });
  }
}
