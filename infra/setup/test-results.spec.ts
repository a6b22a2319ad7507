import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countsOf, failuresOf, lateWords, sum, summary } from './test-results.mjs';

describe('the result of a test run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'results-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const result = (name: string, content: object | string) => {
    const file = join(folder, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const numbers = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    numRuntimeErrorTestSuites: 1,
  };

  it('counts a file that did not load as a failure, and a run without a result as well', () => {
    expect(countsOf(result('a.json', numbers))).toEqual({ passed: 3, failed: 2, skipped: 2 });
    expect(countsOf(join(folder, 'missing.json'))).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countsOf(result('half.json', '{"numPassed'))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a run that did not end as a failure, once, and names it', () => {
    expect(countsOf(result('late.json', numbers), true)).toEqual({ passed: 3, failed: 3, skipped: 2 });
    expect(countsOf(join(folder, 'missing.json'), true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(lateWords({ name: 'journeys', minutes: 30 })).toMatch(/^journeys: .* 30 minutes/);
  });

  it('ends with the two lines, the last one alone', () => {
    const total = sum([
      { passed: 3, failed: 1, skipped: 2 },
      { passed: 4, failed: 0, skipped: 0 },
    ]);
    expect(summary(total)).toBe('7 passed, 1 failed, 2 skipped\n\n7 passed, 1 failed\n');
  });

  it('names what failed with the first lines of why, without colours', () => {
    const file = result('failed.json', {
      testResults: [
        {
          name: '/clone/libs/a.spec.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { status: 'passed', fullName: 'a works', failureMessages: [] },
            {
              status: 'failed',
              fullName: 'a fails',
              failureMessages: ['\u001b[31mExpected\u001b[39m 1\n\n  Received 2'],
            },
          ],
        },
        { name: '/clone/libs/b.spec.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
      ],
    });
    expect(failuresOf(file, '/clone')).toEqual([
      'libs/a.spec.ts: a fails\n      Expected 1\n      Received 2',
      'libs/b.spec.ts\n      Cannot find module',
    ]);
  });
});
