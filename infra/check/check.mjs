import { availableParallelism } from 'node:os';
import { main } from '../setup/entry.mjs';
import { installPackages } from '../setup/install.mjs';
import { holdLock } from '../setup/lock.mjs';
import { makeOwnFolder, own } from '../setup/paths.mjs';
import { duration, openSteps } from '../setup/steps.mjs';
import { Finding, steps } from './steps.mjs';

/*
 * npm run check: what has to hold before a commit. One line a step with its time; what is wrong is told at the end.
 * `npm run check -- lint types` runs only these.
 */

/** Runs the steps two at a time, or as many as there are cores; the longest are first in the list. */
async function runAll(chosen, step) {
  const waiting = [...chosen];
  const findings = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { name, work } = next;
      await step(name, async (say) => {
        try {
          return await work(say);
        } catch (error) {
          findings.push({ name, error });
          return 'not yet, see below';
        }
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), chosen.length) }, lane));
  return findings;
}

function tell({ name, error }) {
  if (!(error instanceof Finding)) {
    return `\n${name}: the check itself did not work.\n    ${error.stack}\n`;
  }
  const lines = error.lines.slice(0, 60);
  const more = error.lines.length > lines.length ? [`… and ${error.lines.length - lines.length} lines more`] : [];
  return `\n${name}: ${error.message}\n${[...lines, ...more].map((line) => `    ${line}`).join('\n')}\n`;
}

await main(async () => {
  const started = performance.now();
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    process.stdout.write(
      `There is no step ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}\n`,
    );
    return 2;
  }
  const chosen = wanted.length > 0 ? steps.filter(({ name }) => wanted.includes(name)) : steps;
  makeOwnFolder();
  const step = openSteps();
  const release = await holdLock(own('setup.lock'));
  try {
    await step('packages', installPackages);
  } finally {
    release();
  }
  const findings = await runAll(chosen, step);
  findings.forEach((finding) => process.stdout.write(tell(finding)));
  const time = duration(performance.now() - started);
  const failed = findings.map(({ name }) => name);
  process.stdout.write(failed.length > 0 ? `\nNot yet: ${failed.join(', ')} (${time})\n` : `\nAll good in ${time}\n`);
  return failed.length > 0 ? 1 : 0;
});
