import * as fs from 'node:fs';
import { CommandFailed, run } from '../setup/command.mjs';
import { inPackages, node, own, root } from '../setup/paths.mjs';
import { countsOf, failuresOf } from '../setup/test-results.mjs';
import { checkMigrations } from './migrations.mjs';
import { checkOpenApi } from './openapi.mjs';
import { checkSizes } from './sizes.mjs';

/** Something in the sources has to change: a sentence that says what to do, and the places. */
export class Finding extends Error {
  constructor(advice, lines) {
    super(advice);
    this.lines = lines;
  }
}

const places = ['apps', 'libs', 'infra', 'test'];

/** Runs a tool of ours on the pinned Node. What it says is told only where it finds something. */
async function tool(args, { advice, env }) {
  const lines = [];
  try {
    await run(node, args, { cwd: root, env, onLine: (line) => lines.push(line) });
    return lines;
  } catch (error) {
    if (!(error instanceof CommandFailed)) {
      throw error;
    }
    throw new Finding(
      advice,
      lines.filter((line) => line.trim() !== ''),
    );
  }
}

async function format() {
  await tool([inPackages('oxfmt/bin/oxfmt'), '--check', ...places], {
    advice: 'these files are not in the one format. `npm run format` puts them right.',
  });
  return 'as oxfmt writes it';
}

async function lint() {
  await tool([inPackages('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '--format=unix', ...places], {
    advice: 'each line names a place and the rule it breaks. The rules and their reasons are in .oxlintrc.json.',
  });
  return 'no rule is broken';
}

const projects = {
  server: 'tsconfig.json',
  web: 'tsconfig.web.json',
  tests: 'tsconfig.test.json',
  'tests of the web': 'apps/web/tsconfig.json',
};

async function types() {
  for (const [name, config] of Object.entries(projects)) {
    await tool([inPackages('typescript7/bin/tsc'), '-p', config, '--noEmit', '--pretty', 'false'], {
      advice: `TypeScript finds these in the sources of the ${name} (${config}).`,
    });
  }
  return `${Object.keys(projects).join(', ')} agree`;
}

async function boundaries() {
  await tool([inPackages('dependency-cruiser/bin/dependency-cruiser.mjs'), '--output-type', 'err-long', ...places], {
    advice: 'an import goes where it must not. The floors and their reasons are in .dependency-cruiser.cjs.',
  });
  return 'arrows go down only, no cycles';
}

async function words() {
  await tool(['infra/check/words.mjs'], {
    advice: 'the catalogues in libs/words/catalogues are not whole. Each line is a language, a key and what is wrong.',
  });
  return 'six languages say the same';
}

async function migrations() {
  const missing = await checkMigrations();
  if (missing.length > 0) {
    throw new Finding('the entities want what no migration makes. Add a migration in apps/migrate.', missing);
  }
  return 'make what the entities want';
}

async function openapi() {
  const stale = await checkOpenApi();
  if (stale.length > 0) {
    throw new Finding('the api says something else by now. `npm run openapi` writes them anew.', stale);
  }
  return 'the client knows every route';
}

async function sizes() {
  const { problems, summary } = checkSizes(root);
  if (problems.length > 0) {
    throw new Finding('a file that long holds more than one idea. Split it where the ideas part.', problems);
  }
  return summary;
}

async function unit() {
  const file = own(`check-${process.pid}.json`);
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const options = ['--json', `--outputFile=${file}`, '--selectProjects', 'unit', '--maxWorkers=1', '--silent'];
  try {
    const failed = await tool([...flags, inPackages('jest/bin/jest.js'), ...options], { advice: '' }).then(
      () => null,
      (error) => error,
    );
    if (failed && !fs.existsSync(file)) {
      throw failed;
    }
    const { passed, skipped } = countsOf(file);
    if (failed) {
      throw new Finding('these do not hold.', failuresOf(file, root));
    }
    return `${passed} passed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** The longest first, so that the others fit beside them. */
export const steps = [
  { name: 'unit', work: unit },
  { name: 'types', work: types },
  { name: 'lint', work: lint },
  { name: 'migrations', work: migrations },
  { name: 'boundaries', work: boundaries },
  { name: 'openapi', work: openapi },
  { name: 'words', work: words },
  { name: 'format', work: format },
  { name: 'sizes', work: sizes },
];
