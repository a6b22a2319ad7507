import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * The catalogues of a folder by language: `<locale>.json` and, where there are any, `parts/<part>.<locale>.json`
 * together. A key that two files of one language hold, or that stands out of order in its file, is a problem.
 */
export function readCatalogues(folder) {
  const catalogues = {};
  const problems = [];
  const parts = join(folder, 'parts');
  const files = [join(folder, '*.json'), ...(existsSync(parts) ? [join(parts, '*.json')] : [])];
  for (const file of files.flatMap((pattern) => globSync(pattern).sort())) {
    const name = basename(file, '.json');
    const locale = name.split('.').at(-1);
    const messages = JSON.parse(readFileSync(file, 'utf8'));
    const keys = Object.keys(messages);
    const late = keys.find((key, index) => index > 0 && keys[index - 1] > key);
    if (late) problems.push(`${name} ${late}: keys are sorted`);
    const all = (catalogues[locale] ??= {});
    for (const key of keys) {
      if (key in all) problems.push(`${name} ${key}: another file of this language has it too`);
    }
    Object.assign(all, messages);
  }
  for (const [locale, all] of Object.entries(catalogues)) {
    catalogues[locale] = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return { catalogues, problems };
}
