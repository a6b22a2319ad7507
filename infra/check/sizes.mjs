import * as fs from 'node:fs';
import * as path from 'node:path';

/** Lines: half of all files are shorter than `median`, nine in ten than `tenth`, and none is longer than `most`. */
const budget = { median: 100, tenth: 300, most: 500 };
/** What is written by hand: declarations are made from something else. */
const sources = /(?<!\.d)\.(ts|tsx|mjs|cjs|js|css)$/;
const passedOver = new Set(['node_modules', 'dist', 'overlay', 'public']);

export function sourceFiles(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      return passedOver.has(entry.name) ? [] : sourceFiles(at);
    }
    return sources.test(entry.name) ? [at] : [];
  });
}

/** Judges lengths by file name. */
export function judgeSizes(lengths) {
  const sorted = [...lengths].sort(([, a], [, b]) => b - a);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * (1 - share))]?.[1] ?? 0;
  const median = at(0.5);
  const tenth = at(0.9);
  const problems = sorted
    .filter(([, lines]) => lines > budget.most)
    .map(([file, lines]) => `${file} has ${lines} lines`);
  if (median >= budget.median) problems.push(`half of all files have ${median} lines or more`);
  if (tenth >= budget.tenth) {
    const longest = sorted.slice(0, Math.ceil(sorted.length / 10)).map(([file, lines]) => `${file} (${lines})`);
    problems.push(`a tenth of all files has ${tenth} lines or more: ${longest.join(', ')}`);
  }
  const longest = sorted[0]?.[1] ?? 0;
  return { problems, summary: `${sorted.length} files, median ${median} lines, p90 ${tenth}, longest ${longest}` };
}

export function checkSizes(root) {
  const files = ['apps', 'libs', 'infra'].flatMap((folder) => sourceFiles(path.join(root, folder)));
  const lengths = files.map((file) => [
    path.relative(root, file),
    fs.readFileSync(file, 'utf8').split('\n').length - 1,
  ]);
  return judgeSizes(lengths);
}
