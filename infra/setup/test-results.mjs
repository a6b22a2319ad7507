import { readJson } from './paths.mjs';

/**
 * Counts of one jest run from its JSON. A file that did not even load counts as one failure, and so does a run that
 * wrote no result at all, or that wrote one and then did not end.
 */
export function countsOf(file, late = false) {
  const result = readJson(file);
  if (!result) {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites + (late ? 1 : 0),
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/** What is said of a lane that had to be ended. */
export const lateWords = ({ name, minutes }) =>
  `${name}: did not end within ${minutes} minutes, and was ended with all that it had started`;

export const sum = (all) =>
  all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** Names and first lines of what failed, for the end of the output: above it lie minutes of other lines. */
export function failuresOf(file, root) {
  const suites = readJson(file)?.testResults ?? [];
  return suites.flatMap((suite) => {
    const where = suite.name.replace(`${root}/`, '');
    const failed = suite.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && suite.status === 'failed') {
      return [`${where}\n      ${firstLines(suite.message)}`];
    }
    return failed.map((test) => `${where}: ${test.fullName}\n      ${firstLines(test.failureMessages[0])}`);
  });
}

// Jest colours its messages, also in the file.
const firstLines = (text = '') =>
  text
    .replace(/\u001b\[\d+(;\d+)*m/g, '')
    .split('\n')
    .map((line) => line.trim())
    // Where it happened is said by the first line of the stack that is ours.
    .filter((line) => line && !line.includes('node_modules'))
    .slice(0, 12)
    .join('\n      ');

/** The last two lines of every test run; the second is the one that machines read. */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped\n\n${passed} passed, ${failed} failed\n`;
