import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { readCatalogues } from './catalogues.mjs';
import { checkCatalogues } from './words-rules.mjs';
import { keysInUse } from './words-use.mjs';

/** The translation gate. `node infra/check/words.mjs [folder with catalogues]` */
const folder = process.argv[2] ?? join(root, 'libs/words/catalogues');
const { catalogues, problems } = readCatalogues(folder);
for (const locale of ['en', 'ja', 'vi', 'fr', 'zh', 'ko']) {
  if (!catalogues[locale]) problems.push(`${locale}: there is no catalogue ${join(folder, `${locale}.json`)}`);
}
if (problems.length === 0) {
  problems.push(...checkCatalogues(catalogues));
  const whole = mkdtempSync(join(tmpdir(), 'okaeri-words-'));
  for (const [locale, messages] of Object.entries(catalogues)) {
    writeFileSync(join(whole, `${locale}.json`), JSON.stringify(messages));
  }
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
      ...Object.keys(catalogues).map((locale) => join(whole, `${locale}.json`)),
    ],
    { encoding: 'utf8' },
  );
  rmSync(whole, { recursive: true });
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
