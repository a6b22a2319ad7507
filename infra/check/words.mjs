import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { checkCatalogues } from './words-rules.mjs';
import { keysInUse } from './words-use.mjs';

/** The translation gate. `node infra/check/words.mjs [folder with catalogues]` */
const folder = process.argv[2] ?? join(root, 'libs/words/catalogues');
const catalogues = {};
for (const file of globSync(join(folder, '*.json')).sort()) {
  catalogues[basename(file, '.json')] = JSON.parse(readFileSync(file, 'utf8'));
}
const problems = [];
for (const locale of ['en', 'ja', 'vi', 'fr', 'zh', 'ko']) {
  if (!catalogues[locale]) problems.push(`${locale}: there is no catalogue ${join(folder, `${locale}.json`)}`);
}
if (problems.length === 0) {
  problems.push(...checkCatalogues(catalogues));
  const verify = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@formatjs/cli/bin/formatjs'),
      'verify',
      '--source-locale',
      'en',
      '--missing-keys',
      '--extra-keys',
      '--structural-equality',
      ...Object.keys(catalogues).map((locale) => join(folder, `${locale}.json`)),
    ],
    { encoding: 'utf8' },
  );
  if (verify.status !== 0)
    problems.push(`formatjs verify: ${`${verify.stdout}${verify.stderr}${verify.error ?? ''}`.trim()}`);
  if (!process.argv[2]) {
    const sources = globSync(['apps/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}', 'infra/**/*.mjs'], { cwd: root })
      .filter((file) => !/\.(spec|d)\.ts$/.test(file))
      .map((file) => readFileSync(join(root, file), 'utf8'));
    const keys = Object.keys(catalogues.en);
    const used = keysInUse(sources, keys);
    for (const key of keys) if (!used.has(key)) problems.push(`en ${key}: no source says this sentence; take it out`);
  }
}
for (const problem of problems) console.log(problem);
if (problems.length > 0) {
  console.log(`${problems.length} problems in ${Object.keys(catalogues).length} catalogues`);
  process.exitCode = 1;
}
